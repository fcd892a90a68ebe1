using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Disclosure.Documents.Bodies;
using Xunit;

namespace Disclosure.Documents.Tests.Bodies;

/// <summary>A body has one written form, and what it says is what readers see, to the character.</summary>
public sealed class BodyFormTests
{
    private const int Count = 3_000;

    [Fact]
    public void What_is_written_is_read_again_as_the_same()
    {
        for (var seed = 0; seed < Count; seed++)
        {
            var body = new Bodies(seed).Next();
            var written = body.ToString();
            var again = Body.Read(written);
            Assert.True(again.Body is not null, $"{seed}: {again.Sentence}\n{written}");
            Assert.Equal(written, again.Body.ToString());
            Assert.Equal(BodyText.Of(body), BodyText.Of(again.Body));
        }
    }

    [Fact]
    public void What_is_edited_by_hand_is_the_same_body()
    {
        for (var seed = 0; seed < Count; seed++)
        {
            var body = new Bodies(seed).Next();
            var edited = Body.Read(body.ToEditingForm());
            Assert.True(edited.Body is not null, $"{seed}: {edited.Sentence}\n{body.ToEditingForm()}");
            Assert.Equal(body.ToString(), edited.Body.ToString());
        }
    }

    [Fact]
    public void The_page_says_what_the_body_says()
    {
        var parser = new HtmlParser();
        for (var seed = 0; seed < Count; seed++)
        {
            var body = new Bodies(seed).Next();
            var html = BodyMarkup.ToHtml(body.ToString());
            using var page = parser.ParseDocument($"<body>{html}</body>");
            // Numbers of lists are drawn by the browser, and the way back from a note is no text.
            Assert.Equal(Letters(BodyText.Of(WithoutLists(body))), Letters(string.Concat(Texts(page.Body!))));
        }
    }

    [Theory]
    [InlineData("一\n\n二\n三", "<p>一</p>\n<p>二</p>\n<p>三</p>")]
    [InlineData("  一 \n\t二\t", "<p>一</p>\n<p>二</p>")]
    [InlineData("　　一", "<p>　　一</p>")]
    [InlineData("<p>一</p><p>二\n三</p>", "<p>一</p>\n<p>二<br>三</p>")]
    [InlineData("<p>\n一\n</p>", "<p>一</p>")]
    [InlineData("温度<5℃ & a<b", "<p>温度&lt;5℃ &amp; a&lt;b</p>")]
    [InlineData("&lt;p&gt; &amp;lt; &#x4E2D; &unknown; &", "<p>&lt;p&gt; &amp;lt; 中 &amp;unknown; &amp;</p>")]
    [InlineData("# 1号机组\n- 5℃以下停工\n> 5件的\n5*3*2件", "<p># 1号机组</p>\n<p>- 5℃以下停工</p>\n<p>&gt; 5件的</p>\n<p>5*3*2件</p>")]
    [InlineData("<b>甲</b><strong>乙</strong><i>丙</i>", "<p><strong>甲乙</strong><em>丙</em></p>")]
    [InlineData("<sub><strong>甲</strong></sub>", "<p><strong><sub>甲</sub></strong></p>")]
    [InlineData("<UL><LI>甲<LI></ul>", null)]
    [InlineData("<table><thead><tr><th scope=col>甲</th></tr></thead><tbody><tr><td colspan=1>乙</td></tr></tbody></table>",
        "<table>\n<tr>\n<th>甲</th>\n</tr>\n<tr>\n<td>乙</td>\n</tr>\n</table>")]
    [InlineData("<td>甲</td>", null)]
    [InlineData("10<sup>4</sup>立方米", "<p>10<sup>4</sup>立方米</p>")]
    [InlineData("甲<br>乙<br>", "<p>甲<br>乙</p>")]
    [InlineData("<p class=\"right first-line\">甲</p><p class='indent-2 center'>乙</p>",
        "<p class=\"right first-line\">甲</p>\n<p class=\"center indent-2\">乙</p>")]
    [InlineData("<p></p>\n<h3> </h3>\n<ol></ol>", "")]
    [InlineData("<ol start=3><li>甲<li></ol>", null)]
    [InlineData("<ol start=3><li>甲</li></ol>", "<ol start=\"3\">\n<li>甲</li>\n</ol>")]
    public void A_text_has_one_form(string source, string? expected)
        => Assert.Equal(expected, Body.Read(source).Body?.ToString());

    [Fact]
    public void A_note_belongs_to_its_mark()
    {
        var body = Body.Read("申请100件<a href=\"#note-1\"></a>。\n<aside id=\"note-1\" title=\"①\">不含撤销机构。</aside>").Body!;
        Assert.Equal("申请100件[①]。\n[①] 不含撤销机构。", BodyText.Of(body));
        Assert.Equal("""
            <p>申请100件<sup class="note"><a id="noted-1" href="#note-1">[①]</a></sup>。</p>
            <section class="notes" aria-label="注释">
            <p id="note-1">[①] 不含撤销机构。 <a class="back" href="#noted-1" aria-label="返回正文"></a></p>
            </section>

            """, BodyMarkup.ToHtml(body.ToString()));
    }

