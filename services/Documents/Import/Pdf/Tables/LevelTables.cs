using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Pdf.Tables;

/// <summary>Tables with lines between rows and none between columns, as 三线表 and the tables of web pages are.</summary>
internal static class LevelTables
{
    private const double Near = 4;
    private const int MinLines = 2;
    private const int MaxAbove = 8;

    /// <summary>Height of a row and its lines at most, where nothing but lines across tells what a row is.</summary>
    private const double MaxRow = 200;

    private const int MaxLines = 12;

    /// <summary>Gap between columns, letters: none of all rows crosses it.</summary>
    private const double Gap = 0.4;

    private const double MinGap = 4;

    public static IEnumerable<TableArea> In(Rulings rulings, List<Glyph> glyphs)
    {
        var groups = rulings.Level.GroupBy(line => (Math.Round(line.From / Near), Math.Round(line.To / Near)))
            .Where(group => group.Count() >= MinLines);
        foreach (var group in groups)
        {
            var ys = group.Select(line => line.At).OrderDescending().ToList();
            var (left, right) = (group.Min(line => line.From), group.Max(line => line.To));
            var inside = glyphs.FindAll(glyph => glyph.MiddleX >= left - 1 && glyph.MiddleX <= right + 1);
            var cells = Cells(rulings.Pieces, ys, left, right);
            foreach (var rows in cells.Count > 1 ? [ys] : Runs(ys, inside))
                if (Fill(rows, inside, cells) is var (table, top)) yield return new TableArea(left, right, rows[^1], top, table);
        }
    }

    /// <summary>Lines with rows between: between the line below a red head and those of the imprint stands the text of a paper.</summary>
    private static List<List<double>> Runs(List<double> ys, List<Glyph> glyphs)
    {
        var runs = new List<List<double>> { new() { ys[0] } };
        for (var index = 1; index < ys.Count; index++)
        {
            var band = glyphs.FindAll(glyph => glyph.MiddleY < ys[index - 1] && glyph.MiddleY > ys[index]);
            var lines = PdfLine.Of(band).Count;
            if (ys[index - 1] - ys[index] > MaxRow || lines > MaxLines || (lines > 1 && Spans(band).Count == 1)) runs.Add([ys[index]]);
            else runs[^1].Add(ys[index]);
        }

        return runs.FindAll(run => run.Count >= MinLines);
    }

    private static (Table Table, double Top)? Fill(List<double> ys, List<Glyph> glyphs, List<(double Left, double Right)> cells)
    {
        var bands = glyphs.Where(glyph => glyph.MiddleY < ys[0] && glyph.MiddleY > ys[^1])
            .GroupBy(glyph => ys.FindLastIndex(y => y >= glyph.MiddleY)).OrderBy(band => band.Key).Select(band => band.ToList()).ToList();
        // A line across all columns parts none.
        var columns = cells.Count > 1 ? cells : Spans(bands.Where(band => Spans(band).Count > 1).SelectMany(band => band));
        if (bands.Count == 0 || columns.Count < 2) return null;
        var rows = bands.SelectMany(band => Rows(band, columns)).ToList();
        var above = Above(glyphs, ys[0], columns);
        var head = above.FindIndex(line => line.Count == columns.Count);
        if (head >= 0)
        {
            if (head + 1 < above.Count) rows.InsertRange(0, Rows([.. above.Skip(head + 1).SelectMany(line => line.Glyphs)], columns));
            rows.Insert(0, above[head].Glyphs);
        }

        // One row with a gap, as an imprint has one, makes no columns.
        if (rows.Count < 2 || (cells.Count < 2 && rows.Count(row => Spans(row).Count > 1) < 2)) return null;
        var top = head < 0 ? ys[0] : above[head].Glyphs.Max(glyph => glyph.MiddleY) + 1;
        return (new Table([], [.. rows.Select(row => Row(row, columns))]), top);
    }

    /// <summary>Lines right above the first ruling whose words stand in its columns: a head has often no line above it.</summary>
    private static List<(List<Glyph> Glyphs, int Count)> Above(List<Glyph> glyphs, double y, List<(double Left, double Right)> columns)
    {
        var above = new List<(List<Glyph> Glyphs, int Count)>();
        var lines = glyphs.Where(glyph => glyph.MiddleY >= y).GroupBy(glyph => Math.Round(glyph.Base)).OrderBy(line => line.Key);
        foreach (var line in lines.Select(line => line.ToList()))
        {
            var spans = Spans(line);
            if (spans.Count == 0) continue;
            var isRow = spans.TrueForAll(span => columns.Count(column => span.Left < column.Right && span.Right > column.Left) <= 1);
            if (!isRow || line[0].Base - y > line[0].Size * 2.5 || above.Count == MaxAbove) break;
            above.Insert(0, (line, spans.Count));
            y = line[0].Base + line[0].Size;
        }

        return above;
    }

    /// <summary>The columns that the lines are drawn for, cell by cell; empty when they are drawn in one piece.</summary>
    private static List<(double Left, double Right)> Cells(List<Ruling> pieces, List<double> ys, double left, double right)
    {
        var edges = pieces
            .Where(piece => piece.From >= left - Near && piece.To <= right + Near && ys.Exists(y => Math.Abs(y - piece.At) < Near))
            .GroupBy(piece => Math.Round(piece.From)).Where(edge => edge.Count() * 2 > ys.Count).Select(edge => edge.First().From)
            .Order().ToList();
        return edges.Count < 2 ? [] : [.. edges.Select((edge, index) => (edge, index + 1 < edges.Count ? edges[index + 1] : right))];
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

    private static List<Cell> Row(List<Glyph> row, List<(double Left, double Right)> columns)
    {
        if (Spans(row) is [var whole] && whole.Left < columns[0].Right && whole.Right > columns[1].Left + MinGap)
            return [new Cell(false, columns.Count, 1, CellText.Of(row, whole.Left, whole.Right))];
        var places = row.ToLookup(glyph => columns.FindLastIndex(column => column.Left <= glyph.MiddleX));
        return [.. columns.Select((column, index) => new Cell(false, 1, 1, CellText.Of([.. places[index]], column.Left, column.Right)))];
    }

    /// <summary>Where letters stand, with the gaps between that hold none.</summary>
    private static List<(double Left, double Right)> Spans(IEnumerable<Glyph> glyphs)
    {
        var spans = new List<(double Left, double Right)>();
        foreach (var glyph in glyphs.Where(glyph => !glyph.IsSpace).OrderBy(glyph => glyph.Left))
            if (spans is [.., var last] && glyph.Left - last.Right < Math.Max(MinGap, glyph.Size * Gap))
                spans[^1] = (last.Left, Math.Max(last.Right, glyph.Right));
            else spans.Add((glyph.Left, glyph.Right));
        return spans;
    }
}
