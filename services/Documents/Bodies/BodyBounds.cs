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

    /// <summary>Characters at most that links are looked for in: the links of a paragraph times its length.</summary>
    public const long MaxLinkWork = 300_000_000;

    /// <summary>References to footnotes (脚注) at most; each is written twice, there and back.</summary>
    public const int MaxFootnotes = 2_000;

    /// <summary>What is too much, in words for the author; null when all is within bounds.</summary>
    public static string? Problem(string markdown)
    {
        if (markdown.Length > BodyMarkup.MaxLength) return $"正文不能超过 {BodyMarkup.MaxLength:N0} 字。";
        long cells = 0, linkWork = 0;
        var footnotes = 0;
        var block = new Block();
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                Close();
                continue;
            }

            block.Lines++;
            block.Length += line.Length + 1;
            block.Columns = Math.Max(block.Columns, 1 + Math.Max(line.Count('|'), line.Count('+')));
            block.Links += line.Count("](");
            footnotes += line.Count("[^");
        }

        Close();
        return cells > MaxCells
            ? $"表格过大：行数乘以列数不能超过 {MaxCells:N0}，请拆成几个表格，中间空一行。"
            : linkWork > MaxLinkWork ? "同一段中的链接过多，请分成几段，中间空一行。"
            : footnotes > MaxFootnotes ? $"脚注不能超过 {MaxFootnotes:N0} 处。"
            : null;

        void Close()
        {
            // One column is no table, however many lines it has.
            if (block.Columns > 1) cells += (long)block.Lines * block.Columns;
            linkWork += (long)block.Links * block.Length;
            block = default;
        }
    }

    /// <summary>Lines without an empty one between them: what a table or a paragraph is made of.</summary>
    private struct Block
    {
        public int Lines, Length, Columns, Links;
    }
}
