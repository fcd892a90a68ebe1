using System.Globalization;
using System.Text;

namespace Disclosure.Documents.Bodies;

/// <summary>The text of a body (正文的纯文字), as a reader sees it: what search, scan, difference and summary work on.</summary>
/// <remarks>
/// A block is a line; a row of a table is a line, a tab for each column, covered ones too; numbers of lists and marks of notes are text;
/// digits above and below the line are written as such; the notes follow at the end.
/// </remarks>
public static class BodyText
{
    /// <summary>The text of a body.</summary>
    /// <param name="body">The body.</param>
    /// <returns>Lines parted by <c>\n</c>, without one at the end.</returns>
    public static string Of(Body body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var text = new StringBuilder();
        foreach (var block in body.Blocks) Append(text, block, body.Notes);
        foreach (var note in body.Notes)
        {
            text.Append(NoteLabel(note.Label)).Append(' ');
            Append(text, note.Inlines, body.Notes);
            text.Append('\n');
        }

        if (text.Length > 0) text.Length--;
        return text.ToString();
    }

    /// <summary>The lines of a block, each with its end.</summary>
    internal static string Of(Block block, IReadOnlyList<Note> notes)
    {
        var text = new StringBuilder();
        Append(text, block, notes);
        return text.ToString();
    }

    /// <summary>The text of a written form; one that is none is its own text.</summary>
    /// <param name="source">A body's written form.</param>
    /// <returns>Lines parted by <c>\n</c>.</returns>
    public static string Of(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Body.Read(source).Body is { } body ? Of(body) : source;
    }

    /// <summary>The text of a written form in one line, its parts set apart by single spaces: for lists and excerpts.</summary>
    /// <param name="source">A body's written form.</param>
    /// <returns>One line.</returns>
    public static string LineOf(string source)
    {
        var text = Of(source);
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        if (line.Length > 0 && line[^1] == ' ') line.Length--;
        return line.ToString();
    }

    /// <summary>The characters of a line as they are read.</summary>
    /// <param name="inlines">What stands in the line.</param>
    /// <param name="notes">The body's notes.</param>
    /// <returns>The text; a break is <c>\n</c>.</returns>
    public static string Of(IReadOnlyList<Inline> inlines, IReadOnlyList<Note> notes)
    {
        ArgumentNullException.ThrowIfNull(inlines);
        ArgumentNullException.ThrowIfNull(notes);
        var text = new StringBuilder();
        Append(text, inlines, notes);
        return text.ToString();
    }

    /// <summary>The mark of a note as the text shows it.</summary>
    internal static string NoteLabel(string label) => $"[{label}]";

    /// <summary>The mark of a reference.</summary>
    internal static string NoteLabel(NoteReference reference, IReadOnlyList<Note> notes) => NoteLabel(notes[reference.Number - 1].Label);

    private static void Append(StringBuilder text, Block block, IReadOnlyList<Note> notes)
    {
        switch (block)
        {
            case Heading heading:
                Append(text, heading.Inlines, notes);
                text.Append('\n');
                break;
            case Paragraph paragraph:
                Append(text, paragraph.Inlines, notes);
                text.Append('\n');
                break;
            case Quote quote:
                foreach (var quoted in quote.Blocks) Append(text, quoted, notes);
                break;
            case ItemList list:
                Append(text, list, notes);
                break;
            case Table table:
                if (table.Caption.Count > 0)
                {
                    Append(text, table.Caption, notes);
                    text.Append('\n');
                }

                var steps = TableGrid.Steps(table);
                for (var at = 0; at < table.Rows.Count; at++) Append(text, table.Rows[at], steps[at], notes);
                break;
        }
    }

    private static void Append(StringBuilder text, ItemList list, IReadOnlyList<Note> notes)
    {
        for (var at = 0; at < list.Items.Count; at++)
        {
            text.Append(Number(list, at));
            if (list.Items[at].Count == 0) text.Append('\n');
            foreach (var block in list.Items[at]) Append(text, block, notes);
        }
    }

    /// <summary>What stands before an entry of a list.</summary>
    internal static string Number(ItemList list, int at)
        => list.Start is { } start ? $"{(start + at).ToString(CultureInfo.InvariantCulture)}. " : "• ";

    private static void Append(StringBuilder text, IReadOnlyList<Cell> row, IReadOnlyList<int> steps, IReadOnlyList<Note> notes)
    {
        for (var at = 0; at < row.Count; at++)
        {
            text.Append('\t', steps[at]);
            var begin = text.Length;
            foreach (var block in row[at].Blocks) Append(text, block, notes);
            // A cell is a piece of a line, whatever stands in it.
            if (text.Length > begin) text.Length--;
            text.Replace('\n', ' ', begin, text.Length - begin);
        }

        text.Append('\n');
    }

    private static void Append(StringBuilder text, IReadOnlyList<Inline> inlines, IReadOnlyList<Note> notes)
    {
        foreach (var inline in inlines)
            _ = inline switch
            {
                TextRun run => text.Append(RaisedCharacters.Of(run)),
                NoteReference note => text.Append(NoteLabel(note, notes)),
                _ => text.Append('\n'),
            };
    }
}
