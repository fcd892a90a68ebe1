using System.CommandLine;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Rules.Answers;

namespace Disclosure.Cli.Platform;

/// <summary><c>disclosure pack replay</c>: what another rule pack would have made of what a running platform has recorded
/// (规则变更试算).</summary>
internal static class PackCommand
{
    public static Command Create() => new("pack", "运行中的平台里机关的规则包") { Replay() };

    private static Command Replay()
    {
        var authority = new Option<string>("--authority") { Description = "机关代码，例如 xinyuan", Required = true };
        var user = new Option<string?>("--user") { Description = "以谁的名义，默认 {机关}-office；系统管理员只看到数量" };
        var pack = new Option<FileInfo?>("--pack") { Description = "机关的待定规则包（JSON）" };
        var national = new Option<FileInfo?>("--national") { Description = "待定的全国底本（JSON），用于法规修改" };
        var since = new Option<string?>("--since") { Description = "只看这一天以后开始的（yyyy-MM-dd），默认最近 365 天" };
        var command = new Command("replay", "试算：已有的审核件按待定的规则包会有哪些不同，不生效") { authority, user, pack, national, since };
        return PlatformCommands.WithPlatform(command, async (platform, parsed) =>
        {
            var whose = parsed.GetValue(authority)!;
            var content = new
            {
                pack = parsed.GetValue(pack) is { } own ? InputFile.Read(own) : null,
                national = parsed.GetValue(national) is { } law ? InputFile.Read(law) : null,
                since = Day(parsed.GetValue(since)),
            };
            var answer = await platform.SendAsync(parsed.GetValue(user) ?? $"{whose}-office", HttpMethod.Post,
                $"api/review/{whose}/rules/replay", JsonContent.Create(content));
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(answer.Json, RulesJson.Options));
        });
    }

    private static DateOnly? Day(string? text)
    {
        if (text is null) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new PlatformException($"不是日期：{text}（应为 yyyy-MM-dd）。");
    }
}
