using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Html;
using Disclosure.Documents.Import.Markdown;
using Xunit;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Marks and tags in any order are a body that can be kept, and nothing of them ends in a fault.</summary>
public sealed class MarkupDisorderTests
{
    private static readonly string[] Marks =
    [
        "[a](", "![x](", ")", "<", ">", "\"", "javascript:alert(1)", "https://a.example", "\t", "\n", "\n\n", "\n\n", "|", "|-|-|\n",
            "+---+\n", "* ", "**",
        "_", "`", "```\n", "# ", "> ", "- ", "1. ", "  - ", "[^1]", "[^1]: ", "[r]: ", "[r]", "<b>", "<sup>", "</sup>", "<!-- ", "-->",
            "<br>", "\\", "&lt;", "中文",
        "。", " ", "  \n", "~~", "[x] ", "---\n", "===\n", "　　", "第一条 ", "\uFDD0", "\u200B", "😀",
    ];

    private static readonly string[] Tags =
    [
        "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td rowspan=3>", "<td colspan=2>", "<th>", "<caption>", "<ul>",
            "<ol>", "<ol type=i>", "<li>",
        "</li>", "</ul>", "<li value=-5>", "<b>", "</b>", "<a href='https://a.example'>", "<a href='javascript:x'>", "</a>", "<sup>",
            "<br>", "<hr>", "<h1>", "</h3>",
        "<blockquote>", "<pre>", "\n", " ", "&nbsp;", "文", "a", "<img alt=x>", "<input type=checkbox>", "<s>", "</s>", "<center>",
            "<span hidden>", "<nav>", "<header>",
        "<ruby>", "<rt>", "<select><option>", "<svg>", "<math>", "<template>", "<frameset>", "<style>", "</style>", "<!--", "-->",
            "<p style='margin-left:9e9em'>", "<",
    ];

    [Fact]
    public void No_order_of_marks_confuses_the_reader() => Try(Marks, text => MarkdownText.Read(text));

    [Fact]
    public void No_order_of_tags_confuses_the_reader() => Try(Tags, text => HtmlText.Read(text));

    private static void Try(string[] pieces, Func<string, Kernel.Outcome<ReadDocument>> read)
    {
        var random = new Random(20261130);
        for (var i = 0; i < 3_000; i++)
        {
            var text = string.Concat(random.GetItems(pieces, random.Next(1, 40)));
            if (read(text).Value is not { } document) continue;
            var again = Body.Read(document.Body.ToString());
            Assert.True(again.Body?.ToString() == document.Body.ToString(),
                $"{text}\n---\n{again.Sentence}\n{document.Body}\n---\n{again.Body}");
        }
    }
}
