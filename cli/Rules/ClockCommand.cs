using System.CommandLine;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules clock --pack bijie --limit application.reply --file facts.json [--on 2026-03-01] [--directory PACKS] [--calendar
/// DIR]</c>.</summary>
internal static class ClockCommand
{
    public static Command Create()
    {
        var pack = new Option<string>("--pack") { Description = "规则包，例如 bijie", Required = true };
        var limit = new Option<string>("--limit") { Description = "期限代码，例如 application.reply", Required = true };
        var file = Options.File("事实（JSON 数组）");
        var on = Options.Day("--on", "查询日，默认今天", required: false);
        var directory = new Option<string?>("--directory") { Description = "覆盖内置规则包的目录" };
        var calendar = Options.Calendar();
        var command = new Command("clock", "按事实计算期限：届满日、状态、剩余、中止和逐日说明") { pack, limit, file, on, directory, calendar };
        command.SetAction(parsed
            => Output.WithCalendars(parsed.GetValue(calendar), days
            => Run(days, parsed.GetValue(pack)!, parsed.GetValue(limit)!, parsed.GetValue(file)!, parsed.GetValue(on),
            parsed.GetValue(directory))));
        return command;
    }

    private static int Run(WorkingCalendars calendars, string pack, string limit, FileInfo file, DateOnly on, string? directory)
    {
        if (!Output.TryReadText(file, out var json, out var error)) return Output.Refuse([error]);
        var facts = FactsJson.Read(json);
        if (facts.Errors.Count > 0) return Output.Refuse(facts.Errors);
        try
        {
            var packs = RulePacks.Load(directory);
            var region = packs.TryGet(pack, out var found) ? found.Region?.OfCalendar() : null;
            var answer = ClockAnswer.Create(calendars.Of(region), packs, pack, limit, facts.Facts, on);
            return answer.Value is { } clock ? Output.Write(clock, clock.Errors.Count == 0) : Output.Refuse(answer.Errors);
        }
        catch (RulePackException failure)
        {
            return Output.Refuse(failure.Errors.Select(fault => fault.ToString()));
        }
    }
}
