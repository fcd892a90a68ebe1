using System.Text.Json;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Cli.Tests;

/// <summary><c>rules check roster</c> and <c>rules check panel</c>: lists as offices keep them, held against the rules.</summary>
public sealed class PeopleTests
{
    [Fact]
    [Rule(294)]
    public async Task A_list_of_Jiangxi_names_a_person_for_each_unit_and_a_section_where_one_is_demanded()
    {
        var (code, gaps) = await Roster("jiangxi", "# 2026年1月报备\n办公室,甲\nart-division，乙\n公共文化处,丙\ncity-nanchang,丁,宣传科\n");
        Assert.Equal(1, code);
        Assert.DoesNotContain(gaps, gap => gap.Unit is "office" or "art-division" or "public-culture" or "city-nanchang");
        Assert.Contains(("county-demo", "nobody-named"), gaps);
        Assert.Contains(("city-nanchang", "section-not-named"), (await Roster("jiangxi", "南昌市文广新局,丁\n")).Gaps);
    }

    [Fact]
    [Rule(5)]
    public async Task A_complete_list_of_Gaotai_is_answered_with_yes()
    {
        const string complete = "办公室,甲\n产业促进股,乙\n图书馆,丙\n文化馆,丁\n博物馆,戊\n社体中心,己\n";
        Assert.Equal((0, 0), await Roster("gaotai", complete) is var (code, gaps) ? (code, gaps.Count) : default);
        Assert.Equal([("museum", "several-named")], (await Roster("gaotai", complete + "博物馆,庚\n")).Gaps);
    }

    [Fact]
    [Rule(199)]
    public async Task A_group_of_representatives_of_Bijie_says_whom_it_lacks()
    {
        var said = await Check("panel", "bijie", "人大代表,甲\n政协委员,乙\n群众代表,丙\n");
        Assert.Equal(1, said.ExitCode);
        using var answer = JsonDocument.Parse(said.Output);
        Assert.Equal(["special-supervisors"], answer.RootElement.GetProperty("missing").EnumerateArray()
            .Select(missing => missing.GetProperty("code").GetString()));
        Assert.Equal(0, (await Check("panel", "bijie", "人大代表,甲\n政协委员,乙\n特邀监察员,丁\n群众代表,丙\n")).ExitCode);
    }

    [Theory]
    [InlineData("roster", "gaotai", "天文馆,甲", "第 1 行：规则包“gaotai”中没有单位“天文馆”")]
    [InlineData("roster", "gaotai", "图书馆\n博物馆,", "第 2 行：应为")]
    [InlineData("roster", "gaotai", "\"图书馆\",甲", "第 1 行：应为")]
    [InlineData("roster", "bijie", "", "没有规定各单位确定信息员")]
    [InlineData("roster", "nowhere", "", "nowhere")]
    [InlineData("panel", "bijie", "记者,甲", "可用：人大代表、政协委员、特邀监察员、群众代表")]
    [InlineData("panel", "gaotai", "", "没有规定代表评议")]
    public async Task What_cannot_be_compared_says_why(string what, string pack, string list, string why)
    {
        var said = await Check(what, pack, list);
        Assert.Equal(2, said.ExitCode);
        Assert.Contains(why, said.Errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, IReadOnlyList<(string? Unit, string? Fault)> Gaps)> Roster(string pack, string list)
    {
        var said = await Check("roster", pack, list);
        using var answer = JsonDocument.Parse(said.Output);
        return (said.ExitCode,
            [.. answer.RootElement.GetProperty("gaps").EnumerateArray()
            .Select(gap => (gap.GetProperty("unit").GetString(), gap.GetProperty("fault").GetString()))]);
    }

    private static async Task<Said> Check(string what, string pack, string list)
    {
        using var directory = new TemporaryDirectory();
        return await Command.RunAsync("rules", "check", what, "--pack", pack, "--file", directory.Write("list.csv", list));
    }
}
