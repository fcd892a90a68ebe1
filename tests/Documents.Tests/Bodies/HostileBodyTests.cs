using Disclosure.Documents.Bodies;
using Ganss.Xss;
using Xunit;

namespace Disclosure.Documents.Tests.Bodies;

/// <summary>What a body may carry into a page: text, structure, and addresses that open a page, a letter or a call.</summary>
// One after the other: the bounds are judged by what the whole process spends.
[Collection("bodies")]
public sealed class HostileBodyTests
{
    private static readonly string[] Pieces =
    [
        "[a](", "![x](", ")", "<", ">", "\"", "'", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
            "https://a.example", "//b.example",
        "&#106;avascript:x",
        "&colon;", "\t", "\u0001", "\n", "\n\n", "|", "|---|", "+---+", "* ", "**", "_", "`",
        "```", "~~~ x", "# ", "> ", "- ", "1. ",
        "[^1]", "[^1]: ", "[r]: ", "[r]", "<script>", "</script>",
        "<img src=x onerror=alert(1)>", "<style>",
        "style=\"color:red\"", "onclick=x", "<javascript:x>", "<a@b.example>", "www.c.example", "mailto:", "tel:1", "\\", "&lt;",
        "&amp;", "中文", " ", "  \n",
        "{.c #i}", ":---:", "\u200B", "\u202E", "\uFFFE", "😀",
    ];

    [Fact]
    public void Nothing_comes_out_that_a_sanitizer_would_take_away()
    {
        var random = new Random(20261129);
        var sanitizer = Sanitizer();
        var removed = new List<string>();
        sanitizer.RemovingTag += (_, args) => removed.Add(args.Tag.OuterHtml);
        sanitizer.RemovingAttribute += (_, args) => removed.Add(args.Tag.OuterHtml);
        sanitizer.RemovingStyle += (_, args) => removed.Add(args.Tag.OuterHtml);
        for (var i = 0; i < 20_000; i++)
        {
            var body = string.Concat(random.GetItems(Pieces, random.Next(1, 40)));
            sanitizer.Sanitize(BodyMarkup.ToHtml(body));
            Assert.True(removed.Count == 0, $"{body}\n---\n{string.Join('\n', removed)}");
        }
    }

    [Fact]
    public void The_sanitizer_of_these_tests_would_object()
    {
        var removed = 0;
        var sanitizer = Sanitizer();
        sanitizer.RemovingTag += (_, _) => removed++;
        sanitizer.RemovingAttribute += (_, _) => removed++;
        sanitizer.Sanitize(
            "<p onclick=\"x\">a</p><script>x</script><a href=\"javascript:x\">b</a><img src=\"x\"><td style=\"width:1px\"></td>");
        Assert.True(removed >= 4, $"{removed} removed");
    }

    [Theory]
    [InlineData("[同意](javascript:alert(1))")]
    [InlineData("[同意](&#106;avascript:alert(1))")]
    [InlineData("[同意](<java\tscript:alert(1)>)")]
    [InlineData("[同意](data:text/html;base64,PHA+)")]
    [InlineData("[同意][r]\n\n[r]: vbscript:x")]
    public void A_link_of_a_foreign_scheme_is_its_text(string body)
        => Assert.Equal("<p>同意</p>\n", BodyMarkup.ToHtml(body));

    [Fact]
    public void A_picture_is_its_description()
        => Assert.Equal("<p>见示意图。</p>\n", BodyMarkup.ToHtml("见![示意图](https://elsewhere.example/pixel.gif)。"));

    [Fact]
    public void Html_is_text()
        => Assert.Equal("<p>&lt;b onclick=&quot;x&quot;&gt;甲&lt;/b&gt;</p>\n", BodyMarkup.ToHtml("<b onclick=\"x\">甲</b>"));

    [Theory]
    [InlineData("[附件](https://www.example.gov.cn/a?b=1&c=2)", "href=\"https://www.example.gov.cn/a?b=1&amp;c=2\"")]
    [InlineData("[本站](/bijie/items/2026-00001)", "href=\"/bijie/items/2026-00001\"")]
    [InlineData("[拨打](tel:0857-12345)", "href=\"tel:0857-12345\"")]
    [InlineData("<a@b.example>", "href=\"mailto:a@b.example\"")]
    public void What_opens_a_page_a_letter_or_a_call_is_a_link(string body, string expected)
        => Assert.Contains(expected, BodyMarkup.ToHtml(body), StringComparison.Ordinal);

    /// <summary>Allows exactly what the pages expect of a body.</summary>
    private static HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        Only(sanitizer.AllowedTags, "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6",
            "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "sup", "sub", "del", "a",
            "div", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "html", "head", "body");
        Only(sanitizer.AllowedAttributes, "href", "title", "start", "type", "colspan", "rowspan",
            "id", "class", "role", "aria-label", "tabindex");
        Only(sanitizer.AllowedSchemes, "http", "https", "mailto", "tel");
        sanitizer.AllowedCssProperties.Clear();
        return sanitizer;

        static void Only(ISet<string> set, params string[] names)
        {
            set.Clear();
            set.UnionWith(names);
        }
    }
}
