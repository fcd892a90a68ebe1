using System.CommandLine;
using Disclosure.Cli.Rules.Shared;
using Disclosure.Rules.Coverage;
using Disclosure.Rules.Packs;

namespace Disclosure.Cli.Rules;

/// <summary><c>rules coverage</c>: what of the numbered rules is recorded, proven and at work; writes
/// <c>docs/rules-coverage.md</c>.</summary>
internal static class CoverageCommand
{
    public static Command Create()
    {
        var root = new Option<DirectoryInfo>("--root") { Description = "源码目录", DefaultValueFactory = _ => new DirectoryInfo(".") };
        var command = new Command("coverage", "列出全部规则及证明它们的测试") { root };
        command.SetAction(parsed => Run(parsed.GetValue(root)!.FullName));
        return command;
    }

    private static int Run(string root)
    {
        var tests = Path.Combine(root, "tests");
        if (!Directory.Exists(tests))
        {
            return Output.Refuse([$"不是源码目录（没有 tests）：{root}"]);
        }
        var proofs = RuleProof.Scan(Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(tests, file).Replace('\\', '/'), File.ReadAllText(file))));
        var report = new CoverageReport(proofs, RulePacks.Load());
        foreach (var rule in report.Open) Console.Out
            .WriteLine($"{rule.Number,3} {rule.Authority,-7} {rule.Kind,-12} {rule.Article}  {rule.Title}");
        foreach (var number in report.Unknown) Console.Error.WriteLine($"测试引用了不存在的规则 {number}");
        Directory.CreateDirectory(Path.Combine(root, "docs"));
        File.WriteAllText(Path.Combine(root, "docs", "rules-coverage.md"), report.ToMarkdown());
        Console.Out.WriteLine($"{SeedRule.All.Count}条规则：{report.Recorded.Count}条已录入规则包，{report.Proven.Count}条有函数级测试，"
            + $"{report.Works.Count}条在运行的产品中有测试，{report.Open.Count}条没有测试；已写入 docs/rules-coverage.md");
        return report.Unknown.Count == 0 ? 0 : 1;
    }
}
