namespace Disclosure.Documents.Import.Pdf;

/// <summary>Text set in two columns (双栏): lines on both sides of a gap that none crosses.</summary>
internal static class Columns
{
    private const int MinLines = 4;

    /// <summary>A page of more lines is no page of text.</summary>
    private const int MaxLines = 400;

    /// <summary>Letters that a line of a column has at least, on average; cells of tables are shorter.</summary>
    private const double MinLetters = 8;

    /// <summary>The lines in reading order: each run of two columns as the left ones, then the right ones.</summary>
    public static List<(List<PdfLine> Lines, bool IsNarrow)> Parted(IReadOnlyList<PdfLine> lines)
    {
        if (lines.Count > MaxLines) return [([.. lines], false)];
        var parts = new List<(List<PdfLine> Lines, bool IsNarrow)>();
        for (var from = 0; from < lines.Count;)
        {
            if (RunAt(lines, from) is var (to, gutter))
            {
                parts.Add((Side(lines, from, to, piece => piece.Left < gutter), true));
                parts.Add((Side(lines, from, to, piece => piece.Left >= gutter), true));
                from = to;
            }
            else
            {
                // What stands above the columns spans them.
                if (parts is [.., (var last, false)]) last.Add(lines[from]);
                else parts.Add(([lines[from]], false));
                from++;
            }
        }

        return parts;
    }

    private static (int To, double Gutter)? RunAt(IReadOnlyList<PdfLine> lines, int from)
    {
        // The run begins where a line stands on both sides, or beside the next.
        var starts = lines.Skip(from).Take(12).SelectMany(line => line.Pieces).Select(piece => piece.Left).Distinct();
        foreach (var gutter in starts.Select(left => left - 1).Where(gutter => !Crosses(lines[from], gutter)))
        {
            var to = from;
            while (to < lines.Count && !Crosses(lines[to], gutter)) to++;
            if (IsProse(lines, from, to, gutter)) return (to, gutter);
        }

        return null;
    }

    private static bool Crosses(PdfLine line, double x) => line.Pieces.Any(piece => piece.Left < x && piece.Right > x);

    private static bool IsProse(IReadOnlyList<PdfLine> lines, int from, int to, double gutter)
    {
        if (to - from < MinLines) return false;
        var (left, right) = (new List<(PdfPiece, double)>(), new List<(PdfPiece, double)>());
        for (var index = from; index < to; index++)
        {
            var sides = lines[index].Pieces.ToLookup(piece => piece.Left < gutter);
            // Three pieces in a line are cells.
            if (sides[true].Count() > 1 || sides[false].Count() > 1) return false;
            foreach (var piece in lines[index].Pieces) (piece.Left < gutter ? left : right).Add((piece, lines[index].Size));
        }

        // The right column of a last page is short.
        return IsColumn(left, MinLines) && IsColumn(right, 2);
    }

    /// <summary>Most lines of a column end at its right edge.</summary>
    private static bool IsColumn(List<(PdfPiece Piece, double Size)> pieces, int least)
    {
        if (pieces.Count < least) return false;
        var right = pieces.Max(piece => piece.Piece.Right);
        return pieces.Average(piece => (piece.Piece.Right - piece.Piece.Left) / piece.Size) >= MinLetters
            && pieces.Count(piece => right - piece.Piece.Right < piece.Size * 2) * 2 >= pieces.Count;
    }

    private static List<PdfLine> Side(IReadOnlyList<PdfLine> lines, int from, int to, Func<PdfPiece, bool> isSide)
        => [.. Enumerable.Range(from, to - from).Select(index => lines[index] with { Pieces = [.. lines[index].Pieces.Where(isSide)] })
            .Where(line => line.Pieces.Count > 0)];
}
