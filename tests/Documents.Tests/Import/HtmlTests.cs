using Disclosure.Documents.Import;
using Xunit;

namespace Disclosure.Documents.Tests.Import;

/// <summary>A web page says in a body what a browser shows of it.</summary>
public sealed class HtmlTests
{
    [Theory]
    [InlineData("<p>甲</p><div>乙</div>丙", "甲|乙|丙")]
    [InlineData("<div>甲<p>乙</p>丙</div>", "甲|乙|丙")]
    [InlineData("<p>中\n  文</p><p>two\n words</p><p>中 文</p>", "中文|two words|中 文")]
    [InlineData("<p>a <b> b</b></p>", "a b")]
    [InlineData("<pre>a\n  b</pre>", "a|b")]
    [InlineData("<p>甲<br>乙</p>", "甲|乙")]
    [InlineData("<p>5 &lt; 6 &amp; 7&nbsp;件</p>", "5 < 6 & 7\u00A0件")]
    [InlineData("<dl><dt>名</dt><dd>释</dd></dl>", "名|释")]
    [InlineData("<p>甲</p><p>&nbsp;</p><p>乙</p>", "甲|乙")]
    [InlineData("<ul><li>甲<ul><li>乙</li></ul></li></ul>", "• 甲|• 乙")]
    [InlineData("<ul><li>甲</li><ul><li>乙</li></ul></ul>", "• 甲|• 乙")]
    [InlineData("<ol start=3><li>甲<li>乙<li value=9>丙</ol>", "3. 甲|4. 乙|9. 丙")]
    [InlineData("<ol type=a><li>甲<li>乙</ol>", "a. 甲|b. 乙")]
    [InlineData("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", "一、甲|二、乙")]
    [InlineData("<ul>文<li>甲</ul>", "文|甲")]
    [InlineData("<ruby>毕<rp>(</rp><rt>bì</rt></ruby>节", "毕节")]
    [InlineData("<input type=checkbox checked>同意<input type=radio>不同意", "☑同意☐不同意")]
    [InlineData("<details><summary>标题</summary>内容</details>", "标题|内容")]
    public void The_text_is_what_is_seen(string html, string lines) => Assert.Equal(lines.Split('|'), Reading.Html(html).Lines());

    [Theory]
    [InlineData("<h2 align=center>题</h2>", "<h2 class=\"center\">题</h2>")]
    [InlineData("<center>题</center>", "<p class=\"center\">题</p>")]
    [InlineData("<p style='text-align:right'>名<br>日</p>", "<p class=\"right\">名<br>日</p>")]
    [InlineData("<p style='text-indent:2em'>文</p>", "<p class=\"first-line\">文</p>")]
    [InlineData("<p>　　文</p>", "<p class=\"first-line\">文</p>")]
    [InlineData("<p>&nbsp;&nbsp;&nbsp;&nbsp;文</p>", "<p class=\"first-line\">文</p>")]
    [InlineData("<p style='margin-left:4em'>文</p>", "<p class=\"indent-2\">文</p>")]
    [InlineData("<font><b>粗</b><i>斜</i><u>线</u>10<sup>4</sup></font>", "<p><strong>粗</strong><em>斜</em><u>线</u>10<sup>4</sup></p>")]
    [InlineData("<span style='font-weight: bold'>粗</span><span style='vertical-align:super'>2</span>",
        "<p><strong>粗</strong><sup>2</sup></p>")]
    [InlineData("<blockquote>引</blockquote><hr>", "<blockquote>\n<p>引</p>\n</blockquote>\n<hr>")]
    [InlineData("<a href='https://a.example/'>网</a><a href='#x'>内</a>", "<p><a href=\"https://a.example/\">网</a>内</p>")]
    public void How_it_is_set_is_kept(string html, string written) => Assert.Equal(written, Reading.Html(html).Html());

