using System.CommandLine;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Rules.Answers;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules fee --basis items|pages --count 45</c>.</summary>
internal static class FeeCommand
{
    public static Command Create()
    {
        var basis = new Option<string>("--basis") { Description = "items（按件）或 pages（按量）", Required = true };
        var count = Options.Number("--count", "一个自然月内的件数，或一件申请的页数");
        var command = new Command("fee", "试算信息处理费（国办函〔2020〕109号）") { basis, count };
        command.SetAction(parsed =>
        {
            var answer = FeeAnswer.Create(parsed.GetValue(basis)!, parsed.GetValue(count));
            return answer.Value is { } fee ? Output.Write(fee) : Output.Refuse(answer.Errors);
        });
        return command;
    }
}
