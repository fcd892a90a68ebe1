using System.CommandLine;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Rules.AnnualReports;
using Disclosure.Rules.Answers;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules check report</c>: whether the tables of an annual report reconcile. Exit code 1 where an error, not only a warning,
/// was found.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var file = Options.File("年度报告（JSON）");
        var previous = new Option<FileInfo?>("--previous") { Description = "上年度报告（JSON）" };
        var command = new Command("report", "核对年度报告的勾稽关系；内容不合格式的也列为违反（format）") { file, previous };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(previous)));
        return command;
    }

    private static int Run(FileInfo file, FileInfo? previous)
    {
        if (!Output.TryReadText(file, out var now, out var error)) return Output.Refuse([error]);
        string? before = null;
        if (previous is not null && !Output.TryReadText(previous, out before, out error)) return Output.Refuse([error]);
        var answer = ReportAnswer.Create(now, before);
        return answer.Value is { } violations
            ? Output.Write(violations, violations.All(violation => violation.Severity != Severity.Error))
            : Output.Refuse(answer.Errors);
    }
}