    [Fact]
    public void Tables_keep_their_spans_heads_and_captions()
        => Assert.Equal("<table>\n<caption>表1</caption>\n<tr>\n<th colspan=\"2\">类</th>\n<th>数</th>\n</tr>\n<tr>\n<td rowspan=\"2\">"
        + "许可</td>\n<td>受理</td>\n<td>11</td>\n"
        + "</tr>\n<tr>\n<td>办结</td>\n<td>22</td>\n</tr>\n</table>",
        Reading.Html("<table><caption>表1</caption><thead><tr><th colspan=2>类<th>数</thead>"
        + "<tr><td rowspan=0>许可<td>受理<td>11<tr><td>办结<td>22</table>").Html());

    [Fact]
    public void A_table_that_only_places_others_is_no_table()
        => Assert.Equal("<p>导语</p>\n<table>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</table>",
        Reading.Html("<table><tr><td>导语<td><table><tr><td>1<td>2</table></table>").Html());

    [Theory]
    [InlineData("<p hidden>隐</p>", "hidden-text")]
    [InlineData("<span style='display: none'>隐</span>", "hidden-text")]
    [InlineData("<div style='VISIBILITY:hidden'>隐</div>", "hidden-text")]
    [InlineData("<s>隐</s>", "struck-text")]
    [InlineData("<del>隐</del>", "struck-text")]
    [InlineData("<span style='text-decoration:line-through'>隐</span>", "struck-text")]
    [InlineData("<nav>隐</nav>", "page-frame")]
    [InlineData("<header>隐</header>", "page-frame")]
    [InlineData("<footer>隐</footer>", "page-frame")]
    [InlineData("<div role=navigation>隐</div>", "page-frame")]
    [InlineData("<img alt='隐'>", "picture")]
    public void What_is_not_of_the_text_is_kept_out_and_named(string html, string code)
    {
        var read = Reading.Html($"{html}<p>文</p>");
        Assert.Equal(["文"], read.Lines());
        Assert.Contains("隐", read.Remark(code), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<title>站点名</title>")]
    [InlineData("<!-- 注释 -->")]
    [InlineData("<template>模板</template>")]
    public void What_no_browser_shows_is_not_spoken_of(string html)
    {
        var read = Reading.Html($"{html}<p>文</p>");
        Assert.Equal(["文"], read.Lines());
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public void A_header_with_the_only_title_or_within_an_article_is_of_the_text()
    {
        Assert.Equal(["题", "文"], Reading.Html("<header><h1>题</h1></header><p>文</p>").Lines());
        Assert.Equal(["题", "文"], Reading.Html("<article><header>题</header><p>文</p></article>").Lines());
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/a.html")]
    [InlineData("a.html")]
    [InlineData("file:///etc/passwd")]
    public void A_link_that_leads_nowhere_good_is_its_text(string address)
    {
        var read = Reading.Html($"<a href='{address}'>文</a>");
        Assert.Equal("<p>文</p>", read.Html());
        Assert.NotEmpty(read.Remark("link"));
    }

    [Fact]
    public void A_page_that_says_where_it_stood_has_whole_links()
        => Assert.Contains("https://a.example/b/c.html", Reading.Html("<base href='https://a.example/b/'><a href='c.html'>文</a>").Html(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>", 900, "nested-too-deep")]
    [InlineData("<b>", 900, "nested-too-deep")]
    [InlineData("<ul><li>", 50, "nested-too-deep")]
    [InlineData("<table><tr><td>", 1_000, "nested-too-deep")]
    public void A_page_nested_without_end_is_refused(string piece, int times, string code)
        => Assert.Equal(code, ReaderProcess.Read(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, times)) + "文"),
        FileKind.Html).Failure?.Code);

    [Fact]
    public void A_table_beyond_any_screen_is_refused()
        => Assert.Equal("table-is-too-large", ReaderProcess.Read(System.Text.Encoding.UTF8.GetBytes("<table>"
        + string.Concat(Enumerable.Repeat("<tr><td colspan=1000>甲", 300)) + "</table>"), FileKind.Html).Failure?.Code);
}
