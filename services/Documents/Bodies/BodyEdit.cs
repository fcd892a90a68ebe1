namespace Disclosure.Documents.Bodies;

/// <summary>A piece of a body's text that gets other characters, as when personal data is covered (遮盖).</summary>
/// <param name="Start">Where it begins in <see cref="BodyText"/>.</param>
/// <param name="Length">Characters.</param>
/// <param name="Text">What stands there afterwards.</param>
public readonly record struct TextChange(int Start, int Length, string Text);

/// <summary>Changes characters of a body where they were found in its text, and nothing else of it.</summary>
public sealed class BodyEdit
{
    private readonly IReadOnlyList<TextChange> changes;
    private readonly IReadOnlyList<Note> notes;
    private int next;
    private int written = -1;
    private int at;

    private BodyEdit(IReadOnlyList<TextChange> changes, IReadOnlyList<Note> notes) => (this.changes, this.notes) = (changes, notes);

    /// <summary>The body with the changes made. Marks of notes and numbers of lists, which are no characters of it, stay.</summary>
    /// <param name="body">The body.</param>
    /// <param name="changes">Changes by place in its text; none may overlap.</param>
    /// <returns>The changed body.</returns>
    /// <exception cref="ArgumentException">Two overlap.</exception>
    public static Body Apply(Body body, IEnumerable<TextChange> changes)
    {
        ArgumentNullException.ThrowIfNull(body);
        var inOrder = changes.OrderBy(change => change.Start).ToList();
        for (var i = 1; i < inOrder.Count; i++)
            if (inOrder[i - 1].Start + inOrder[i - 1].Length > inOrder[i].Start)
                throw new ArgumentException("Two changes overlap.", nameof(changes));
        var edit = new BodyEdit(inOrder, body.Notes);
        List<Block> blocks = [.. body.Blocks.Select(edit.Of)];
        List<Note> edited = [];
        foreach (var note in body.Notes)
        {
            edit.at += BodyText.NoteLabel(note.Label).Length + 1;
            edited.Add(note with { Inlines = edit.Line(note.Inlines) });
        }

        return new Body(blocks, edited);
    }

    // Walks as BodyText does: what that writes for a block is what is counted here.
    private Block Of(Block block)
    {
        switch (block)
        {
            case Heading heading:
                return heading with { Inlines = Line(heading.Inlines) };
            case Paragraph paragraph:
                return paragraph with { Inlines = Line(paragraph.Inlines) };
            case Quote quote:
                return new Quote([.. quote.Blocks.Select(Of)]);
            case ItemList list:
                return Of(list);
            case Table table:
                var caption = table.Caption.Count == 0 ? table.Caption : Line(table.Caption);
                var steps = TableGrid.Steps(table);
                return new Table(caption, [.. table.Rows.Select((row, index) => Row(row, steps[index]))]);
            default:
                return block;
        }
    }

    private ItemList Of(ItemList list)
    {
        var items = new List<IReadOnlyList<Block>>(list.Items.Count);
        for (var i = 0; i < list.Items.Count; i++)
        {
            at += BodyText.Number(list, i).Length;
            if (list.Items[i].Count == 0) at++;
            items.Add([.. list.Items[i].Select(Of)]);
        }

        return list with { Items = items };
    }

    private List<Cell> Row(IReadOnlyList<Cell> row, IReadOnlyList<int> steps)
    {
        var cells = new List<Cell>(row.Count);
        for (var i = 0; i < row.Count; i++)
        {
            at += steps[i];
            var begin = at;
            cells.Add(row[i] with { Blocks = [.. row[i].Blocks.Select(Of)] });
            if (at > begin) at--;
        }

        at++;
        return cells;
    }

    /// <summary>A line and its end.</summary>
    private List<Inline> Line(IReadOnlyList<Inline> inlines)
    {
        var edited = new List<Inline>(inlines.Count);
        foreach (var inline in inlines)
            switch (inline)
            {
                case TextRun run:
                    Run(edited, run);
                    break;
                case NoteReference reference:
                    edited.Add(reference);
                    at += BodyText.NoteLabel(reference, notes).Length;
                    break;
                default:
                    // A break within what is covered goes with it.
                    if (!IsCovered(at)) edited.Add(inline);
                    at++;
                    break;
            }

        at++;
        return edited;
    }

    private bool IsCovered(int place)
    {
        while (next < changes.Count && changes[next].Start + changes[next].Length <= place) next++;
        return next < changes.Count && changes[next].Start <= place;
    }

    private void Run(List<Inline> edited, TextRun run)
    {
        var (begin, end) = (at, at + run.Text.Length);
        for (var place = begin; place < end;)
        {
            if (IsCovered(place))
            {
                var change = changes[next];
                Write(edited, run, change);
                place = Math.Min(end, change.Start + change.Length);
            }
            else
            {
                var stop = next < changes.Count ? Math.Min(end, changes[next].Start) : end;
                edited.Add(run with { Text = run.Text[(place - begin)..(stop - begin)] });
                place = stop;
            }
        }

        at = end;
    }

    /// <summary>What goes on over several runs is written once, in the first.</summary>
    private void Write(List<Inline> edited, TextRun run, TextChange change)
    {
        if (written == next) return;
        written = next;
        edited.Add(run with { Text = change.Text });
    }
}
