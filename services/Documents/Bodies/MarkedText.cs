using System.Globalization;

namespace Disclosure.Documents.Bodies;

/// <summary>The text of a body with what sets it written out (带格式标记的文字): for comparisons, in which a link that leads elsewhere or a
/// cell that covers another must not look the same.</summary>
public static class MarkedText
{
    private static readonly (Marks Mark, string Name)[] Names =
    [
        (Marks.Strong, "加粗"), (Marks.Emphasis, "强调"), (Marks.Underline, "下划线"), (Marks.Superscript, "上标"), (Marks.Subscript, "下标"),
    ];

    /// <summary>The text of a written form with its marks; one that is none is its own text.</summary>
    /// <param name="source">A body's written form.</param>
    /// <returns>Lines parted by <c>\n</c>, as of <see cref="BodyText"/>.</returns>
    public static string Of(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Body.Read(source).Body is not { } body) return source;
        return BodyText.Of(new Body([.. body.Blocks.Select(Of)], [.. body.Notes.Select(note => note with { Inlines = Of(note.Inlines) })]));
    }

    private static Block Of(Block block) => block switch
    {
        Heading heading => new Paragraph([Mark($"{heading.Level} 级标题"), .. Placed(heading.Alignment), .. Of(heading.Inlines)]),
        Paragraph paragraph => new Paragraph([.. Placed(paragraph.Alignment), .. Of(paragraph.Inlines)]),
        Quote quote => new Quote([new Paragraph([Mark("引用")]), .. quote.Blocks.Select(Of)]),
        ItemList list => list with { Items = [.. list.Items.Select(item => (IReadOnlyList<Block>)[.. item.Select(Of)])] },
        Table table => new Table(Of(table.Caption), [.. table.Rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select(Of)])]),
        _ => new Paragraph([Mark("分隔线")]),
    };

    private static Cell Of(Cell cell)
    {
        List<string> marks = [.. cell.IsHeader ? ["表头"] : (string[])[],
            .. cell.Columns > 1 ? [string.Create(CultureInfo.InvariantCulture, $"占 {cell.Columns} 列")] : (string[])[],
            .. cell.Rows > 1 ? [string.Create(CultureInfo.InvariantCulture, $"占 {cell.Rows} 行")] : (string[])[]];
        List<Block> blocks = [.. cell.Blocks.Select(Of)];
        if (marks.Count > 0) blocks.Insert(0, new Paragraph([Mark(string.Join('、', marks))]));
        return cell with { Blocks = blocks };
    }

    private static IEnumerable<Inline> Placed(Alignment alignment)
        => alignment == Alignment.Start ? [] : [Mark(alignment == Alignment.Center ? "居中" : "居右")];

    private static List<Inline> Of(IReadOnlyList<Inline> inlines)
    {
        var marked = new List<Inline>(inlines.Count);
        foreach (var inline in inlines)
        {
            if (inline is not TextRun run)
            {
                marked.Add(inline);
                continue;
            }

            var names = string.Join('、', Names.Where(one => run.Marks.HasFlag(one.Mark)).Select(one => one.Name));
            if (names.Length > 0) marked.Add(Mark(names));
            marked.Add(new TextRun(run.Text));
            if (names.Length > 0) marked.Add(Mark("/" + names));
            if (run.Address is { } address) marked.Add(new TextRun($"（链接：{address}）"));
        }

        return marked;
    }

    private static TextRun Mark(string name) => new($"‹{name}›");
}
