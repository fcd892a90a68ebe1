using Disclosure.Testing;
using Xunit;

namespace Disclosure.Cli.Tests;

/// <summary><c>rules print</c>.</summary>
public sealed class PrintTests
{
    [Theory]
    [InlineData("gaotai", "高台县文体广电和旅游局")]
    [InlineData("national", "全国通用底本")]
    public async Task A_pack_is_printed_to_the_screen_or_into_a_file(string pack, string name)
    {
        var said = await Command.RunAsync("rules", "print", pack);
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.StartsWith("<!DOCTYPE html>", said.Output, StringComparison.Ordinal);
        Assert.Contains($"{name}：政务公开规则核对稿", said.Output, StringComparison.Ordinal);
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Root, "print.html");
        Assert.Equal(new Said(0, "", ""), await Command.RunAsync("rules", "print", pack, "--out", file));
        Assert.Equal(said.Output.TrimEnd(), (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).TrimEnd());
    }

    [Fact]
    public async Task A_pack_of_a_directory_is_printed_as_it_stands_there()
    {
        using var directory = new TemporaryDirectory();
        var pack = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "services", "Rules", "packs", "gaotai.json"),
            TestContext.Current.CancellationToken);
        directory.Write("gaotai.json", pack.Replace("09366621050", "09366621051", StringComparison.Ordinal));
        var said = await Command.RunAsync("rules", "print", "gaotai", "--directory", directory.Root);
        Assert.Contains("电话：09366621051", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_printed_says_why_as_rules_show_does()
    {
        var said = await Command.RunAsync("rules", "print", "nowhere");
        Assert.Equal(await Command.RunAsync("rules", "show", "nowhere"), said);
        Assert.Equal(2, said.ExitCode);
        Assert.Contains("没有规则包“nowhere”", said.Errors, StringComparison.Ordinal);
        var unwritable = await Command.RunAsync("rules", "print", "gaotai", "--out", "/nowhere/print.html");
        Assert.Equal(2, unwritable.ExitCode);
        Assert.Contains("文件无法写入：/nowhere/print.html", unwritable.Errors, StringComparison.Ordinal);
    }
}
