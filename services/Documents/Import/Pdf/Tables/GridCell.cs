using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Pdf.Tables;

/// <summary>A cell of a table that was found on a page.</summary>
/// <param name="Columns">Columns it covers.</param>
/// <param name="Rows">Rows it covers.</param>
/// <param name="Blocks">What stands in it.</param>
internal sealed record GridCell(int Columns, int Rows, IReadOnlyList<Block> Blocks)
{
    /// <summary>Rows of a body's table; a row in which no cell begins is none, and those that cover it are one shorter.</summary>
    public static List<IReadOnlyList<Cell>> ToRows(List<List<GridCell>> rows)
    {
        for (var row = rows.Count - 1; row > 0; row--)
        {
            if (rows[row].Count > 0) continue;
            for (var above = 0; above < row; above++)
                rows[above] = [.. rows[above].Select(cell => above + cell.Rows > row ? cell with { Rows = cell.Rows - 1 } : cell)];
            rows.RemoveAt(row);
        }

        return [.. rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select(cell => new Cell(false, cell.Columns, cell.Rows, cell.Blocks))])];
    }
}
