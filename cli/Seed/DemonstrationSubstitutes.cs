using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Cli.Platform;
using Disclosure.Kernel;

namespace Disclosure.Cli.Seed;

/// <summary>授权: one stand-in who acts, and one who has still to accept, granted by the people themselves.</summary>
/// <remarks>Repeatable: what is in force or on offer is left as it is.</remarks>
internal static class DemonstrationSubstitutes
{
    private static readonly (string Authority, string Principal, string Delegate, string Reason, int Days, bool IsAccepted)[] All =
    [
        ("gaotai", "deputy", "policy", "赴省里参加业务培训，期间事项请代为办理。", 14, true),
        ("jiangxi", "deputy", "policy", "带队下乡调研。", 7, false),
    ];

    public static async Task RunAsync(PlatformClient platform)
    {
        var today = LegalDay.Of(TimeProvider.System.GetUtcNow());
        foreach (var (authority, principal, other, reason, days, isAccepted) in All)
        {
            var (from, to) = ($"{authority}-{principal}", $"{authority}-{other}");
            var address = $"api/review/{authority}/delegations";
            // Whoever is chosen has signed in before.
            await platform.SendAsync(to, HttpMethod.Get, address);
            var known = (await platform.SendAsync(from, HttpMethod.Get, address)).Json.GetProperty("items").EnumerateArray();
            if (known.Any(one => one.GetProperty("revokedAt").ValueKind == JsonValueKind.Null && EndsOn(one) >= today)) continue;
            using var body = JsonContent.Create(new { @delegate = to, startsOn = today, endsOn = today.AddDays(days), reason });
            var granted = await platform.SendAsync(from, HttpMethod.Post, address, body);
            if (isAccepted) await platform.SendAsync(to, HttpMethod.Post, $"{address}/{granted.Json.GetProperty("id").GetGuid()}/accept");
        }

        await Console.Out.WriteLineAsync($"已登记 {All.Length} 项演示授权");
    }

    private static DateOnly? EndsOn(JsonElement delegation) => delegation.GetProperty("endsOn").GetString() is { } day
        ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null;
}
