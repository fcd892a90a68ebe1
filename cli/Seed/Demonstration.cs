using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Cli.Platform;

namespace Disclosure.Cli.Seed;

/// <summary>An item of the demonstration content; <c>Interprets</c> is the key of an earlier one that it explains.</summary>
internal sealed record DemonstrationItem(string Key, string Authority, string Title, string Category, string? DocumentNumber,
    DateOnly? ProducedOn,
    IReadOnlyList<string>? Conditions, IReadOnlyList<string> Keywords, IReadOnlyList<string> Body, string? Interprets = null,
    IReadOnlyList<DemonstrationFile>? Attachments = null);

/// <summary>Writes the demonstration content by the way every item goes: drafted, submitted, reviewed by each step's people,
/// published.</summary>
/// <remarks>Repeatable: the draft's <c>Idempotency-Key</c> finds what an earlier run began, and it is carried on from where it
/// stands.</remarks>
internal static class Demonstration
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(PlatformClient platform)
    {
        await using var resource = typeof(Demonstration).Assembly.GetManifestResourceStream("demonstration.json")!;
        var items = (await JsonSerializer.DeserializeAsync<List<DemonstrationItem>>(resource, Json))!;
        foreach (var authority in items.GroupBy(item => item.Authority))
        {
            var begun = new List<(DemonstrationItem Item, Guid Id)>();
            foreach (var item in authority) begun
                .Add((item, await BeginAsync(platform, item, begun.Find(earlier => earlier.Item.Key == item.Interprets).Id)));
            foreach (var (item, id) in begun) await PublishAsync(platform, item.Authority, id);
            await Console.Out.WriteLineAsync($"{authority.Key}：已发布 {begun.Count} 条演示信息");
            await DemonstrationWork.RunAsync(platform, authority.Key, authority.First().Category);
        }

        await DemonstrationSubstitutes.RunAsync(platform);
    }

    internal static string Officer(string authority) => $"{authority}-officer";

    /// <param name="platform">The platform.</param>
    /// <param name="item">What to draft.</param>
    /// <param name="document">The document that the item explains, begun before; empty where it explains none.</param>
    private static async Task<Guid> BeginAsync(PlatformClient platform, DemonstrationItem item, Guid document)
    {
        using var body = JsonContent.Create(new
        {
            item.Title,
            item.Category,
            item.DocumentNumber,
            item.ProducedOn,
            item.Conditions,
            item.Keywords,
            Interprets = document == Guid.Empty ? null : new[] { document },
            Body = string.Join("\n\n", item.Body),
        });
        var draft = await platform.SendAsync(Officer(item.Authority), HttpMethod.Post, $"api/catalogue/{item.Authority}/items", body,
            key: "demonstration-" + item.Key);
        var id = draft.Json.GetProperty("id").GetGuid();
        // A run before this one may have got further.
        var now = await platform.SendAsync(Officer(item.Authority), HttpMethod.Get, $"api/catalogue/{item.Authority}/items/{id}");
        if (State(now.Json) != "draft") return id;
        var etag = await DemonstrationFiles.AttachAsync(platform, item.Authority, id, now, item.Attachments ?? []);
        await platform.SendAsync(Officer(item.Authority), HttpMethod.Post, $"api/catalogue/{item.Authority}/items/{id}/submit", etag: etag);
        return id;
    }

    /// <summary>Takes step after step, each as a person entitled to it, until the item is published.</summary>
    private static async Task PublishAsync(PlatformClient platform, string authority, Guid id)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var item = await platform.SendAsync(Officer(authority), HttpMethod.Get, $"api/catalogue/{authority}/items/{id}");
            // Published once, it is there: whoever has withdrawn or revised it since knows why.
            if (item.Json.GetProperty("number").ValueKind == JsonValueKind.String) return;
            if (State(item.Json) != "in-review")
                throw new PlatformException($"演示信息 {id} 的状态是 {State(item.Json)}，没有发布：{item.Json.GetProperty("lastReason")}");
            var review = await platform
                .SendAsync(Officer(authority), HttpMethod.Get, $"api/review/{authority}/cases/{item.Json.GetProperty("caseId").GetGuid()}");
            var step = review.Found ? review.Json.GetProperty("steps").EnumerateArray().FirstOrDefault(s => State(s) == "open") : default;
            if (step.ValueKind == JsonValueKind.Object) await DecideAsync(platform, authority, review.Json, step, "approve", null);
            else if (limit.IsCancellationRequested)
                throw new PlatformException($"演示信息 {id} 在 {Patience.TotalSeconds:N0} 秒内没有发布；请查看 review 与 catalogue 的日志。");
            // Only while a message is on its way: the next look finds the step, or the publication.
            else await tick.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>Decides at a step, as the first demonstration account that may.</summary>
    internal static async Task DecideAsync(PlatformClient platform, string authority, JsonElement review, JsonElement step, string outcome,
        string? reason)
    {
        var code = step.GetProperty("code").GetString()!;
        var decided = review.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("decidedByName").GetString()).ToList();
        foreach (var role in step.GetProperty("roles").EnumerateArray().Select(r => r.GetString()!))
        {
            var person = $"{authority}-{role}";
            var seen = await platform
                .SendAsync(person, HttpMethod.Get, $"api/review/{authority}/cases/{review.GetProperty("id").GetGuid()}");
            var action = seen.Found ? seen.Json.GetProperty("decisions").EnumerateArray()
                .FirstOrDefault(a => a.GetProperty("step").GetString() == code) : default;
            if (action.ValueKind != JsonValueKind.Object) continue;
            using var body = JsonContent.Create(new
            {
                step = code,
                outcome,
                reason,
                digest = seen.Json.GetProperty("contentDigest").GetString(),
                disclosed = outcome == "approve" ? Disclosed(seen.Json) : [],
                checklist = seen.Json.GetProperty("checklist").EnumerateArray().Select(c => c.GetProperty("code").GetString()).ToList(),
            });
            await platform.SendAsync(person, HttpMethod.Post,
                $"api/review/{authority}/cases/{review.GetProperty("id").GetGuid()}/decisions", body);
            return;
        }

        throw new PlatformException($"环节“{step.GetProperty("name").GetString()}”没有演示账号可以办理"
            + $"（已办理：{string.Join('、', decided.Where(d => d is not null))}）。");
    }

    /// <summary>确需公开: what the demonstration has of telephones and pictures is for the public.</summary>
    private static List<object> Disclosed(JsonElement review) => [.. review.GetProperty("findings").EnumerateArray()
        .Where(finding => finding.GetProperty("level").GetString() == "warning"
            && finding.GetProperty("key").ValueKind == JsonValueKind.String
            && finding.GetProperty("answer").ValueKind == JsonValueKind.Null)
        .Select(finding => new { finding = finding.GetProperty("key").GetString(), reason = "本单位对外服务的咨询电话，须让群众知晓。" })];

    internal static string State(JsonElement json) => json.GetProperty("state").GetString()!;
}
