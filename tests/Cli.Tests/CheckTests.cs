using System.Text.Json;
using Xunit;

namespace Disclosure.Cli.Tests;

/// <summary><c>rules check</c>, <c>scan</c>, <c>show</c>, <c>validate</c> and <c>coverage</c>.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("cli-");

    public void Dispose() => directory.Delete(recursive: true);

    [Theory]
    [InlineData("id", "11010519491231002X", true)]
    [InlineData("id", "110105194912310021", false)]
    [InlineData("uscc", "115224000100006370", true)]
    [InlineData("orgcode", "000014348", false)]
    [InlineData("docnumber", "国办函〔2020〕109号", true)]
    [InlineData("docnumber", "财政部公告２０２３年第５号", false)]
    [InlineData("docnumber", "国办函〔٢٠٢٠〕109号", false)]
    [InlineData("indexnumber", "000014349/٢٠١٧-00110", false)]
    [InlineData("indexnumber", "000000001/2021-00151", true)]
    public async Task An_identifier_is_valid_or_not_and_the_exit_code_says_so(string kind, string value, bool valid)
    {
        var said = await Command.RunAsync("rules", "check", kind, value);
        Assert.Equal((valid ? 0 : 1, ""), (said.ExitCode, said.Errors));
        Assert.Equal(valid, said.Json.GetProperty("valid").GetBoolean());
        Assert.Equal(!valid, said.Json.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String);
        if (kind == "id") Assert.DoesNotContain(value, said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_data_are_listed_with_kind_and_position()
    {
        var said = await Command.RunAsync("rules", "scan", "--file", Write("text.txt", "电话\n13812345678 13912345678"));
        Assert.Equal(0, said.ExitCode);
        Assert.Equal([("mobile-phone", 3, 2, 1), ("mobile-phone", 15, 2, 13)], said.Json.EnumerateArray().Select(span =>
            (span.GetProperty("kind").GetString(), span.GetProperty("start").GetInt32(), span.GetProperty("line").GetInt32(),
                span.GetProperty("column").GetInt32())));
    }

    [Fact]
    public async Task A_report_that_does_not_reconcile_ends_with_one_and_lists_the_rules()
    {
        var zeros = "[" + string.Join(',', Enumerable.Repeat("[0,0,0,0,0,0,0]", 24)) + ",[1,0,0,0,0,0,1]]";
        var file = Write("report.json", $$"""
            {"year":2025,"kind":"department","table2":{"regulations":{"made":0,"abolished":0,"inForce":0},
            "normativeDocuments":{"made":0,"abolished":0,"inForce":0},"licences":3,"penalties":8,"coercions":0,"fees":"①"},
            "table3":{{zeros}},"table4":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}
            """);
        var said = await Command.RunAsync("rules", "check", "report", "--file", file);
        Assert.Equal((1, ""), (said.ExitCode, said.Errors));
        Assert.Equal(["R1", "R7"], said.Json.EnumerateArray().Select(violation => violation.GetProperty("rule").GetString()!).Distinct()
            .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("check report --file")]
    [InlineData("clock --pack bijie --limit application.reply --file")]
    public async Task What_is_no_json_cannot_be_asked_about(string command)
    {
        var said = await Command.RunAsync(["rules", .. command.Split(' '), Write("broken.json", "{")]);
        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", said.Errors);
    }

    [Theory]
    [InlineData("check report --file")]
    [InlineData("scan --file")]
    public async Task Files_that_are_missing_directories_or_not_utf_8_are_told_apart(string command)
    {
        async Task<string> Refused(string file)
        {
            var said = await Command.RunAsync(["rules", .. command.Split(' '), file]);
            Assert.Equal((2, ""), (said.ExitCode, said.Output));
            return said.Errors;
        }

        var latin = Path.Combine(directory.FullName, "latin.txt");
        await File.WriteAllBytesAsync(latin, [0xC4, 0xE3, 0xBA, 0xC3], TestContext.Current.CancellationToken);
        Assert.Contains("不是 UTF-8 文本", await Refused(latin), StringComparison.Ordinal);
        Assert.Contains("是目录，不是文件", await Refused(directory.FullName), StringComparison.Ordinal);
        Assert.Contains("文件不存在", await Refused(Path.Combine(directory.FullName, "none")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_is_shown_whole_and_in_part()
    {
        var part = await Command.RunAsync("rules", "show", "bijie", "limits.application.reply");
        Assert.Equal((0, 20), (part.ExitCode, part.Json.GetProperty("amount").GetInt32()));
        Assert.Equal("gaotai", (await Command.RunAsync("rules", "show", "gaotai")).Json.GetProperty("authority").GetString());
        foreach (var unknown in (string[][])[["nowhere"], ["bijie", "limits.nothing"]])
            Assert.Equal(2, (await Command.RunAsync(["rules", "show", .. unknown])).ExitCode);
    }

    [Fact]
    public async Task A_directory_of_packs_is_validated_and_every_fault_has_its_path()
    {
        Assert.Equal(0, (await Command.RunAsync("rules", "validate", directory.FullName)).ExitCode);
        Write("zunyi.json", """{"authority":"zunyi"}""");
        var said = await Command.RunAsync("rules", "validate", directory.FullName);
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("zunyi.json: $.organisationCode: 缺少此项", said.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Command.RunAsync("rules", "validate", Path.Combine(directory.FullName, "none"))).ExitCode);
    }

    [Fact]
    public async Task Coverage_lists_the_open_rules_and_writes_the_page()
    {
        Directory.CreateDirectory(Path.Combine(directory.FullName, "tests"));
        var said = await Command.RunAsync("rules", "coverage", "--root", directory.FullName);
        Assert.Equal(0, said.ExitCode);
        Assert.Contains("372条规则：344条已录入规则包，0条有函数级测试，0条在运行的产品中有测试，372条没有测试", said.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(directory.FullName, "docs", "rules-coverage.md")));
        Assert.Equal(2, (await Command.RunAsync("rules", "coverage", "--root", Path.Combine(directory.FullName, "docs"))).ExitCode);
    }

    [Theory]
    [InlineData("rules")]
    [InlineData("rules check id")]
    [InlineData("rules nonsense")]
    public async Task A_line_that_cannot_be_understood_is_told_in_whole_Chinese_sentences(string line)
    {
        var said = await Command.RunAsync(line.Split(' '));
        Assert.Equal(2, said.ExitCode);
        Assert.All(said.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), error
            => Assert.EndsWith("。", error.TrimEnd(), StringComparison.Ordinal));
        Assert.DoesNotContain("。.", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_says_what_the_exit_codes_mean()
        => Assert.Contains("退出码", (await Command.RunAsync("rules", "--help")).Output, StringComparison.Ordinal);

    private string Write(string name, string text)
    {
        var file = Path.Combine(directory.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
