using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Pdf;

/// <summary>Tables with lines between rows and none between columns, as 三线表 and the tables of web pages are.</summary>
internal static class LevelTables
{
    private const double Near = 4;
    private const int MinLines = 3;

    /// <summary>Gap between columns, letters: none of all rows crosses it.</summary>
    private const double Gap = 0.4;

    private const double MinGap = 4;

    public static IEnumerable<TableArea> In(List<Ruling> level, List<Glyph> glyphs)
    {
        var groups = level.GroupBy(line => (Math.Round(line.From / Near), Math.Round(line.To / Near))).Where(group => group.Count() >= MinLines);
        foreach (var group in groups)
        {
            var ys = group.Select(line => line.At).OrderDescending().ToList();
            var (left, right) = (group.Min(line => line.From), group.Max(line => line.To));
            var inside = glyphs.FindAll(glyph => !glyph.IsSpace && glyph.MiddleX >= left - 1 && glyph.MiddleX <= right + 1
                && glyph.MiddleY < ys[0] && glyph.MiddleY > ys[^1]);
            if (Fill(ys, inside) is { } table) yield return new TableArea(left, right, ys[^1], ys[0], table);
        }
    }

    private static Table? Fill(List<double> ys, List<Glyph> glyphs)
    {
        var bands = glyphs.GroupBy(glyph => ys.FindLastIndex(y => y >= glyph.MiddleY)).OrderBy(band => band.Key)
            .Select(band => band.ToList()).ToList();
        // A line across all columns parts none.
        var columns = Spans(bands.Where(band => Spans(band).Count > 1).SelectMany(band => band));
        if (bands.Count < 2 || columns.Count < 2) return null;
        return new Table([], [.. bands.SelectMany(band => Rows(band, columns)).Select(row => Cells(row, columns))]);
    }

    /// <summary>The lines of a band are rows when most of them begin in the first column, and one row of long cells otherwise.</summary>
    private static List<List<Glyph>> Rows(List<Glyph> band, List<(double Left, double Right)> columns)
    {
        var lines = PdfLine.Of(band);
        var beginning = lines.FindAll(line => line.Pieces[0].Left <= columns[0].Right && (line.Pieces.Count > 1 || columns.Count == 2));
        if (lines.Count < 2 || beginning.Count * 2 <= lines.Count || beginning.Count < 2) return [band];
        return [.. band.GroupBy(glyph => lines.FindIndex(line => Math.Abs(line.Base - glyph.Base) < line.Size / 2))
            .OrderBy(row => row.Key).Select(row => row.ToList())];
    }

    private static List<Cell> Cells(List<Glyph> row, List<(double Left, double Right)> columns)
    {
        if (Spans(row) is [var whole] && whole.Left < columns[0].Right && whole.Right > columns[1].Left)
            return [new Cell(false, columns.Count, 1, CellText.Of(row, whole.Left, whole.Right))];
        var places = row.ToLookup(glyph => columns.FindLastIndex(column => column.Left <= glyph.MiddleX));
        return [.. columns.Select((column, index) => new Cell(false, 1, 1, CellText.Of([.. places[index]], column.Left, column.Right)))];
    }

    /// <summary>Where letters stand, with the gaps between that hold none.</summary>
    private static List<(double Left, double Right)> Spans(IEnumerable<Glyph> glyphs)
    {
        var spans = new List<(double Left, double Right)>();
        foreach (var glyph in glyphs.OrderBy(glyph => glyph.Left))
            if (spans is [.., var last] && glyph.Left - last.Right < Math.Max(MinGap, glyph.Size * Gap))
                spans[^1] = (last.Left, Math.Max(last.Right, glyph.Right));
            else spans.Add((glyph.Left, glyph.Right));
        return spans;
    }
}
