using System.Text.RegularExpressions;
using Disclosure.Catalogue.Search;
using Xunit;

namespace Disclosure.Catalogue.Tests;

/// <summary>What is left of Markdown in a summary, at a cost that grows with its length alone.</summary>
public sealed partial class SnippetTests
{
    private static readonly string[] Pieces =
    [
        "文", "字 ", "a", " ", "\t", "\n", "\r\n", "\r", "\u3000", "|", "| --- | :-: |", "---", "--", "-", ":", "#", "**", "_", "`", ">", "~",
            "[", "]",
        "(http://a", "(https://b)", "(http:/", "(", ")", "\n|-|\n", "\n---\r\n", "\n | -", "\n--\n",
    ];

    [Fact]
    public void Marks_become_spaces_as_these_expressions_say()
    {
        var random = new Random(20261201);
        for (var i = 0; i < 50_000; i++)
        {
            var text = string.Concat(random.GetItems(Pieces, random.Next(0, 14)));
            Assert.Equal(Whitespace().Replace(Marks().Replace(text, " "), " ").Trim(), Snippet.Plain(text));
        }
    }

    [Theory]
    [InlineData("|", "-", "x")]
    [InlineData("", " ", "|x")]
    [InlineData("", "(http://", "")]
    [InlineData("", "|-\n", "x")]
    [InlineData("", "-", "x")]
    [InlineData("", "|", "x")]
    [InlineData("", "|-", "x")]
    [InlineData("", "文", "")]
    public void A_body_of_anything_costs_little(string first, string repeated, string last)
    {
        var body = first + string.Concat(Enumerable.Repeat(repeated, 299_990 / repeated.Length)) + last;
        Snippet.Plain(body);
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < 10; i++) Snippet.Plain(body);
        // What other tests of this process spend counts too; in the square of the length it is half a minute.
        Assert.InRange(Environment.CpuUsage.TotalTime - before, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [GeneratedRegex(@"^[ \t]*\|[ \t:|-]*-[ \t:|-]*\r?$|^-{3,}\r?$|[#*_`>|~\[\]]+|\(https?://[^)]*\)", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
