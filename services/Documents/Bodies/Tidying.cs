using System.Buffers;

namespace Disclosure.Documents.Bodies;

/// <summary>Makes one form of what says the same: runs set alike are joined, space at the ends of a line and what is empty goes.</summary>
internal static class Tidying
{
    /// <summary>Spaces that only part words and tags. A full-width space is a character that the author wrote.</summary>
    public const string Spaces = " \t";

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\f\u0085\u2028\u2029");

    public static IReadOnlyList<Block> Of(IReadOnlyList<Block> blocks)
    {
        var tidy = new List<Block>(blocks.Count);
        foreach (var block in blocks)
            if (Of(block) is { } kept) tidy.Add(kept);
        return tidy;
    }

    private static Block? Of(Block block)
    {
        switch (block)
        {
            case Heading heading:
                var title = Of(heading.Inlines);
                return title.Count == 0 ? null : heading with { Inlines = title };
            case Paragraph paragraph:
                var inlines = Of(paragraph.Inlines);
                return inlines.Count == 0 ? null : paragraph with { Inlines = inlines };
            case ItemList list:
                return list.Items.Count == 0 ? null : list with { Items = [.. list.Items.Select(Of)] };
            case Quote quote:
                var quoted = Of(quote.Blocks);
                return quoted.Count == 0 ? null : new Quote(quoted);
            case Table table:
                return table.Rows.Count == 0 ? null : new Table(Of(table.Caption),
                    [.. table.Rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select(cell => cell with { Blocks = Of(cell.Blocks) })])]);
            default:
                return block;
        }
    }

    public static IReadOnlyList<Inline> Of(IReadOnlyList<Inline> inlines)
    {
        var tidy = new List<Inline>(inlines.Count);
        foreach (var inline in inlines)
            switch (inline)
            {
                case TextRun { Text.Length: 0 }:
                    break;
                case TextRun run when run.Text.AsSpan().ContainsAny(LineEnds):
                    Split(tidy, run);
                    break;
                case TextRun run:
                    Add(tidy, run);
                    break;
                case LineBreak:
                    TrimEnd(tidy);
                    tidy.Add(inline);
                    break;
                default:
                    tidy.Add(inline);
                    break;
            }

        while (true)
        {
            TrimEnd(tidy);
            if (tidy is not [.., LineBreak]) break;
            tidy.RemoveAt(tidy.Count - 1);
        }

        var begin = tidy.FindIndex(inline => inline is not LineBreak);
        return begin <= 0 ? Joined(tidy) : Joined(tidy.GetRange(begin, tidy.Count - begin));
    }

    /// <summary>A run never holds a line end: the written form has lines of its own.</summary>
    private static void Split(List<Inline> tidy, TextRun run)
    {
        var rest = run.Text.ReplaceLineEndings("\n").AsSpan();
        while (rest.IndexOf('\n') is >= 0 and var end)
        {
            if (end > 0) Add(tidy, run with { Text = rest[..end].ToString() });
            TrimEnd(tidy);
            tidy.Add(new LineBreak());
            rest = rest[(end + 1)..];
        }

        if (!rest.IsEmpty) Add(tidy, run with { Text = rest.ToString() });
    }

    private static void Add(List<Inline> tidy, TextRun run)
    {
        if (tidy is [] or [.., LineBreak])
        {
            var text = run.Text.AsSpan().TrimStart(Spaces);
            if (text.IsEmpty) return;
            if (text.Length < run.Text.Length) run = run with { Text = text.ToString() };
        }

        tidy.Add(run);
    }

    private static void TrimEnd(List<Inline> tidy)
    {
        while (tidy is [.., TextRun last])
        {
            var text = last.Text.AsSpan().TrimEnd(Spaces);
            if (text.Length == last.Text.Length) return;
            tidy.RemoveAt(tidy.Count - 1);
            if (!text.IsEmpty) tidy.Add(last with { Text = text.ToString() });
        }
    }

    /// <summary>Runs that are set alike and stand side by side, as one: in one pass, however many there are.</summary>
    private static List<Inline> Joined(List<Inline> inlines)
    {
        var joined = new List<Inline>(inlines.Count);
        for (var at = 0; at < inlines.Count;)
        {
            var end = at + 1;
            if (inlines[at] is TextRun first)
            {
                while (end < inlines.Count && inlines[end] is TextRun next && next.Marks == first.Marks && next.Address == first.Address)
                    end++;
                joined.Add(end == at + 1 ? first
                    : first with { Text = string.Concat(inlines.GetRange(at, end - at).Cast<TextRun>().Select(run => run.Text)) });
            }
            else
            {
                joined.Add(inlines[at]);
            }

            at = end;
        }

        return joined;
    }
}
