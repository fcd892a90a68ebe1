using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Disclosure.Cli.Platform;
using Disclosure.Rules.Packs;

namespace Disclosure.Cli.Audit;

/// <summary><c>disclosure audit …</c>: verifies the audit log of the review service through the gateway.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "审计记录") { Verify() };

    private static Command Verify()
    {
        var authority = new Option<string?>("--authority") { Description = "机关代码，默认全部机关" };
        var user = new Option<string?>("--user") { Description = "以谁的名义核验，默认 {机关}-audit-admin" };
        var password = new Option<string>("--password") { Description = "密码", DefaultValueFactory = _ => "disclosure" };
        var expect = new Option<string?>("--expect") { Description = "另行保存的 序号:校验值，证明该条及以前的记录没有改写（须同时给出 --authority）" };
        var command = new Command("verify", "逐条重算审计记录的校验链；完好返回 0，被改动返回 1") { authority, user, password, expect };
        return PlatformCommands.WithPlatform(command, async (platform, parsed) =>
        {
            var only = parsed.GetValue(authority);
            var anchor = Anchor(parsed.GetValue(expect), only);
            var broken = new List<string>();
            foreach (var code in only is null ? RulePacks.Load().All.Select(pack => pack.Authority) : [only])
            {
                var person = parsed.GetValue(user) ?? $"{code}-audit-admin";
                await platform.TokenAsync(person, parsed.GetValue(password)!);
                if (await CheckAsync(platform, person, code, anchor) is { } problem) broken.Add(problem);
            }

            if (broken.Count > 0) throw new PlatformException(string.Join(Environment.NewLine, broken));
        });
    }

    private static async Task<string?> CheckAsync(PlatformClient platform, string person, string authority, (long Position, string Hash)? anchor)
    {
        var report = (await platform.SendAsync(person, HttpMethod.Get, $"api/review/{authority}/audit/verify")).Json;
        if (!report.GetProperty("intact").GetBoolean())
        {
            var place = report.GetProperty("brokenAt") is { ValueKind: JsonValueKind.Number } at ? $"第 {at.GetInt64()} 条：" : "";
            return $"{authority}：审计记录已被改动。{place}{report.GetProperty("problem").GetString()}。";
        }

        var head = report.GetProperty("head");
        await Console.Out.WriteLineAsync($"{authority}：{report.GetProperty("entries").GetInt64()} 条记录完好，末条 {head.GetProperty("position").GetInt64()}:{head.GetProperty("hash").GetString()}");
        if (anchor is not { } kept) return null;
        var path = string.Create(CultureInfo.InvariantCulture, $"api/review/{authority}/audit/entries?after={kept.Position - 1}&limit=1");
        var entry = (await platform.SendAsync(person, HttpMethod.Get, path)).Json.GetProperty("items").EnumerateArray().FirstOrDefault();
        return entry.ValueKind == JsonValueKind.Object && entry.GetProperty("position").GetInt64() == kept.Position && entry.GetProperty("hash").GetString() == kept.Hash
            ? null
            : $"{authority}：第 {kept.Position} 条与另行保存的校验值不符，记录已被整体改写。";
    }

    private static (long Position, string Hash)? Anchor(string? text, string? authority)
    {
        if (text is null) return null;
        var parts = text.Split(':');
        return authority is not null && parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position > 0
            ? (position, parts[1])
            : throw new PlatformException("--expect 的形式是 序号:校验值，并须同时给出 --authority。");
    }
}
