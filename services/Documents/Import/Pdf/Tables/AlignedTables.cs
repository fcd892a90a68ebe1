using System.Text.RegularExpressions;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import.Recognising.Grammar;

namespace Disclosure.Documents.Import.Pdf.Tables;

/// <summary>Tables without lines: pieces of at least three lines stand below one another, with gaps between that none crosses.</summary>
internal static partial class AlignedTables
{
    private const int MinRows = 3;
    private const int MaxRows = 400;
    private const double Gap = 1;

    /// <summary>How many lines from one on are rows of a table; 0 for none.</summary>
    public static int RowsAt(IReadOnlyList<PdfLine> lines, int from)
    {
        if (lines[from].Pieces.Count < 2) return 0;
        var columns = new List<(double Left, double Right)>();
        var (rows, parted, end, isText) = (0, 0, 0, true);
        for (var index = from; index < Math.Min(lines.Count, from + MaxRows); index++)
        {
            var line = lines[index];
            if (index > from && lines[index - 1].Base - line.Base > Math.Max(line.Size, lines[index - 1].Size) * 4) break;
            var wider = Merged(columns, line.Pieces.Select(piece => (piece.Left, piece.Right)), line.Size * Gap);
            // A line that closes gaps is no row of this table.
            if (wider.Count < 2 || (columns.Count > 0 && wider.Count < columns.Count)) break;
            // A line below of one piece goes on with a cell, if a row follows; text below a table is no cell.
            if (line.Pieces.Count == 1 && wider.Count > columns.Count) break;
            columns = wider;
            rows++;
            isText &= line.Pieces.Count == 2
                && (Number().IsMatch(line.Pieces[0].Text) || line.Pieces.All(piece => OrganNames.IsOrgan(piece.Text)));
            if (line.Pieces.Count < 2) continue;
            parted++;
            end = rows;
        }

        // Numbered paragraphs and organs that sign side by side stand below one another too.
        if (isText) return 0;
        return parted >= MinRows || (parted == 2 && columns.Count > 2 && end == 2) ? end : 0;
    }

    /// <summary>The table of some lines.</summary>
    public static Table Of(IReadOnlyList<PdfLine> lines)
    {
        var columns = new List<(double Left, double Right)>();
        foreach (var line in lines) columns = Merged(columns, line.Pieces.Select(piece => (piece.Left, piece.Right)), line.Size * Gap);
        return new Table([], [.. lines.Select(line
            => (IReadOnlyList<Cell>)[.. columns.Select(column => new Cell(false, 1, 1, Blocks(line, column)))])]);
    }

    private static IReadOnlyList<Block> Blocks(PdfLine line, (double Left, double Right) column)
    {
        var inside = line.Pieces.Where(piece => piece.Left < column.Right && piece.Right > column.Left)
            .Select(piece => piece.Text).ToList();
        return inside.Count == 0 ? [] : [new Paragraph([new TextRun(string.Join('\u3000', inside))])];
    }

    [GeneratedRegex("^(第.{1,6}[章节条款]|[一二三四五六七八九十]{1,3}、|[0-9]{1,3}[.、．]?|[（(].{1,3}[）)]|[①-⑳•●·■])$")]
    private static partial Regex Number();

    /// <summary>Spans that overlap or nearly touch, as one.</summary>
    private static List<(double Left, double Right)> Merged(List<(double Left, double Right)> spans,
        IEnumerable<(double Left, double Right)> more, double gap)
    {
        var merged = new List<(double Left, double Right)>();
        foreach (var span in spans.Concat(more).OrderBy(span => span.Left))
            if (merged is [.., var last] && span.Left - last.Right < gap) merged[^1] = (last.Left, Math.Max(last.Right, span.Right));
            else merged.Add(span);
        return merged;
    }
}
