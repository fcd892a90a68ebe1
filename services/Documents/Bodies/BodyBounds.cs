namespace Disclosure.Documents.Bodies;

/// <summary>How much structure a body (正文) may have, judged before it is parsed and in time linear in its length.</summary>
/// <remarks>
/// A few kilobytes of table syntax describe millions of cells, and each unfinished link is read to the end of its paragraph: what a parser
/// makes of a text is bounded by neither the text's length nor the parser.
/// </remarks>
internal static class BodyBounds
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
    public const int MaxFootnotes = 2_000;

    /// <summary>What is too much, in words for the author; null when all is within bounds.</summary>
    public static string? Problem(string markdown)
    {
        if (markdown.Length > BodyMarkup.MaxLength) return $"正文不能超过 {BodyMarkup.MaxLength:N0} 字。";
        long cells = 0, linkWork = 0, replaced = 0;
        int footnotes = 0, lines = 0;
        var block = new Block();
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
        return cells > MaxCells
            ? $"表格过大：行数乘以列数不能超过 {MaxCells:N0}，请拆成几个表格，中间空一行。"
            : linkWork > MaxLinkWork ? "同一段中的链接过多，请分成几段，中间空一行。"
            : replaced * lines > MaxBlockWork ? "以 === 或 --- 写成的标题、链接定义或表格过多，标题请改用 # 开头。"
            : footnotes > MaxFootnotes ? $"脚注不能超过 {MaxFootnotes:N0} 处。"
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
    private struct Block
    {
        public int Lines, Length, Columns, Links, Definitions, Underlines, Grids;
    }
}
