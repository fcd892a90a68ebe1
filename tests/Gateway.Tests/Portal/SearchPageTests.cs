using Disclosure.Contracts;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Gateway.Tests.Workbench;
using Xunit;

namespace Disclosure.Gateway.Tests.Portal;

/// <summary>What the search of a portal says of days and words that it cannot use.</summary>
public sealed class SearchPageTests
{
    private const string Items = "GET catalogue/public/items";

    [Fact]
    public async Task Days_the_wrong_way_round_are_named_and_stay_in_their_fields()
    {
        await using var played = await StartAsync();
        var (_, text, _) = await played.GetAsync("/bijie/search?q=x&from=2026-05-02&to=2026-05-01");
        Assert.Contains("开始日期晚于结束日期，请改正后再搜索。", text, StringComparison.Ordinal);
        Assert.Matches("name=\"from\"\\s+value=\"2026-05-02\"[^>]*aria-invalid=\"true\"", text);
        Assert.Matches("name=\"to\"\\s+value=\"2026-05-01\"[^>]*aria-invalid=\"true\"", text);
        Assert.DoesNotContain("没有找到相符的信息", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Items, played.Asked);
        (_, text, _) = await played.GetAsync("/bijie/search?q=x&from=2026-05-01&to=2026-05-01");
        Assert.DoesNotContain("aria-invalid", text, StringComparison.Ordinal);
        Assert.Contains(Items, played.Asked);
    }

    [Fact]
    public async Task A_day_that_is_none_is_said_to_narrow_nothing()
    {
        await using var played = await StartAsync();
        var (_, text, _) = await played.GetAsync("/bijie/search?q=x&from=2026-02-30&to=" + new string('9', 300));
        Assert.Contains("开始日期“2026-02-30”不是有效日期，没有按它筛选。", text, StringComparison.Ordinal);
        Assert.Contains($"结束日期“{new string('9', 20)}”不是有效日期", text, StringComparison.Ordinal);
        Assert.Contains(Items, played.Asked);
    }

    [Theory]
    [InlineData("0202-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_day_that_is_too_far_away_is_named_with_the_years_that_are_taken_and_stays_in_its_field(string day)
    {
        await using var played = await StartAsync();
        var (status, text, _) = await played.GetAsync($"/bijie/search?q=x&from={day}&to=2026-05-01");
        Assert.Equal(System.Net.HttpStatusCode.OK, status);
        Assert.Contains($"开始日期“{day}”超出范围，没有按它筛选；请输入 1949 年至 2100 年之间的日期。", text, StringComparison.Ordinal);
        Assert.Matches($"name=\"from\"\\s+value=\"{day}\"[^>]*aria-invalid=\"true\"", text);
        Assert.DoesNotMatch("name=\"to\"[^>]*aria-invalid", text);
        Assert.DoesNotContain("from=", Assert.Single(played.Queries, query => query.StartsWith(Items, StringComparison.Ordinal)),
            StringComparison.Ordinal);
        // The large display hides the fields, but not what is to be put right.
        Assert.DoesNotContain("filters optional", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_words_than_are_searched_for_are_said_to_be_cut()
    {
        await using var played = await StartAsync();
        var (_, text, _) = await played.GetAsync("/bijie/search?q=" + new string('x', 150));
        Assert.Contains("搜索词超过 100 字，只按前 100 字搜索。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("只按前", (await played.GetAsync("/bijie/search?q=" + new string('x', 100))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=%20%20&sort=relevance", true)]
    [InlineData("", true)]
    [InlineData("q=x", false)]
    [InlineData("q=x&sort=date", true)]
    public async Task Without_words_there_is_neither_a_result_of_words_nor_an_order_by_them(string query, bool isByDate)
    {
        await using var played = await StartAsync();
        var (_, text, _) = await played.GetAsync("/bijie/search?" + query);
        Assert.Contains(query.Contains('x', StringComparison.Ordinal) ? "<h1>搜索“x”的结果</h1>" : "<h1>全部信息</h1>", text,
            StringComparison.Ordinal);
        Assert.Equal(isByDate, text.Contains("<option value=\"date\" selected>", StringComparison.Ordinal));
    }

    private static async Task<PlayedServices> StartAsync()
    {
        var played = await PlayedServices.StartAsync();
        played.Says(Items, new Page<PublicItemRow>([]));
        played.Says("GET catalogue/public/categories", Array.Empty<PublicCategory>());
        return played;
    }
}
