using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;
using static Disclosure.Catalogue.Tests.StaffClient;

namespace Disclosure.Catalogue.Tests;

/// <summary>What is written is what is kept, found and shown.</summary>
public sealed class BodyTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    private const string Public = "/api/catalogue/bijie/public/items";

    [Fact]
    public async Task A_body_is_kept_in_its_one_form()
    {
        using var officer = host.As("officer");
        var draft = await officer.DraftAsync(Sample("关于库容的公告", "库容<B>10<sup>4</sup></B>立方米，\n\n\n温度<5℃停工。"));
        Assert.Equal("<p>库容<strong>10<sup>4</sup></strong>立方米，</p>\n<p>温度&lt;5℃停工。</p>", draft.Json.GetProperty("body").GetString());
    }

    [Fact]
    public async Task A_body_that_says_what_none_can_hold_is_refused_with_its_line()
    {
        using var officer = host.As("officer");
        using var response = await officer.PostAsJsonAsync(Items, Sample("某公告", "第一段\n<script>alert(1)</script>"));
        var problem = await response.ProblemAsync(422, "item-is-invalid");
        Assert.StartsWith("第 2 行：不能使用标记 <script>", problem.GetProperty("errors").GetProperty("body")[0].GetString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("不见面审批", "推行<strong>不见面</strong>审批。")]
    [InlineData("一网通办", "<u>一网</u><em>通办</em>改革。")]
    [InlineData("长期用水", "⻓期⽤⽔安全。")]
    [InlineData("脚注里的话", "申请<a href=\"#note-1\"></a>。<aside id=\"note-1\">脚注里的话。</aside>")]
    public async Task What_readers_see_is_found_whatever_sets_it(string sought, string body)
    {
        var number = await host.PublishAsync(Sample("检索" + sought.Length, body, documentNumber: null));
        using var citizen = host.Anonymous();
        var found = await citizen.GetFromJsonAsync<JsonElement>($"{Public}?q={sought}");
        Assert.Contains(number, found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task A_summary_is_what_readers_see()
    {
        var number = await host.PublishAsync(Sample("关于概述的公告", "<h2>一、库容</h2><p>10<sup>4</sup>立方米</p>", documentNumber: null));
        using var citizen = host.Anonymous();
        var item = await citizen.GetFromJsonAsync<JsonElement>($"{Public}/{number}");
        Assert.Equal("一、库容 10⁴立方米", item.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task What_an_import_leaves_out_is_told_to_the_drafter()
    {
        using var officer = host.As("officer");
        using var file = new ByteArrayContent(CodePagesEncodingProvider.Instance.GetEncoding("Big5")!
            .GetBytes("某局關於舉辦展覽的通知\n\n各單位：\n現將有關事項通知如下，請遵照執行。\n"));
        using var form = new MultipartFormDataContent { { file, "file", "通知.txt" }, { new StringContent("public-concern"), "category" } };
        using var response = await officer.PostAsync(Items + "/import", form);
        var draft = await officer.CreatedAsync(response);
        Assert.Contains("Big5", draft.Json.GetProperty("importRemarks")[0].GetString(), StringComparison.Ordinal);
    }
}
