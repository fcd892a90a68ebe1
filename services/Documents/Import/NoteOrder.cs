using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import;

/// <summary>Numbers notes in the order in which the text names them, those that it really names.</summary>
internal static class NoteOrder
{
    /// <summary>Blocks with the numbers that each note gets when it is met first.</summary>
    /// <param name="blocks">Blocks whose notes have any numbers.</param>
    /// <param name="number">Makes the next number of a note that was not met before.</param>
    public static List<Block> Of(IReadOnlyList<Block> blocks, Func<int, int> number)
    {
        var known = new Dictionary<int, int>();
        return Renumbered(blocks, old => known.TryGetValue(old, out var found) ? found : known[old] = number(old));
    }

    private static List<Block> Renumbered(IReadOnlyList<Block> blocks, Func<int, int> number)
        => [.. blocks.Select(block => (Block)(block switch
    {
        Heading heading => heading with { Inlines = Of(heading.Inlines, number) },
        Paragraph paragraph => paragraph with { Inlines = Of(paragraph.Inlines, number) },
        ItemList list => list with { Items = [.. list.Items.Select(item => (IReadOnlyList<Block>)Renumbered(item, number))] },
        Quote quote => new Quote(Renumbered(quote.Blocks, number)),
        Table table => new Table(Of(table.Caption, number), [.. table.Rows.Select(row => (IReadOnlyList<Cell>)
            [.. row.Select(cell => cell with { Blocks = Renumbered(cell.Blocks, number) })])]),
        _ => block,
    }))];

    private static IReadOnlyList<Inline> Of(IReadOnlyList<Inline> inlines, Func<int, int> number)
        => inlines.Any(inline => inline is NoteReference)
        ? [.. inlines.Select(inline => inline is NoteReference note ? new NoteReference(number(note.Number)) : inline)]
        : inlines;
}
