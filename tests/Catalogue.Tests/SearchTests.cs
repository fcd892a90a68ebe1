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

    [Theory]
    [InlineData("%EF%BF%BE")]
    [InlineData("%EF%BF%BF")]
    [InlineData("%EF%B7%90")]
    [InlineData("%F0%9F%BF%BE")]
    public async Task A_code_point_that_is_no_character_is_looked_for_like_a_space(string query)
    {
        var number = await host.PublishAsync(Sample("含非字符的标题公告"));
        Assert.Contains(number, await Numbers($"q={query}非字符{query}"));
        Assert.Empty(await Numbers($"q=从未出现{query}"));
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
    public async Task Traditional_characters_find_simplified_ones_and_the_other_way_round()
    {
        var simplified = await host.PublishAsync(Sample("简体标题", "图书馆预约须知另行通知"));
        var traditional = await host.PublishAsync(Sample("繁體標題", "圖書館預約須知另行通知"));
        Assert.Equal([traditional, simplified], (await Numbers("q=圖書館預約")).OrderDescending());
        Assert.Equal([traditional, simplified], (await Numbers("q=图书馆预约")).OrderDescending());
        using var citizen = host.Anonymous();
        var page = await citizen.GetFromJsonAsync<JsonElement>($"{Public}?q=图书馆预约");
        Assert.Contains(page.GetProperty("items").EnumerateArray().SelectMany(i => i.GetProperty("highlight").EnumerateArray()),
            r => r.GetProperty("match").GetBoolean() && r.GetProperty("text").GetString() == "圖書館預約");
    }

    [Fact]
    public async Task Text_far_behind_and_across_any_cut_is_found_and_the_longest_body_is_taken()
    {
        var prose = string.Concat(Enumerable.Range(0, 299_000).Select(n => (char)('\u4e00' + (n * 7919 % 2500))));
        var number = await host.PublishAsync(Sample("长文", $"{prose[..59]}贯穿词语{prose[59..200_000]}。末尾才有的词语。{prose[210_000..]}"));
        Assert.Equal([number], await Numbers("q=贯穿词语"));
        Assert.Equal([number], await Numbers("q=末尾才有"));
    }

    [Fact]
    public async Task Numbers_for_a_site_map_come_without_their_texts()
    {
        var number = await host.PublishAsync(Sample("站点地图", "不应出现的正文"));
        using var citizen = host.Anonymous();
        var list = await citizen.GetStringAsync("/api/catalogue/bijie/public/numbers");
        Assert.Contains(number, list, StringComparison.Ordinal);
        Assert.DoesNotContain("不应出现的正文", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keywords_summary_and_parts_of_a_document_number_are_found()
    {
        var number = await host
            .PublishAsync(new
            {
                title = "信息",
                body = "正文",
                category = "public-concern",
                keywords = new[] { "非遗传承人" },
                summary = "概述里的话",
                documentNumber = "毕试验函〔2024〕31号"
            });
        foreach (var query in (string[])["非遗传承人", "概述里的话", "毕试验函"]) Assert.Equal([number], await Numbers($"q={query}"));
    }

    [Fact]
    public async Task An_index_number_is_found_in_any_width_and_exact_hits_keep_to_the_limit()
    {
        var number = await host.PublishAsync(Sample("同号一", documentNumber: "毕同号〔2025〕1号"));
        await host.PublishAsync(Sample("同号二", documentNumber: "毕同号〔2025〕1号"));
        Assert.Single(await Numbers("q=毕同号[2025]1号&limit=1"));
        using var citizen = host.Anonymous();
        var index = (await citizen.GetFromJsonAsync<JsonElement>($"{Public}/{number}")).GetProperty("indexNumber").GetString()!;
        var wide = string.Concat(index.ToLowerInvariant().Select(c => (char)(c + 0xfee0)));
        Assert.Equal([number], await Numbers($"q={Uri.EscapeDataString(wide)}"));
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
            var page = await citizen
                .GetFromJsonAsync<JsonElement>($"{Public}?q={word}&{sort}&limit=2{(after is null ? "" : "&after=" + after)}");
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
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity,
            response.StatusCode.ToString());
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
    public async Task A_broken_cursor_is_refused(string query)
    {
        using var citizen = host.Anonymous();
        using var response = await citizen.GetAsync($"{Public}?{query}");
        await response.ProblemAsync(422, "cursor-is-invalid");
    }

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
