using System.CommandLine;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Kernel;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Printing;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules show</c>, <c>rules print</c> and <c>rules validate</c>: rule packs to read, to sign and to check.</summary>
internal static class PackCommands
{
    public static Command Show()
    {
        var pack = new Argument<string>("pack") { Description = "机关代码，如 bijie，或 national" };
        var path = new Argument<string?>("path") { Description = "路径，如 limits.application.reply", Arity = ArgumentArity.ZeroOrOne };
        var directory = new Option<string?>("--directory") { Description = "覆盖内置规则包的目录" };
        var command = new Command("show", "显示规则包或其一部分（JSON）") { pack, path, directory };
        command.SetAction(parsed =>
        {
            if (Load(parsed.GetValue(directory)) is not { } packs) return Output.BadUsage;
            if (packs.Show(parsed.GetValue(pack)!, parsed.GetValue(path)) is { } part)
            {
                Console.Out.WriteLine(part.ToJsonString(RulesJson.Indented));
                return 0;
            }

            return Output.Refuse([packs.Show(parsed.GetValue(pack)!) is null ? Unknown(packs, parsed.GetValue(pack)!)
                : $"规则包“{parsed.GetValue(pack)}”中没有“{parsed.GetValue(path)}”。"]);
        });
        return command;
    }

    public static Command Print()
    {
        var pack = new Argument<string>("pack") { Description = "机关代码，如 bijie，或 national" };
        var file = new Option<string?>("--out") { Description = "写入的文件；不写则输出到屏幕" };
        var directory = new Option<string?>("--directory") { Description = "覆盖内置规则包的目录" };
        var command = new Command("print", "打印规则包供法制机构核对签字（HTML）：每一项的内容、依据和标注") { pack, file, directory };
        command.SetAction(parsed =>
        {
            if (Load(parsed.GetValue(directory)) is not { } packs) return Output.BadUsage;
            if (PackPrint.Of(packs, parsed.GetValue(pack)!, LegalDay.Today(TimeProvider.System)) is not { } print)
                return Output.Refuse([Unknown(packs, parsed.GetValue(pack)!)]);
            return Write(PackPrintHtml.Of(print), parsed.GetValue(file));
        });
        return command;
    }

    public static Command Validate()
    {
        var directory = new Argument<string>("directory") { Description = "规则包目录" };
        var command = new Command("validate", "校验目录中的规则包，列出错误（每个文件至多200处）") { directory };
        command.SetAction(parsed =>
        {
            if (!Directory.Exists(parsed.GetValue(directory))) return Output.Refuse([$"不是目录：{parsed.GetValue(directory)}"]);
            var errors = RulePacks.Validate(parsed.GetValue(directory));
            foreach (var error in errors) Console.Out.WriteLine(error);
            if (!Directory.EnumerateFiles(parsed.GetValue(directory)!, "*.json").Any()) Console.Error
                .WriteLine("目录中没有规则包文件（*.json），只校验了内置规则包");
            Console.Out.WriteLine(errors.Count == 0 ? "规则包有效" : $"共{errors.Total}处错误");
            return errors.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static string Unknown(RulePacks packs, string pack)
        => $"没有规则包“{pack}”。可用的规则包：{RulePacks.National}、{string.Join("、", packs.All.Select(one => one.Authority))}。";

    private static int Write(string text, string? file)
    {
        try
        {
            if (file is null) Console.Out.WriteLine(text);
            else File.WriteAllText(file, text);
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Output.Refuse([$"文件无法写入：{file}"]);
        }
    }

    private static RulePacks? Load(string? directory)
    {
        try
        {
            return RulePacks.Load(directory);
        }
        catch (RulePackException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return null;
        }
    }
}
