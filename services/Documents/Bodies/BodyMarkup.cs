using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Disclosure.Documents.Bodies;

/// <summary>A body (正文) written in Markdown, as HTML that carries no script, style, picture or tracking.</summary>
/// <remarks>
/// Nothing of the text is written as markup except by the parser's own elements: HTML in it is text. What an element may carry from the
/// text is an address, and the addresses are judged here.
/// </remarks>
public static class BodyMarkup
{
    /// <summary>Longest body, characters.</summary>
    public const int MaxLength = 300_000;

    private const string NotRendered = "<p class=\"muted\">（排版过于复杂，以下按原文显示。）</p>\n";

    private const string ScrollingTable = "<div class=\"scroll\" role=\"region\" aria-label=\"表格\" tabindex=\"0\"><table";

    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    /// <summary>Why a body cannot be shown as it is written, in words for its author; null when it can.</summary>
    /// <param name="markdown">The body.</param>
    /// <returns>A sentence, or null.</returns>
    public static string? Problem(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return Render(markdown).Problem;
    }

    /// <summary>The body as HTML; one that cannot be shown as it is written is shown letter by letter, so that nothing is lost.</summary>
    /// <param name="markdown">The body.</param>
    /// <returns>HTML of elements of text, lists, tables and links.</returns>
    public static string ToHtml(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return Render(markdown).Html ?? NotRendered + Plain(markdown);
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseGridTables().UseFootnotes();
        builder.InlineParsers.Insert(0, new BareLinks());
        return builder.Build();
    }

    private static (string? Html, string? Problem) Render(string markdown)
    {
        if (BodyBounds.Problem(markdown) is { } problem) return (null, problem);
        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            Demote(document);
            Undress(document);
            // Wide tables scroll by themselves; being scrollable they must be reachable by keyboard.
            return (document.ToHtml(Pipeline)
                .Replace("<table", ScrollingTable, StringComparison.Ordinal)
                .Replace("</table>", "</table></div>", StringComparison.Ordinal), null);
        }
        catch (ArgumentException)
        {
            // How the parser says that elements are nested deeper than it follows (128), which is deeper than anybody reads.
            return (null, "列表、引用、强调等层级过深，请减少层级；星号等符号请在前面加反斜杠。");
        }
    }

    /// <summary>The page's title is its only first-level heading, so the text's headings begin at the second level and skip none.</summary>
    private static void Demote(MarkdownDocument document)
    {
        var open = new Stack<int>();
        foreach (var heading in document.OfType<HeadingBlock>())
        {
            while (open.Count > 0 && open.Peek() >= heading.Level) open.Pop();
            open.Push(heading.Level);
            heading.Level = Math.Min(open.Count + 1, 6);
        }
    }

    /// <summary>
    /// Takes away what would fetch, run or style something: pictures, foreign schemes, widths and alignments, classes of code.
    /// </summary>
    private static void Undress(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
            if (link.IsImage || !Addresses.MayBeFollowed(link.Url)) link.ReplaceBy(new ContainerInline());
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            if (!link.IsEmail && !Addresses.MayBeFollowed(link.Url)) link.ReplaceBy(new LiteralInline(link.Url));
        foreach (var column in document.Descendants<Table>().SelectMany(table => table.ColumnDefinitions))
            (column.Alignment, column.Width) = (null, 0);
        foreach (var code in document.Descendants<FencedCodeBlock>()) code.SetAttributes(new HtmlAttributes());
    }

    private static string Plain(string markdown)
        => $"<p>{WebUtility.HtmlEncode(markdown.ReplaceLineEndings("\n")).Replace("\n", "<br />\n", StringComparison.Ordinal)}</p>\n";
}