    [Fact]
    public void A_table_keeps_its_grid_and_scrolls_by_itself()
        => Assert.Equal("<div class=\"scroll\" role=\"region\" aria-label=\"表格\" tabindex=\"0\"><table><caption>收费</caption>"
            + "<tr><th colspan=\"2\" scope=\"col\">项目</th><th scope=\"col\">金额</th></tr>"
            + "<tr><th rowspan=\"2\" scope=\"row\">许可</th><td>受理</td><td><p class=\"right\">11</p></td></tr></table></div>\n",
            BodyMarkup.ToHtml("<table><caption>收费</caption><tr><th colspan=2>项目</th><th>金额</th></tr>"
                + "<tr><th rowspan=2>许可</th><td>受理</td><td><p class=right>11</p></td></tr></table>"));

    [Fact]
    public void A_line_of_a_body_has_its_words_and_no_marks()
        => Assert.Equal("一、场馆 场馆 电话 图书馆 1-2 1. 免费 完",
            BodyText.LineOf("<h2>一、场馆</h2><table><tr><th>场馆</th><th>电话</th></tr><tr><td>图书馆</td><td>1-2</td></tr></table>"
                + "<ol><li>免费</li></ol>\n<strong>完</strong>"));

    [Fact]
    public void A_row_of_a_text_has_a_tab_for_each_column()
        => Assert.Equal("类别\t项目\t金额\n许可\t受理\t11\n\t办结\t21\n合计\t\t32\n\t\t末",
            BodyText.Of("<table><tr><th>类别</th><th>项目</th><th>金额</th></tr><tr><td rowspan=2>许可</td><td>受理</td><td>11</td></tr>"
                + "<tr><td>办结</td><td>21</td></tr><tr><td colspan=2 rowspan=2>合计</td><td>32</td></tr><tr><td>末</td></tr></table>"));

    [Theory]
    [InlineData("10<sup>4</sup>立方米", "10⁴立方米")]
    [InlineData("CO<sub>2</sub>", "CO₂")]
    [InlineData("a<sup>x2</sup>", "ax2")]
    [InlineData("10<sup>-4</sup>", "10⁻⁴")]
    public void Digits_above_and_below_the_line_are_not_run_together(string source, string expected)
        => Assert.Equal(expected, BodyText.Of(source));

    [Theory]
    [InlineData("<h1>一</h1><h2>二</h2><h1>三</h1>", "<h2>一</h2>\n<h3>二</h3>\n<h2>三</h2>\n")]
    [InlineData("<h3>一</h3><h5>二</h5>", "<h2>一</h2>\n<h3>二</h3>\n")]
    public void Headings_begin_below_the_title_and_skip_none(string source, string expected)
        => Assert.Equal(expected, BodyMarkup.ToHtml(source));

    [Theory]
    [InlineData("见 www.example.gov.cn/a。", "见 <a href=\"http://www.example.gov.cn/a\">www.example.gov.cn/a</a>。")]
    [InlineData("见http://www.example.gov.cn/a_b?d=e#f.",
        "见<a href=\"http://www.example.gov.cn/a_b?d=e#f\">http://www.example.gov.cn/a_b?d=e#f</a>.")]
    [InlineData("(https://www.example.gov.cn/a_(b))",
        "(<a href=\"https://www.example.gov.cn/a_(b)\">https://www.example.gov.cn/a_(b)</a>)")]
    [InlineData("mailto:a@b.example", "<a href=\"mailto:a@b.example\">mailto:a@b.example</a>")]
    [InlineData("www.example", "www.example")]
    [InlineData("www.", "www.")]
    [InlineData("http://", "http://")]
    [InlineData("mailto:b.example", "mailto:b.example")]
    [InlineData("xwww.example.gov.cn", "xwww.example.gov.cn")]
    [InlineData("ftp://a.example", "ftp://a.example")]
    public void An_address_that_stands_as_it_is_is_a_link(string source, string expected)
        => Assert.Equal($"<p>{expected}</p>\n", BodyMarkup.ToHtml(source));

    private static IEnumerable<string> Texts(INode node)
    {
        if (node is IElement { ClassName: "back" }) yield break;
        if (node is IText text) yield return text.Data;
        foreach (var child in node.ChildNodes)
            foreach (var inner in Texts(child)) yield return inner;
    }

    /// <summary>Without the blanks that only part blocks, which a page has where it likes; digits above the line are digits.</summary>
    private static string Letters(string text)
        => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => c is not ('\n' or '\t' or ' ')));

    private static Body WithoutLists(Body body) => new(Flat(body.Blocks), body.Notes);

    private static List<Block> Flat(IReadOnlyList<Block> blocks) => [.. blocks.SelectMany(block => block switch
    {
        ItemList list => list.Items.SelectMany(Flat),
        Quote quote => Flat(quote.Blocks),
        Table table => [new Table(table.Caption, [.. table.Rows.Select(row
            => (IReadOnlyList<Cell>)[.. row.Select(cell => cell with { Blocks = Flat(cell.Blocks) })])])],
        _ => (IEnumerable<Block>)[block],
    })];
}
