using System.CommandLine;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Disclosure.Cli.Platform;

/// <summary><c>disclosure calendar check|import|withdraw|show</c>: the working calendar of an authority in a running platform (机关的工作日历).
/// The deployment's own, for all authorities, is <c>rules calendar import --into</c>.</summary>
internal static class CalendarCommand
{
    public static Command Create() => new("calendar", "运行中的平台里机关的工作日历：核对、导入、撤销、查看放假安排") { Check(), Import(), Withdraw(), Show() };

    private static Command Check()
    {
        var common = new Common();
        var command = common.AddNotice(new Command("check", "核对放假安排并试算对未办结期限的影响，不导入"));
        return common.With(command, async (platform, parsed) =>
        {
            var notice = common.Notice(parsed);
            var check = (await common.PostAsync(platform, parsed, "check", notice)).Json;
            await PrintAsync(check);
            if (!check.GetProperty("isAcceptable").GetBoolean()) throw new PlatformException("放假安排有错误，不能导入。");
            await PrintAsync((await common.PostAsync(platform, parsed, "replay", notice)).Json);
        });
    }

    private static Command Import()
    {
        var common = new Common();
        var basis = new Option<string>("--basis") { Description = "依据，例如通知的文号", Required = true };
        var command = common.AddNotice(new Command("import", "导入放假安排；未办结的期限随即重新计算") { basis });
        return common.With(command, async (platform, parsed) =>
        {
            await common.PostAsync(platform, parsed, "notices", common.Notice(parsed, parsed.GetValue(basis)));
            await Console.Out.WriteLineAsync("已导入。");
        });
    }

    private static Command Withdraw()
    {
        var common = new Common();
        var year = new Argument<int>("year") { Description = "年份" };
        var reason = new Option<string>("--reason") { Description = "撤销的原因", Required = true };
        var command = new Command("withdraw", "撤销机关导入的一年放假安排，恢复平台自带的安排") { year, reason, common.Regional };
        return common.With(command, async (platform, parsed) =>
        {
            await common.PostAsync(platform, parsed, "withdrawals",
                new { scope = common.Scope(parsed), year = parsed.GetValue(year), reason = parsed.GetValue(reason) });
            await Console.Out.WriteLineAsync("已撤销。");
        });
    }

    private static Command Show()
    {
        var common = new Common();
        var year = new Argument<int>("year") { Description = "年份" };
        return common.With(new Command("show", "查看机关一年的工作日历和导入的各版") { year }, async (platform, parsed) =>
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{common.Path(parsed)}/{parsed.GetValue(year)}");
            await PrintAsync((await platform.SendAsync(common.Who(parsed), HttpMethod.Get, path)).Json);
        });
    }

    private static Task PrintAsync(JsonElement answer)
        => Console.Out.WriteLineAsync(JsonSerializer.Serialize(answer, Disclosure.Rules.Answers.RulesJson.Options));

    /// <summary>What each of the commands is asked with.</summary>
    private sealed class Common
    {
        private readonly Option<string> authority = new("--authority") { Description = "机关代码，例如 xinyuan", Required = true };
        private readonly Option<string?> user = new("--user") { Description = "以谁的名义，默认 {机关}-system-admin" };
        private readonly Argument<FileInfo> file = new("file") { Description = "放假安排（CSV：date,isOffDay,name）" };
        private readonly Option<int?> year = new("--year") { Description = "年份，默认取多数行所属的年份" };
        private readonly Option<bool> replace = new("--replace") { Description = "替换已载入的年份（更正通知）" };

        public Option<bool> Regional { get; } = new("--regional") { Description = "本地区的安排；默认是全国的安排" };

        public Command AddNotice(Command command)
        {
            command.Arguments.Add(file);
            command.Options.Add(year);
            command.Options.Add(replace);
            command.Options.Add(Regional);
            return command;
        }

        public Command With(Command command, Func<PlatformClient, ParseResult, Task> run)
        {
            command.Options.Add(authority);
            command.Options.Add(user);
            return PlatformCommands.WithPlatform(command, run);
        }

        public string Who(ParseResult parsed) => parsed.GetValue(user) ?? $"{parsed.GetValue(authority)}-system-admin";

        public string Path(ParseResult parsed) => $"api/review/{parsed.GetValue(authority)}/calendar";

        public string Scope(ParseResult parsed) => parsed.GetValue(Regional) ? "regional" : "national";

        public object Notice(ParseResult parsed, string? basis = null)
        {
            var csv = InputFile.Read(parsed.GetValue(file)!);
            return new { scope = Scope(parsed), csv, year = parsed.GetValue(year), replace = parsed.GetValue(replace), basis };
        }

        public Task<Answer> PostAsync(PlatformClient platform, ParseResult parsed, string door, object content)
            => platform.SendAsync(Who(parsed), HttpMethod.Post, $"{Path(parsed)}/{door}", JsonContent.Create(content));
    }
}
