using Disclosure.Documents.Bodies;
using Xunit;

namespace Disclosure.Documents.Tests.Bodies;

/// <summary>What a body looks like in a page that has a title already.</summary>
// One after the other: the bounds are judged by what the whole process spends.
[Collection("bodies")]
public sealed class BodyMarkupTests
{
    [Theory]
    [InlineData("# 一\n## 二\n# 三", "<h2>一</h2>\n<h3>二</h3>\n<h2>三</h2>\n")]
    [InlineData("### 一\n##### 二", "<h2>一</h2>\n<h3>二</h3>\n")]
    [InlineData("一\n===\n\n二\n---", "<h2>一</h2>\n<h3>二</h3>\n")]
    public void Headings_begin_below_the_title_and_skip_none(string body, string expected)
        => Assert.Equal(expected, BodyMarkup.ToHtml(body));

    [Fact]
    public void A_table_scrolls_by_itself_and_is_reached_by_keyboard()
    {
        var html = BodyMarkup.ToHtml("|甲|乙|\n|:-|-:|\n|1|2|");
        Assert.StartsWith("<div class=\"scroll\" role=\"region\" aria-label=\"表格\" tabindex=\"0\"><table>", html, StringComparison.Ordinal);
        Assert.Contains("<td>2</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_footnote_is_there_and_leads_back()
    {
        var html = BodyMarkup.ToHtml("收入[^1]增长。\n\n[^1]: 不含税。");
        Assert.Contains("不含税。", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#fn:1\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("见 www.example.gov.cn/a。", "见 <a href=\"http://www.example.gov.cn/a%E3%80%82\">www.example.gov.cn/a。</a>")]
    [InlineData("见 http://www.example.gov.cn/a_b_c?d=e#f.",
        "见 <a href=\"http://www.example.gov.cn/a_b_c?d=e#f\">http://www.example.gov.cn/a_b_c?d=e#f</a>.")]
    [InlineData("(https://www.example.gov.cn/a_(b))",
        "(<a href=\"https://www.example.gov.cn/a_(b)\">https://www.example.gov.cn/a_(b)</a>)")]
    [InlineData("*www.example.gov.cn*", "<em><a href=\"http://www.example.gov.cn\">www.example.gov.cn</a></em>")]
    [InlineData("**http://www.example.gov.cn**", "<strong><a href=\"http://www.example.gov.cn\">http://www.example.gov.cn</a></strong>")]
    [InlineData("mailto:a@b.example", "<a href=\"mailto:a@b.example\">a@b.example</a>")]
    [InlineData("tel:0857-12345", "<a href=\"tel:0857-12345\">0857-12345</a>")]
    [InlineData("[www.example.gov.cn](/a)", "<a href=\"/a\">www.example.gov.cn</a>")]
    [InlineData("[见](/a) www.example.gov.cn", "<a href=\"/a\">见</a> <a href=\"http://www.example.gov.cn\">www.example.gov.cn</a>")]
    [InlineData("www.example", "www.example")]
    [InlineData("www.a_b", "www.a_b")]
    [InlineData("http://", "http://")]
    [InlineData("tel:", "tel:")]
    [InlineData("mailto:@b.example", "mailto:@b.example")]
    [InlineData("xwww.example.gov.cn", "xwww.example.gov.cn")]
    [InlineData("ftp://a.example", "ftp://a.example")]
    [InlineData("`www.example.gov.cn`", "<code>www.example.gov.cn</code>")]
    public void An_address_that_stands_as_it_is_is_a_link(string body, string expected)
        => Assert.Equal($"<p>{expected}</p>\n", BodyMarkup.ToHtml(body));

    [Fact]
    public void An_address_of_2000_characters_is_a_link_and_a_longer_one_is_text()
    {
        var address = "http://a.example/" + new string('a', 1_983);
        Assert.Contains("<a href=", BodyMarkup.ToHtml("见 " + address), StringComparison.Ordinal);
        Assert.Contains("<a href=", BodyMarkup.ToHtml($"见 {address} 等"), StringComparison.Ordinal);
        Assert.Equal($"<p>见 {address}a 等</p>\n", BodyMarkup.ToHtml($"见 {address}a 等"));
    }
}
