using System.CommandLine;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Replay;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules replay --pack bijie --file matters.json [--candidate PACKS] [--candidate-calendar DIR] [--on 2026-03-01] [--directory
/// PACKS] [--calendar DIR]</c>: recorded matters by the rules in force and by others.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var pack = new Option<string>("--pack") { Description = "规则包，例如 bijie", Required = true };
        var file = Options.File("事项（JSON 数组，每件有 id、limit、facts）");
        var on = Options.Day("--on", "查询日，默认今天", required: false);
        var directory = new Option<string?>("--directory") { Description = "覆盖内置规则包的目录（现行）" };
        var calendar = Options.Calendar();
        var candidate = new Option<string?>("--candidate") { Description = "待试算的规则包目录，默认与现行相同" };
        var notices = new Option<string?>("--candidate-calendar") { Description = "待试算的放假安排目录，默认与现行相同" };
        var command = new Command("replay", "试算：同样的事实按现行规则和按待定规则，届满日和结果有哪些不同")
        {
            pack, file, on, directory, calendar, candidate, notices,
        };
        command.SetAction(parsed => Output.WithCalendars(parsed.GetValue(calendar), before
            => Output.WithCalendars(parsed.GetValue(notices) ?? parsed.GetValue(calendar), after
                => Run(parsed.GetValue(pack)!, parsed.GetValue(file)!, parsed.GetValue(on), (parsed.GetValue(directory), before),
                    (parsed.GetValue(candidate) ?? parsed.GetValue(directory), after)))));
        return command;
    }

    private static int Run(string pack, FileInfo file, DateOnly on, (string? Packs, WorkingCalendars Calendars) before,
        (string? Packs, WorkingCalendars Calendars) after)
    {
        if (!Output.TryReadText(file, out var json, out var error)) return Output.Refuse([error]);
        var records = RecordedClocksJson.Read(json);
        if (records.Errors.Count > 0) return Output.Refuse(records.Errors);
        try
        {
            if (Rules(pack, before) is not { } inForce || Rules(pack, after) is not { } candidate)
                return Output.Refuse([DutyAnswer.NoPack(RulePacks.Load(before.Packs), pack)]);
            var answer = ReplayAnswer.Create(records.Clocks, inForce, candidate, on);
            return answer.Value is { } replay ? Output.Write(replay) : Output.Refuse(answer.Errors);
        }
        catch (RulePackException failure)
        {
            return Output.Refuse(failure.Errors.Select(fault => fault.ToString()));
        }
    }

    private static ClockRules? Rules(string pack, (string? Packs, WorkingCalendars Calendars) from)
        => RulePacks.Load(from.Packs).TryGet(pack, out var found)
            ? new ClockRules(found, from.Calendars.Of(found.Region?.OfCalendar())) : null;
}
