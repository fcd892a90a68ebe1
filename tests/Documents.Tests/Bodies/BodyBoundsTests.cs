using System.Text;
using Disclosure.Documents.Bodies;
using Xunit;

namespace Disclosure.Documents.Tests.Bodies;

/// <summary>No text of the length a body may have keeps a processor busy or runs out of memory, whatever its punctuation.</summary>
// One after the other: the bounds are judged by what the whole process spends.
[Collection("bodies")]
public sealed class BodyBoundsTests
{
    private const int Length = BodyMarkup.MaxLength;

    private static Dictionary<string, string> Shapes()
    {
        var shapes = new Dictionary<string, string>();
        string[] repeated =
        [
            "段\n\n", "[", "![", "[a](b) ", "[a](", "[a][", "[a](<b ", "[a](<b) ", "[a](b (", "[a](b \"c) ", "[a](b 'c ", "*a ", "*a_ ",
            "a**b_c*", "*", "_", "`", "` ``", "<", "<a ", "&",
            "&#x", "|",
            "|-", "+-", "+", "|\n", "a|b\n", "*|_|", "[^1]", "[^1]:", "> ", ">", ">\n\n",
            "- ", "- a\n", "- a\n\n", "1. ", "* * * ", "# a\n", "a\n---\n", " ", "\t", "\t- a\n", "a\n", "a  \n",
            "\\",
            "```\n", "~~~\na\n~~~\n", "---\n\n", "www.", "http://", "http://a ", "mailto:a@",
            "www.a_", "www.a_ ", "www.a.b_", "www.a*", "(www.a", "www.a.b/(", "http://a_", "http://a.b_", "http://a.b/c_d ", "http://a.b&c",
            "https://a.b/*", "mailto:a_", "mailto:a@b_", "mailto:a@b.c_", "tel:1_", "*www.a.b ", "[www.a.b ", "[www.a.b](c) ",
            "[a](x (\n\u00A0\n", "[a](x (\n\u3000\n", "[a](x (\n\u2028\n", "[a](x (\n\f\n", "[a](x (\n\v\n", "[a](x (\u0085", "[a](x (\r",
            "[x]:\n", "[x]:\n\n", "[x]: y\n\n", "a\n=\n", "a\n=\n\n", "a\n-\n\n", "> a\n> =\n", "+-+\na\n\n", "+-+\n\n", "![x](b) ",
            "[a](x:y) ",
            "[a]: b\n", "[a]: ", "😀", "\uD83D", "+---+---+\n| a | b |\n",
        ];
        foreach (var piece in repeated) shapes.Add(piece, Repeat(piece, Length));
        shapes.Add("a wide head and many short rows", Repeat("|", 4_500) + "\n" + Repeat("|-", 9_000) + "|\n" + Repeat("|\n", 9_000));
        shapes.Add("a wide grid and many short rows", Repeat("+-", 9_000) + "+\n" + Repeat("|\n", 9_000));
        shapes.Add("addresses in one run", "http://a.b/" + Repeat("_www.a", Length - 20));
        shapes.Add("addresses behind much else", Repeat("*a _b ", Length / 2) + Repeat(" www.a.b", Length / 2));
        shapes.Add("headings behind much else", Repeat("段\n\n", Length / 2) + Repeat("a\n=\n\n", Length / 2));
        shapes.Add("definitions behind much else", Repeat("段\n\n", Length / 2) + Repeat("[a]: b\n\n", Length / 2));
        shapes.Add("no grids behind much else", Repeat("段\n\n", Length / 2) + Repeat("+-+\na\n\n", Length / 2));
        shapes.Add("a quoted definition and lines that do not end it", "> [x]: y \"\n" + Repeat("===\n", Length - 20));
        shapes.Add("many notes", Lines(i => $"[^{i}]: x"));
        shapes.Add("many references to one note", "[^1]: x\n\n" + Repeat("[^1] ", Length - 20));
        shapes.Add("many definitions and uses", Lines(i => $"[{i}]: x", Length / 2) + "\n" + Lines(i => $"[{i}]", Length / 2 - 10));
        shapes.Add("a staircase of lists", Lines(i => new string(' ', i % 40 * 2) + "- a"));
        shapes.Add("quotes in quotes", Lines(_ => Repeat("> ", 100) + "a"));
        shapes.Add("growing code fences", Lines(i => new string('`', i % 500 + 1) + " "));
        shapes.Add("links of links", Repeat("[", 100) + Repeat("](b)", Length - 200));
        return shapes;
    }

