using Disclosure.Documents.Bodies;
using Ganss.Xss;
using Xunit;

namespace Disclosure.Documents.Tests.Bodies;

/// <summary>What a body may carry into a page: text, structure, and addresses that open a page, a letter or a call.</summary>
[Collection("bodies")]
public sealed class HostileBodyTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<p class=\"center\">", "<p class='x\" onclick=y'>", "<strong>", "</strong>", "<a href=\"", "<a href='/b'>",
        "</a>", "\">", "'>", ">", "<", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "https://a.example",
        "//b.example", "&#106;avascript:x", "&colon;", "\t", "\n", "<table>", "<tr>", "<td colspan=2>", "</td>", "</tr>", "</table>",
        "<th scope=\"", "<script>", "</script>", "<style>", "<img src=x onerror=alert(1)>", "style=\"color:red\"", "onclick=x",
        "www.c.example\"onmouseover=x", "mailto:a@b.example\"", "&lt;", "&quot;", "&amp;", "<aside id=\"note-1\" title=\"",
        "<a href=\"#note-1\"></a>", "</aside>", "<ol start=\"2\">", "<li>", "</li>", "</ol>", "中文", " ", "<br/>", "<!--", "-->",
        "<![CDATA[", "]]>", "<svg/onload=x>", "<a\u0001href=x>", "\u200B", "😀",
    ];

    [Fact]
    public void Nothing_comes_out_that_a_sanitizer_would_take_away()
    {
        var random = new Random(20261130);
        var sanitizer = Sanitizer();
        var removed = new List<string>();
        sanitizer.RemovingTag += (_, args) => removed.Add(args.Tag.OuterHtml);
        sanitizer.RemovingAttribute += (_, args) => removed.Add(args.Tag.OuterHtml);
        sanitizer.RemovingStyle += (_, args) => removed.Add(args.Tag.OuterHtml);
        sanitizer.RemovingComment += (_, args) => removed.Add(args.Comment.Data);
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var source = string.Concat(random.GetItems(Pieces, random.Next(1, 12)));
            if (Body.Read(source).Body is not null) read++;
            sanitizer.Sanitize(BodyMarkup.ToHtml(source));
            Assert.True(removed.Count == 0, $"{source}\n---\n{string.Join('\n', removed)}");
        }

        // Most pieces refuse each other; enough are bodies for this to be a look at what bodies carry.
        Assert.InRange(read, 2_000, 20_000);
        for (var seed = 0; seed < 1_000; seed++)
        {
            sanitizer.Sanitize(BodyMarkup.ToHtml(new Bodies(seed).Next().ToString()));
            Assert.True(removed.Count == 0, $"{seed}\n{string.Join('\n', removed)}");
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

    [Fact]
    public void What_cannot_be_read_is_shown_letter_by_letter()
        => Assert.Equal("<p class=\"muted\">（排版无法识别，以下按原文显示。）</p>\n<p>&lt;b onclick=&quot;x&quot;&gt;甲&lt;/b&gt;</p>\n",
            BodyMarkup.ToHtml("<b onclick=\"x\">甲</b>"));

    /// <summary>Allows exactly what the pages expect of a body.</summary>
    private static HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        Only(sanitizer.AllowedTags, "p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "em", "strong", "u",
            "sup", "sub", "a", "div", "table", "caption", "tbody", "tr", "th", "td", "section", "html", "head", "body");
        Only(sanitizer.AllowedAttributes, "href", "start", "colspan", "rowspan", "scope", "id", "class", "role", "aria-label", "tabindex");
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
