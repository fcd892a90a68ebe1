using System.CommandLine;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Kernel;
using Disclosure.Rules.Answers;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules check id|uscc|orgcode|docnumber|indexnumber VALUE</c>: exit code 1 when the value is not valid.</summary>
internal static class CheckCommands
{
    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["id"] = "公民身份号码（GB 11643）",
        ["uscc"] = "统一社会信用代码（GB 32100）",
        ["orgcode"] = "组织机构代码（GB 11714）",
        ["docnumber"] = "发文字号",
        ["indexnumber"] = "索引号",
    };

    public static IEnumerable<Command> Create() => CheckAnswer.Kinds.Select(Create);

    private static Command Create(string kind)
    {
        var value = new Argument<string>("value") { Description = "要核对的值" };
        var command = new Command(kind, "核对" + Descriptions[kind]) { value };
        command.SetAction(parsed =>
        {
            var answer = CheckAnswer.Create(kind, parsed.GetValue(value)!, LegalDay.Today(TimeProvider.System));
            return answer.Value is { } check ? Output.Write(check, check.Valid) : Output.Refuse(answer.Errors);
        });
        return command;
    }
}
