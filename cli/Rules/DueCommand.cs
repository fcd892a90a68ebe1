using System.CommandLine;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Rules.Answers;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules due --from 2026-02-10 --days 20 [--unit working|calendar|month] [--pack xinyuan] [--calendar
/// DIR]</c>.</summary>
internal static class DueCommand
{
    public static Command Create()
    {
        var from = Options.Day("--from", "收到之日，当日不计", required: true);
        var days = Options.Number("--days", "期限长度");
        var unit = new Option<string>("--unit")
        {
            Description = "working（工作日）、calendar（自然日）或 month（月）",
            DefaultValueFactory = _
            => "working"
        };
        var directory = Options.Calendar();
        var pack = Options.PackOfCalendar();
        var command = new Command("due", "试算期限届满日，逐日说明") { from, days, unit, directory, pack };
        command.SetAction(parsed => Output.WithCalendar(parsed.GetValue(directory), parsed.GetValue(pack), calendar =>
        {
            var answer = DueAnswer.Create(calendar, parsed.GetValue(from), parsed.GetValue(days), parsed.GetValue(unit)!);
            return answer.Value is { } due ? Output.Write(due) : Output.Refuse(answer.Errors);
        }));
        return command;
    }
}
