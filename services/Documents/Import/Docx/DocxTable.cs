namespace Disclosure.Documents.Import.Docx;

/// <summary>A table under way; the first row is the head of the Markdown table.</summary>
internal sealed class DocxTable
{
    private const int MaxCells = 50_000;

    private readonly List<List<string>> rows = [];
    private int cells;

    public void Row() => rows.Add([]);

    public void Cell()
    {
        if (++cells > MaxCells) throw new TextIsTooLongException();
        if (rows.Count == 0) Row();
        rows[^1].Add("");
    }

    /// <summary>Adds a paragraph to the cell; a cell is one line.</summary>
    public void Add(string content)
    {
        if (content.Length == 0 || rows is not [.., [_, ..]]) return;
        var line = content.Replace('\n', ' ').Replace("|", "\\|", StringComparison.Ordinal);
        rows[^1][^1] = rows[^1][^1].Length == 0 ? line : $"{rows[^1][^1]} {line}";
    }

    public void WriteTo(TextDraft draft)
    {
        rows.RemoveAll(row => row.Count == 0);
        if (rows.Count == 0) return;
        var width = rows.Max(row => row.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var cell in rows[i].Concat(Enumerable.Repeat("", width - rows[i].Count))) draft.Append($"| {cell} ");
            draft.Append("|\n");
            if (i > 0) continue;
            for (var n = 0; n < width; n++) draft.Append("| --- ");
            draft.Append("|\n");
        }

        draft.Append("\n");
    }
}
