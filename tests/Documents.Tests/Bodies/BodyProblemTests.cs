using Disclosure.Documents.Bodies;
using Xunit;

namespace Disclosure.Documents.Tests.Bodies;

/// <summary>What a body cannot say is refused with its line, in words that help.</summary>
// One after the other: costs are judged by what the whole process spends.
[Collection("bodies")]
public sealed class BodyProblemTests
{
    [Theory]
    [InlineData("一\n<script>alert(1)</script>", "第 2 行：不能使用标记 <script>，如需显示“<”请写成 &lt;。")]
    [InlineData("<div>一</div>", "第 1 行：不能使用标记 <div>")]
    [InlineData("<img src=x onerror=alert(1)>", "不能使用标记 <img>")]
    [InlineData("<p style=\"color:red\">一</p>", "第 1 行：<p> 的属性 style 不能使用或值不对。")]
    [InlineData("<p onclick=x>一</p>", "<p> 的属性 onclick 不能使用或值不对。")]
    [InlineData("<p class=\"wide\">一</p>", "<p> 没有样式 wide。")]
    [InlineData("一\n\n<p>二\n<strong>三</strong>", "第 3 行：<p> 没有结束，请在后面加上 </p>。")]
    [InlineData("<strong>一", "第 1 行：<strong> 没有结束，请在后面加上 </strong>。")]
    [InlineData("<strong>一\n二</strong>", "第 1 行：<strong> 没有结束，请在后面加上 </strong>。第 2 行：</strong> 没有对应的开头。")]
    [InlineData("一</strong>", "第 1 行：</strong> 没有对应的开头。")]
    [InlineData("一</p>", "第 1 行：</p> 没有对应的开头。")]
    [InlineData("<strong><em>一</strong></em>", "</strong> 之前 <em> 没有结束。")]
    [InlineData("<p><p>一</p></p>", "<p> 不能放在 <p> 里。")]
    [InlineData("<ul>一</ul>", "文字不能直接放在 <ul> 里。")]
    [InlineData("<td>一</td>", "<td> 不能放在这里。")]
    [InlineData("<table><tr><td><table></table></td></tr></table>", "表格的单元格里不能再放表格。")]
    [InlineData("<table><tr><td colspan=0>一</td></tr></table>", "<td> 的属性 colspan 不能使用或值不对。")]
    [InlineData("<a href=\"javascript:alert(1)\">同意</a>", "链接地址只能是 http、https、mailto、tel 或本站的地址。")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">同意</a>", "链接地址只能是")]
    [InlineData("<a href=\"java\tscript:alert(1)\">同意</a>", "链接地址只能是")]
    [InlineData("<a href=\"data:text/html;base64,PHA+\">同意</a>", "链接地址只能是")]
    [InlineData("<a>同意</a>", "<a> 缺少链接地址 href。")]
    [InlineData("<a href=\"#elsewhere\">同意</a>", "链接地址只能是")]
    [InlineData("<a href=\"/a\">甲<a href=\"/b\">乙</a></a>", "<a> 里不能再放 <a>。")]
    [InlineData("一<a href=\"#note-1\"></a>", "没有编号为 1 的脚注。")]
    [InlineData("<aside id=\"note-1\">注</aside>", "正文没有引用脚注 1。")]
    [InlineData("一<a href=\"#note-2\"></a><aside id=\"note-2\">注</aside>", "脚注编号须从 1 起连续。")]
    [InlineData("一<a href=\"#note-1\"></a><aside id=\"note-1\">注</aside><aside id=\"note-1\">注</aside>", "脚注 1 重复。")]
    [InlineData("一<a href=\"#note-1\">1</a><aside id=\"note-1\">注</aside>", "里不能有内容")]
    [InlineData("<aside>注</aside>", "脚注 <aside> 缺少编号，请写成 <aside id=\"note-1\">。")]
    [InlineData("<ol start=100000><li>一</li></ol>", "<ol> 的属性 start 不能使用或值不对。")]
    [InlineData("<ol start=99999><li>一</li></ol>", "列表编号过大。")]
    public void A_problem_is_said_with_its_line(string source, string expected)
        => Assert.Contains(expected, Body.Read(source).Sentence, StringComparison.Ordinal);

    [Fact]
    public void No_more_than_ten_problems_are_said_at_once()
        => Assert.Equal(10, Body.Read(string.Concat(Enumerable.Repeat("<div>一</div>\n", 50))).Problems.Count);

    [Fact]
    public void A_grid_is_bounded_whatever_its_tags_are()
    {
        Assert.Null(Body.Read("<table><tr><td colspan=1000 rowspan=200>一</td></tr></table>").Sentence);
        Assert.Contains("表格过大", Body.Read("<table><tr><td colspan=1000 rowspan=201>一</td></tr></table>").Sentence,
            StringComparison.Ordinal);
        const string half = "<table><tr><td colspan=1000 rowspan=101>一</td></tr></table>";
        Assert.Contains("表格过大", Body.Read(half + half).Sentence, StringComparison.Ordinal);
        var wide = $"<table><tr><td colspan=1000>一</td></tr>{string.Concat(Enumerable.Repeat("<tr><td>二</td></tr>", 200))}</table>";
        Assert.Contains("表格过大", Body.Read(wide).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_longer_when_it_is_written_is_refused()
    {
        Assert.Null(Body.Read(new string('文', 299_993)).Sentence);
        Assert.Contains("正文不能超过 300,000 字", Body.Read(new string('文', 300_001)).Sentence, StringComparison.Ordinal);
        Assert.Contains("正文连同标记不能超过 300,000 字", Body.Read(new string('&', 100_000)).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    public void What_is_nested_deeper_than_anybody_reads_is_refused(string opening)
        => Assert.Contains("层级过深", Body.Read(string.Concat(Enumerable.Repeat(opening, 20_000))).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("<a href=\"")]
    [InlineData("<a x='")]
    [InlineData("<a x=\"<a x=")]
    [InlineData("<p>")]
    [InlineData("</p>")]
    [InlineData("<strong>")]
    [InlineData("<strong></strong>")]
    [InlineData("&")]
    [InlineData("&lt;")]
    [InlineData("&#x")]
    [InlineData("\n")]
    [InlineData("<br>")]
    [InlineData("<br> ")]
    [InlineData(" ")]
    [InlineData("文\n")]
    [InlineData("<p>文</p>")]
    [InlineData("<ul><li>文</li></ul>")]
    [InlineData("<table><tr><td>文</td></tr></table>")]
    [InlineData("<table><tr><td rowspan=9>文</td></tr></table>")]
    [InlineData("www.")]
    [InlineData("http://a")]
    [InlineData("http://a.b ")]
    [InlineData("mailto:")]
    [InlineData("<em>文</em>字")]
    [InlineData("<div>")]
    public void A_body_of_anything_costs_little(string repeated)
    {
        var source = string.Concat(Enumerable.Repeat(repeated, 300_000 / repeated.Length));
        BodyMarkup.ToHtml(source);
        var before = Environment.CpuUsage.TotalTime;
        BodyMarkup.ToHtml(source);
        BodyText.LineOf(source);
        Assert.InRange(Environment.CpuUsage.TotalTime - before, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
