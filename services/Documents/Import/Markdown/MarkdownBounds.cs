using Disclosure.Documents.Bodies;
using Disclosure.Kernel;

namespace Disclosure.Documents.Import.Markdown;

/// <summary>How much structure a text in Markdown may have, judged before it is parsed and in time linear in its length.</summary>
/// <remarks>
/// A few kilobytes of table syntax describe millions of cells, and each unfinished link is read to the end of its paragraph: what a parser
/// makes of a text is bounded by neither the text's length nor the parser.
/// </remarks>
internal static class MarkdownBounds
{
    /// <summary>
    /// Table cells at most. A line of a table that is too short gets the cells it lacks, so rows count with the widest row's columns.
    /// </summary>
    public const long MaxCells = 200_000;

    /// <summary>
    /// Characters at most that links are looked for in: the links of a paragraph, their definitions and the lines that may end it as a
    /// heading, times its length.
    /// </summary>
    public const long MaxLinkWork = 300_000_000;

    /// <summary>
    /// Blocks at most that are passed over to find one that turns out to be another: a paragraph becomes a heading, definitions or a table
    /// is looked for among all before it.
    /// </summary>
    public const long MaxBlockWork = 300_000_000;

    /// <summary>References to footnotes (脚注) at most; each is written twice, there and back.</summary>
    public const int MaxFootnotes = Body.MaxNotes;

    /// <summary>What is too much; null when all is within bounds.</summary>
    public static Failure? Problem(string markdown)
    {
        if (markdown.Length > Body.MaxLength) return ImportFailures.TooLong;
        long cells = 0, linkWork = 0, replaced = 0;
        int footnotes = 0, lines = 0;
        var block = new Piece();
        for (var rest = markdown.AsSpan(); !rest.IsEmpty;)
        {
            var line = NextLine(ref rest);
            lines++;
            // The parser takes nothing else for blank: a line of other white space goes on with the paragraph.
            if (line.IndexOfAnyExcept(' ', '\t') < 0)
            {
                Close();
                continue;
            }

            if (IsUnderline(line)) block.Underlines++;
            block.Lines++;
            block.Length += line.Length + 1;
            block.Columns = Math.Max(block.Columns, 1 + Math.Max(line.Count('|'), line.Count('+')));
            block.Links += line.Count("](");
            block.Definitions += line.Count("]:");
            if (line.Contains('+')) block.Grids++;
            footnotes += line.Count("[^");
        }

        Close();
        return cells > MaxCells ? ImportFailures.TableTooLarge
            : linkWork > MaxLinkWork ? ImportFailures.TooManyLinks
            : replaced * lines > MaxBlockWork ? ImportFailures.TooManyUnderlines
            : footnotes > MaxFootnotes ? ImportFailures.TooManyNotes
            : null;

        void Close()
        {
            // One column is no table, however many lines it has.
            if (block.Columns > 1) cells += (long)block.Lines * block.Columns;
            linkWork += (long)(block.Links + block.Definitions + block.Underlines) * block.Length;
            replaced += block.Underlines + Math.Min(block.Definitions, 1) + block.Grids;
            block = default;
        }
    }

    /// <summary>Takes the next line from a text. Lines end as they do for the parser, not at every character that Unicode ends them
    /// at.</summary>
    private static ReadOnlySpan<char> NextLine(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('\r', '\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(rest[end..] is ['\r', '\n', ..] ? end + 2 : end + 1)..];
        return line;
    }

    /// <summary>Whether a line makes a heading of the paragraph above it.</summary>
    private static bool IsUnderline(ReadOnlySpan<char> line)
    {
        var mark = line.TrimStart(" \t>").TrimEnd(" \t");
        return mark is ['=' or '-', ..] && mark.IndexOfAnyExcept(mark[0]) < 0;
    }

    /// <summary>Lines without an empty one between them: what a table or a paragraph is made of.</summary>
    private struct Piece
    {
        public int Lines, Length, Columns, Links, Definitions, Underlines, Grids;
    }
}
