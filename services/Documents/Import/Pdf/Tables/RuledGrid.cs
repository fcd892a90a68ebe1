using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Pdf.Tables;

/// <summary>The lines of a table, as rows and columns.</summary>
/// <param name="Xs">Edges of the columns from left to right.</param>
/// <param name="Ys">Edges of the rows from top to bottom.</param>
/// <param name="Level">Lines from left to right.</param>
/// <param name="Upright">Lines from bottom to top.</param>
internal sealed record RuledGrid(List<double> Xs, List<double> Ys, List<Ruling> Level, List<Ruling> Upright)
{
    private const double Near = 3;
    private const int MaxPlaces = 20_000;

    public double Top => Ys[0];

    /// <summary>The table, with what stands in its cells.</summary>
    public TableArea Fill(List<Glyph> glyphs)
    {
        var area = new TableArea(Xs[0], Xs[^1], Ys[^1], Ys[0], new Table([], []));
        return area with { Table = Table(glyphs.Where(area.Holds)) };
    }

    /// <summary>The grid of lines that touch; null when they part no columns, as a frame or a line below a head does not.</summary>
    public static RuledGrid? Of(List<Ruling> level, List<Ruling> upright)
    {
        if (level.Count < 2 || upright.Count == 0) return null;
        // The outer edges may be open.
        var xs = Distinct([.. upright.Select(line => line.At), level.Min(line => line.From), level.Max(line => line.To)]);
        var ys = Distinct([.. level.Select(line => line.At), upright.Min(line => line.From), upright.Max(line => line.To)]);
        ys.Reverse();
        return xs.Count < 3 || ys.Count < 2 || xs.Count * ys.Count > MaxPlaces ? null : new RuledGrid(xs, ys, level, upright);
    }

    private Table Table(IEnumerable<Glyph> glyphs)
    {
        var places = glyphs.ToLookup(glyph => (Row: RowOf(glyph.MiddleY), Column: ColumnOf(glyph.MiddleX)));
        var taken = new bool[Ys.Count - 1, Xs.Count - 1];
        var rows = new List<List<GridCell>>();
        for (var row = 0; row < Ys.Count - 1; row++)
        {
            var cells = new List<GridCell>();
            for (var column = 0; column < Xs.Count - 1; column++)
                if (!taken[row, column]) cells.Add(CellAt(row, column, taken, places));
            rows.Add(cells);
        }

        return new Table([], GridCell.ToRows(rows));
    }

    private GridCell CellAt(int row, int column, bool[,] taken, ILookup<(int Row, int Column), Glyph> places)
    {
        var (columns, rows) = (1, 1);
        while (column + columns < Xs.Count - 1 && !taken[row, column + columns] && !IsParted(row, column + columns)) columns++;
        while (row + rows < Ys.Count - 1 && !IsRuled(row + rows, column, columns) && IsWhole(row + rows, column, columns)) rows++;
        var inside = new List<Glyph>();
        for (var r = row; r < row + rows; r++)
            for (var c = column; c < column + columns; c++)
            {
                taken[r, c] = true;
                inside.AddRange(places[(r, c)]);
            }

        return new GridCell(columns, rows, CellText.Of(inside, Xs[column], Xs[column + columns]));
    }

    /// <summary>Whether a line stands at the left edge of a column in a row.</summary>
    private bool IsParted(int row, int column)
    {
        var middle = (Ys[row] + Ys[row + 1]) / 2;
        return Upright.Exists(line => Math.Abs(line.At - Xs[column]) <= Near && line.From <= middle && middle <= line.To);
    }

    /// <summary>Whether a line lies at the upper edge of a row, below any of some columns.</summary>
    private bool IsRuled(int row, int column, int columns) => Enumerable.Range(column, columns).Any(at =>
    {
        var middle = (Xs[at] + Xs[at + 1]) / 2;
        return Level.Exists(line => Math.Abs(line.At - Ys[row]) <= Near && line.From <= middle && middle <= line.To);
    });

    private bool IsWhole(int row, int column, int columns) => !Enumerable.Range(column + 1, columns - 1).Any(at => IsParted(row, at));

    private int ColumnOf(double x) => Math.Clamp(Xs.FindLastIndex(edge => edge <= x), 0, Xs.Count - 2);

    private int RowOf(double y) => Math.Clamp(Ys.FindLastIndex(edge => edge >= y), 0, Ys.Count - 2);

    private static List<double> Distinct(double[] values)
    {
        var distinct = new List<double>();
        foreach (var value in values.Order())
            if (distinct.Count == 0 || value - distinct[^1] > Near) distinct.Add(value);
        return distinct;
    }
}
