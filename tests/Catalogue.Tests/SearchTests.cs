using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Catalogue.Search;
using Xunit;
using static Disclosure.Catalogue.Tests.StaffClient;

namespace Disclosure.Catalogue.Tests;

/// <summary>Finding what is public.</summary>
public sealed class SearchTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    private const string Public = "/api/catalogue/bijie/public/items";

    [Fact]
    public async Task A_phrase_finds_its_items_and_not_its_scattered_characters()
    {
        var right = await host.PublishAsync(Sample("旅游市场整治方案", "规范旅行社经营行为。"));
        await host.PublishAsync(Sample("市场旅游纪念品名录", "各游客中心。"));
        Assert.Equal([right], await Numbers("q=旅游市场"));
        Assert.Equal([right], await Numbers("q=旅行社"));
        Assert.Equal([right], await Numbers("q=旅行社 方案"));
        Assert.Empty(await Numbers("q=不存在的词语"));
    }

    [Fact]
    public async Task Full_width_latin_and_case_make_no_difference()
    {
        var number = await host.PublishAsync(Sample("ＡＰＰ备案说明", "本局 App 已备案"));
        Assert.Equal([number], await Numbers("q=app"));
        Assert.Equal([number], await Numbers("q=ＡＰＰ备案"));
    }

    [Fact]
    public async Task A_document_number_in_any_bracket_finds_exactly_its_document()
    {
        var number = await host.PublishAsync(Sample("文号检索", documentNumber: "毕文广旅通〔2025〕7号"));
        await host.PublishAsync(Sample("引用毕文广旅通〔2025〕7号的文件", documentNumber: "毕文广旅通〔2025〕77号"));
        Assert.Equal([number], await Numbers("q=毕文广旅通[2025]7号"));
        Assert.Equal([number], await Numbers($"q={number}"));
    }

    [Fact]
    public async Task A_match_in_the_title_comes_first_and_is_marked()
    {
        var inBody = await host.PublishAsync(Sample("工作动态", "介绍古籍保护情况。"));
        var inTitle = await host.PublishAsync(Sample("古籍保护计划", "正文。"));
        Assert.Equal([inTitle, inBody], await Numbers("q=古籍保护"));
        using var citizen = host.Anonymous();
        var page = await citizen.GetFromJsonAsync<JsonElement>($"{Public}?q=古籍保护");
        var runs = page.GetProperty("items")[1].GetProperty("highlight").EnumerateArray().ToList();
        Assert.Contains(runs, r => r.GetProperty("match").GetBoolean() && r.GetProperty("text").GetString() == "古籍保护");
    }

    [Theory]
    [InlineData("sort=date")]
    [InlineData("sort=relevance")]
    public async Task Pages_follow_each_other_without_loss_or_repetition(string sort)
    {
        var word = "翻页" + (char)('\u4e00' + (sort.Length * 37));
        var published = new List<string>();
        for (var i = 0; i < 5; i++) published.Add(await host.PublishAsync(Sample($"{word}第{i}条")));
        using var citizen = host.Anonymous();
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await citizen.GetFromJsonAsync<JsonElement>($"{Public}?q={word}&{sort}&limit=2{(after is null ? "" : "&after=" + after)}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString()!));
            Assert.Equal(5, page.GetProperty("total").GetInt32());
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        Assert.Equal(published.Order(), seen.Order());
        Assert.Equal(5, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("q=' | !! & ( ) :* <->")]
    [InlineData("q=%00")]
    [InlineData("category=%00")]
    [InlineData("q='")]
    [InlineData("limit=1000000")]
    [InlineData("limit=-5")]
    [InlineData("from=2100-12-31&to=1949-01-01")]
    [InlineData("to=2100-12-31")]
    public async Task Odd_input_is_answered_not_obeyed(string query)
    {
        using var citizen = host.Anonymous();
        using var response = await citizen.GetAsync($"{Public}?{query}");
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, response.StatusCode.ToString());
    }

    [Theory]
    [InlineData("to=9999-12-31")]
    [InlineData("from=0001-01-01")]
    [InlineData("from=1948-12-31")]
    [InlineData("to=2101-01-01&q=公开")]
    public async Task A_day_no_document_bears_is_422(string query)
    {
        using var citizen = host.Anonymous();
        using var response = await citizen.GetAsync($"{Public}?{query}");
        await response.ProblemAsync(422, "date-is-out-of-range");
    }

    [Theory]
    [InlineData("after=x")]
    [InlineData("after=99999999999999999999_0_1")]
    public async Task A_broken_cursor_is_400(string query)
    {
        using var citizen = host.Anonymous();
        using var response = await citizen.GetAsync($"{Public}?{query}");
        await response.ProblemAsync(400, "cursor-is-invalid");
    }

    [Fact]
    public void A_summary_shows_words_and_no_marks_of_tables_or_headings()
        => Assert.Equal("一、场馆 场馆 电话 图书馆 1-2 完", Snippet.Plain("## 一、场馆\n\n| 场馆 | 电话 |\n| --- | ---: |\n| 图书馆 | 1-2 |\n\n**完**"));

    [Fact]
    public void A_query_is_phrases_of_bigrams_joined_by_and()
    {
        Assert.Equal("('政务' <-> '务公' <-> '公开') & 'pdf':*", SearchText.Query("政务公开 PDF"));
        Assert.Equal("'政':*", SearchText.Query("政"));
        Assert.Null(SearchText.Query("，。！"));
    }

    private async Task<IReadOnlyList<string>> Numbers(string query)
    {
        using var citizen = host.Anonymous();
        var page = await citizen.GetFromJsonAsync<JsonElement>($"{Public}?{query}");
        return [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString()!)];
    }
}
