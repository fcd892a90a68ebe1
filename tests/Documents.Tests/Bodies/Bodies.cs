using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Tests.Bodies;

/// <summary>Bodies of anything: drawn by number, so that a failure can be seen again.</summary>
internal sealed class Bodies(int seed)
{
    private static readonly string[] Words =
    [
        "公开", "第一条　", "1200*600*750", "# 1号机组", "- 5℃以下停工", "> 5件的", "a<b", "<p>", "</p>", "&lt;", "&", "&amp;nbsp;", "|", "  ", "\t", "　",
        "\u00A0", "\"", "'", "<b>", "</strong>", "<某某>", "C:\\\\share", "_x_", "**重要**", "[1]", "`", "10", "𬺈𬺓", "😀", "é", "\u200B",
        "1. ",
        "www.example.gov.cn/a", "https://a.example/b?c=d&e=f，", "。", ":", "<!-- -->", "<br>", "<note", "<a href=\"x\">",
    ];

    private static readonly string[] Addresses = ["https://a.example/?b=1&c=\"2\"", "/bijie/items/2026-00001", "mailto:a@b.example"];

    private readonly Random random = new(seed);
    private int notes;

    public Body Next()
    {
        notes = random.Next(4);
        List<Block> blocks = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Block(0, mayHoldTables: true))];
        // Every note is named by the text.
        if (notes > 0) blocks.Add(new Paragraph([new TextRun("注"), .. Enumerable.Range(1, notes).Select(n => new NoteReference(n))]));
        return new Body(blocks, [.. Enumerable.Range(1, notes).Select(n => new Note(random.Next(2) == 0 ? $"{n}" : "①", Line(true)))]);
    }

    private Block Block(int depth, bool mayHoldTables) => random.Next(depth > 2 ? 3 : 7) switch
    {
        0 => new Heading(random.Next(1, 7), Line(true), (Alignment)random.Next(3)),
        1 or 2 => new Paragraph(Line(false), (Alignment)random.Next(3), random.Next(Paragraph.MaxIndent + 1), random.Next(2) == 0),
        3 => new ItemList(random.Next(2) == 0 ? null : random.Next(5), [.. Enumerable.Range(0, random.Next(1, 4))
            .Select(_ => Blocks(depth, mayHoldTables))]),
        4 => new Quote([Block(3, mayHoldTables), .. Blocks(depth, mayHoldTables)]),
        5 when mayHoldTables => new Table(random.Next(3) == 0 ? Line(true) : [],
            [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Row(depth))]),
        _ => new Rule(),
    };

    private IReadOnlyList<Block> Blocks(int depth, bool mayHoldTables)
        => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Block(depth + 1, mayHoldTables))];

    private IReadOnlyList<Cell> Row(int depth) => [.. Enumerable.Range(0, random.Next(1, 4))
        .Select(_ => new Cell(random.Next(3) == 0, random.Next(1, 3), random.Next(1, 3), Blocks(depth, mayHoldTables: false)))];

    private List<Inline> Line(bool isFilled)
    {
        List<Inline> line = isFilled ? [new TextRun("字")] : [];
        for (var left = random.Next(6); left-- > 0;)
            line.Add(random.Next(12) switch
            {
                0 => new LineBreak(),
                1 when notes > 0 => new NoteReference(random.Next(1, notes + 1)),
                2 => new TextRun(Text(), (Marks)random.Next(32), random.GetItems(Addresses, 1)[0]),
                _ => new TextRun(Text(), random.Next(2) == 0 ? Marks.None : (Marks)random.Next(32)),
            });
        return line;
    }

    private string Text() => string.Concat(random.GetItems(Words, random.Next(1, 4)));
}
