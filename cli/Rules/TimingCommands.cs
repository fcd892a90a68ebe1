using System.CommandLine;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Deadlines.Timing;
using Disclosure.Rules.Packs;

namespace Disclosure.Cli.Rules;

/// <summary>
/// <c>rules timing --pack bijie --class finance --formed 2026-01-10 [--published DAYS] [--planned DAY] [--expires DAY]</c> and
/// <c>rules duty --pack jiangxi --limit submission.monthly --since 2026-01-01 [--done DAYS]</c> and
/// <c>rules pre-disclosure --pack bijie --from 2026-03-02 [--until DAY] [--major]</c>.
/// </summary>
internal static class TimingCommands
{
    public static Command Timing()
    {
        var pack = Pack();
        var code = new Option<string>("--class") { Description = "公开时间类别代码，例如 finance", Required = true };
        var formed = Options.Day("--formed", "形成之日", required: true);
        var published = Options.Days("--published", "公开之日");
        var (planned, expires) = (Options.OptionalDay("--planned", "拟公开之日（适时公开）"), Options.OptionalDay("--expires", "到期撤下之日"));
        var on = Options.Day("--on", "查询日，默认今天", required: false);
        var calendar = Options.Calendar();
        var command = new Command("timing", "按公开时间类别（长期、定期、适时、及时、随时）试算何时公开") { pack, code, formed, published, planned, expires, on,
            calendar };
        command.SetAction(parsed => Output.WithCalendar(parsed.GetValue(calendar), parsed.GetValue(pack), days =>
        {
            var matter = new TimedMatter(parsed.GetValue(formed), parsed.GetValue(published)!, parsed.GetValue(planned),
                parsed.GetValue(expires));
            return Show(TimingAnswer
                .Create(days, RulePacks.Load(), parsed.GetValue(pack)!, parsed.GetValue(code)!, matter, parsed.GetValue(on)));
        }));
        return command;
    }

    public static Command Duty()
    {
        var pack = Pack();
        var limit = new Option<string>("--limit") { Description = "定期期限代码，例如 submission.monthly", Required = true };
        var since = Options.Day("--since", "开始负有该义务之日", required: true);
        var done = Options.Days("--done", "完成之日");
        var on = Options.Day("--on", "查询日，默认今天", required: false);
        var command = new Command("duty", "逐期核对每月、每年等定期事项：到期日、按期、逾期和未完成") { pack, limit, since, done, on };
        command.SetAction(parsed => Show(DutyAnswer.Create(
            RulePacks.Load(), parsed.GetValue(pack)!, parsed.GetValue(limit)!, parsed.GetValue(since), parsed.GetValue(done)!,
            parsed.GetValue(on))));
        return command;
    }

    public static Command PreDisclosure()
    {
        var pack = Pack();
        var from = Options.Day("--from", "开始公示之日", required: true);
        var until = Options.OptionalDay("--until", "截止之日，给出的核对是否过短、过长");
        var major = new Option<bool>("--major") { Description = "重大行政决策草案" };
        var calendar = Options.Calendar();
        var command = new Command("pre-disclosure", "试算预公开期间：最早、最迟于何日截止") { pack, from, until, major, calendar };
        command.SetAction(parsed => Output.WithCalendar(parsed.GetValue(calendar), parsed.GetValue(pack), days =>
        {
            var answer = PreDisclosureAnswer.Create(days, RulePacks.Load(), parsed.GetValue(pack)!, parsed.GetValue(from),
                parsed.GetValue(major), parsed.GetValue(until));
            return answer.Value is { } value ? Output.Write(value, value.Fault is null) : Output.Refuse(answer.Errors);
        }));
        return command;
    }

    private static Option<string> Pack() => new("--pack") { Description = "规则包，例如 bijie", Required = true };

    private static int Show<T>(Answer<T> answer)
        where T : class
        => answer.Value is { } value ? Output.Write(value) : Output.Refuse(answer.Errors);
}