    public static TheoryData<string> Names() => [.. Shapes().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_is_repeated_costs_seconds_at_most(string name)
    {
        var body = Shapes()[name];
        Assert.True(body.Length <= Length, name);
        var before = Environment.CpuUsage.TotalTime;
        var html = BodyMarkup.ToHtml(body);
        // Of the processor, because other suites share the machine; four times what the slowest takes.
        var spent = Environment.CpuUsage.TotalTime - before;
        Assert.True(spent < TimeSpan.FromSeconds(8), $"{name}: {spent}");
        Assert.True(html.Length < 20 * Length, $"{name}: {html.Length} characters");
    }

    [Theory]
    [InlineData("[")]
    [InlineData(">")]
    [InlineData("- ")]
    public void A_body_nested_deeper_than_anybody_reads_is_shown_letter_by_letter(string piece)
    {
        var body = string.Concat(Enumerable.Repeat(piece, 130)) + "甲<乙";
        Assert.NotNull(BodyMarkup.Problem(body));
        Assert.Contains("甲&lt;乙", BodyMarkup.ToHtml(body), StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_of_5000_lines_and_20_columns_is_a_table()
    {
        var body = "|" + Repeat("列|", 40)
            + "\n|" + Repeat("-|", 40) + "\n" + string.Concat(Enumerable.Repeat("|" + Repeat("1|", 40) + "\n", 5_000));
        Assert.Null(BodyMarkup.Problem(body));
        Assert.Equal(5_000 * 20, BodyMarkup.ToHtml(body).Split("<td>").Length - 1);
    }

    [Fact]
    public void A_thousand_links_in_one_table_are_links()
    {
        var body = "|名称|\n|-|\n" + string
            .Concat(Enumerable.Range(0, 1_000).Select(i => $"|[附件{i}](https://www.example.gov.cn/attachments/{i}.pdf)|\n"));
        Assert.Null(BodyMarkup.Problem(body));
        Assert.Equal(1_000, BodyMarkup.ToHtml(body).Split("<a href=").Length - 1);
    }

    [Fact]
    public void The_reason_names_what_to_do()
    {
        Assert.Contains("表格过大", BodyMarkup.Problem(Repeat("|", 1_000) + "\n" + Repeat("|\n", 600)), StringComparison.Ordinal);
        Assert.Contains("链接过多", BodyMarkup.Problem(Repeat("[a](", Length)), StringComparison.Ordinal);
        Assert.Contains("脚注", BodyMarkup.Problem(Repeat("[^1] ", 20_000)), StringComparison.Ordinal);
        Assert.Contains("不能超过", BodyMarkup.Problem(new string('甲', Length + 1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a](x (\n\u00A0\n", "链接过多")]
    [InlineData("[a](x (\n\u3000\n", "链接过多")]
    [InlineData("[a](x (\n\u2028\n", "链接过多")]
    [InlineData("[a](x (\n\f\n", "链接过多")]
    [InlineData("[a](x (\n\v\n", "链接过多")]
    [InlineData("[a](x (\u0085", "链接过多")]
    [InlineData("[x]:\n", "链接过多")]
    [InlineData("a\n=\n", "链接过多")]
    [InlineData("a\n=\n\n", "标题")]
    [InlineData("[x]: y\n\n", "标题")]
    public void What_would_be_read_again_and_again_is_refused(string piece, string words)
    {
        Assert.Contains(words, BodyMarkup.Problem(Repeat(piece, Length)), StringComparison.Ordinal);
        Assert.Contains("链接过多", BodyMarkup.Problem(Repeat("[a](x (\r\n", Length)), StringComparison.Ordinal);
        Assert.Null(BodyMarkup.Problem(Repeat("[a](x (\r\n\r\n", Length / 2)));
    }

    [Fact]
    public void A_long_document_of_underlined_headings_and_definitions_is_shown()
        => Assert.Null(BodyMarkup
        .Problem(Lines(i => $"标题{i}\n---\n\n段落[一][{i}]，" + new string('文', 400) + $"\n\n[{i}]: https://www.example.gov.cn/{i}\n")));

    private static string Repeat(string piece, int length) => new StringBuilder().Insert(0, piece, length / piece.Length + 1)
        .ToString(0, length);

    private static string Lines(Func<int, string> line, int length = Length)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < length; i++) text.Append(line(i)).Append('\n');
        return text.ToString(0, length);
    }
}
