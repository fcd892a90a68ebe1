using System.Collections;

namespace Disclosure.Documents.Release.Reading.Office.Sheets;

/// <summary>Rows and columns of a sheet that are hidden and hold something.</summary>
internal sealed class HiddenCells
{
    public const int MaxColumn = 16_384;

    private readonly List<(int From, int To)> rows = [];
    private readonly BitArray hidden = new(MaxColumn + 1);
    private int spans;
    private readonly BitArray filled = new(MaxColumn + 1);

    public void AddColumns(int from, int to)
    {
        // A sheet names each column at most once.
        if (++spans > MaxColumn) throw new BeyondBoundException("工作表的列设置过多，未能全部检查");
        for (var column = Math.Max(from, 1); column <= Math.Min(to, MaxColumn); column++) hidden[column] = true;
    }

    public void AddRow(int row)
    {
        if (rows is [.., var (from, to)] && row <= to + 1) rows[^1] = (from, row);
        else rows.Add((row, row));
    }

    public void AddCell(int column) => filled[column] = true;

    /// <summary>Where they stand: “第 3 行”, “的 C 列”.</summary>
    public IEnumerable<string> Places()
    {
        foreach (var (from, to) in rows) yield return from == to ? $"第 {from} 行" : $"第 {from} 至 {to} 行";
        for (var column = 1; column <= MaxColumn; column++)
            if (filled[column] && hidden[column]) yield return $"的 {Letters(column)} 列";
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }
}
