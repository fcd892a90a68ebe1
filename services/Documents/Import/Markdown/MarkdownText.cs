using Disclosure.Documents.Bodies;
using Disclosure.Kernel;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace Disclosure.Documents.Import.Markdown;

/// <summary>A text in Markdown as a body. HTML in it is text.</summary>
/// <remarks>Runs in a process of its own (<see cref="ReaderProcess"/>), within bounds judged before it is parsed.</remarks>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseGridTables()
        .UseFootnotes().UseTaskLists().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseCjkFriendlyEmphasis().UsePreciseSourceLocation().Build();

    public static Outcome<ReadDocument> Read(string text)
    {
        // The parser takes “[附件][^1]” for a link of the first to the second, and drops the first.
        var source = ListIndents.Even(text.ReplaceLineEndings("\n").Replace("][^", $"]{MarkdownLines.Gap}[^", StringComparison.Ordinal));
        if (MarkdownBounds.Problem(source) is { } problem) return problem;
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(source, Pipeline);
        }
        catch (ArgumentException)
        {
            // How the parser says that elements are nested deeper than it follows (128), which is deeper than anybody reads.
            return ImportFailures.TooDeep;
        }

        var remarks = new RemarkList();
        var lines = new MarkdownLines(remarks);
        var reader = new MarkdownBlocks(lines, remarks, source);
        var blocks = reader.Document(document);
        var notes = new List<Note>();
        var ordered = NoteOrder.Of(blocks, number =>
        {
            var at = notes.Count + 1;
            var label = at.ToString(System.Globalization.CultureInfo.InvariantCulture);
            notes.Add(new(label, reader.Note(lines.Notes[number - 1])));
            return at;
        });
        SayUnnamed(source, lines.Notes, remarks);
        return new ReadDocument(new(ordered, notes), remarks.ToList());
    }

    /// <summary>The parser drops notes that nothing names.</summary>
    private static void SayUnnamed(string source, List<Footnote> named, RemarkList remarks)
    {
        var known = named.Select(note => note.Label?.TrimStart('^') ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var line in source.Split('\n'))
            if (line.StartsWith("[^", StringComparison.Ordinal) && line.IndexOf("]:", StringComparison.Ordinal) is > 2 and var end
                && known.Add(line[2..end]))
                remarks.Add(RemarkKind.Note, $"脚注 {RemarkList.Quote(line[2..end])} 在正文中没有引用，未导入：{RemarkList.Quote(line[(end + 2)..])}。");
    }
}
