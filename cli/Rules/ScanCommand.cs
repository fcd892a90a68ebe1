using System.CommandLine;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Rules.Scanning;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules scan --file text</c>: a list of sensitive spans, empty when there are none.</summary>
internal static class ScanCommand
{
    public static Command Create()
    {
        var file = Options.File("要检测的文本（UTF-8）");
        var command = new Command("scan", "检测文本中的个人信息：身份证、银行卡、其他证件、手机、住址、固话、邮箱") { file };
        command.SetAction(parsed => Output.TryReadText(parsed.GetValue(file)!, out var text, out var error)
            ? Output.Write(SensitiveDataScanner.Scan(text))
            : Output.Refuse([error]));
        return command;
    }
}
