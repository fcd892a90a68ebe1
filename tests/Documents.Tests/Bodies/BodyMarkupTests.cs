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
}
