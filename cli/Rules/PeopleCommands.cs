using System.CommandLine;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Packs;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules check roster|panel --pack jiangxi --file LIST</c>: exit code 1 when somebody is missing. The lists stay on this
/// machine.</summary>
internal static class PeopleCommands
{
    public static Command Roster()
        => Of("roster", "核对信息工作人员名单：每行“单位,姓名[,职能科室]”", (pack, text) => RosterAnswer.Create(RulePacks.Load(), pack, text), answer
        => answer.Complete);

    public static Command Panel()
        => Of("panel", "核对代表评议小组的组成：每行“代表类别,姓名”", (pack, text) => PanelAnswer.Create(RulePacks.Load(), pack, text), answer
        => answer.Complete);

    private static Command Of<T>(string name, string description, Func<string, string, Answer<T>> answer, Func<T, bool> good)
        where T : class
    {
        var pack = new Option<string>("--pack") { Description = "规则包，例如 jiangxi", Required = true };
        var file = Options.File("名单，UTF-8 文本");
        var command = new Command(name, description) { pack, file };
        command.SetAction(parsed =>
        {
            if (!Output.TryReadText(parsed.GetValue(file)!, out var text, out var error)) return Output.Refuse([error]);
            var answered = answer(parsed.GetValue(pack)!, text);
            return answered.Value is { } value ? Output.Write(value, good(value)) : Output.Refuse(answered.Errors);
        });
        return command;
    }
}
