using System.Text;

namespace Disclosure.Documents.Import.Pdf;

/// <summary>A piece of a line that a wide gap parts from the next.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Left">Where it begins, points.</param>
/// <param name="Right">Where it ends, points.</param>
internal sealed record PdfPiece(string Text, double Left, double Right);

/// <summary>A visual line of a page.</summary>
/// <param name="Pieces">What stands in it from left to right.</param>
/// <param name="Base">Its baseline, points from the lower edge.</param>
/// <param name="Size">Size of its letters, points.</param>
internal sealed record PdfLine(IReadOnlyList<PdfPiece> Pieces, double Base, double Size)
{
    /// <summary>A gap of this many letters parts pieces, a narrower one words; letters that are all set apart are none of both.</summary>
    private const double PieceGap = 1.2;

    private const double WordGap = 0.6;

    /// <summary>The gap between words of alphabets where lines are set full.</summary>
    private const double LatinGap = 0.16;

    /// <summary>The first character of those that Chinese is written with.</summary>
    private const char Chinese = '\u2e80';

    public string Text => Pieces.Count == 1 ? Pieces[0].Text : string.Join('\u3000', Pieces.Select(piece => piece.Text));

    public double Left => Pieces[0].Left;

    public double Right => Pieces[^1].Right;

    /// <summary>The lines of some letters from top to bottom: letters whose baselines differ by less than half their height stand on one
    /// line.</summary>
    public static List<PdfLine> Of(IEnumerable<Glyph> glyphs)
    {
        var lines = new List<PdfLine>();
        var line = new List<Glyph>();
        foreach (var glyph in glyphs.OrderByDescending(glyph => glyph.Base))
        {
            if (line.Count > 0 && line[0].Base - glyph.Base >= glyph.Size / 2) Close();
            line.Add(glyph);
        }

        Close();
        return lines;

        void Close()
        {
            if (Compose([.. line.OrderBy(glyph => glyph.Left)]) is { } composed) lines.Add(composed);
            line.Clear();
        }
    }

    private static PdfLine? Compose(List<Glyph> glyphs)
    {
        var pieces = new List<PdfPiece>();
        var text = new StringBuilder();
        var left = 0.0;
        Glyph? before = null;
        var usual = UsualGap(glyphs);
        foreach (var glyph in glyphs)
        {
            if (glyph.IsSpace)
            {
                if (text.Length > 0) text.Append(' ');
                continue;
            }

            var gap = before is { } last ? glyph.Left - last.Right - usual : 0;
            var size = Math.Max(glyph.Size, before?.Size ?? 0);
            if (before is not null && gap > size * PieceGap) Close();
            else if (text.Length > 0 && text[^1] != ' ' && gap > size * WordGap) text.Append(' ');
            // Words of alphabets are often set apart by distance alone.
            else if (text.Length > 0 && IsLatin(text[^1]) && IsLatin(glyph.Text[0]) && gap + usual > size * LatinGap) text.Append(' ');
            if (text.Length == 0) left = glyph.Left;
            text.Append(glyph.Text);
            before = glyph;
        }

        Close();
        if (pieces.Count == 0) return null;
        var largest = glyphs.Where(glyph => !glyph.IsSpace).MaxBy(glyph => glyph.Size);
        return new PdfLine(pieces, largest.Base, largest.Size);

        void Close()
        {
            if (text.Length > 0) pieces.Add(new PdfPiece(text.ToString().TrimEnd(), left, before!.Value.Right));
            text.Clear();
        }
    }

    /// <summary>How far letters stand apart that are set wide, as the letters of a head are; 0 for others.</summary>
    private static double UsualGap(List<Glyph> glyphs)
    {
        var gaps = new List<double>();
        for (var at = 1; at < glyphs.Count; at++)
            if (!glyphs[at].IsSpace && !glyphs[at - 1].IsSpace) gaps.Add((glyphs[at].Left - glyphs[at - 1].Right) / glyphs[at].Size);
        gaps.Sort();
        // Two gaps are those of a table as well.
        return gaps.Count > 3 && gaps[0] > 0.3 && gaps[^1] - gaps[0] < 0.2 ? gaps[0] * glyphs[0].Size : 0;
    }

    private static bool IsLatin(char c) => c is > ' ' and < Chinese;

    /// <summary>Whether a character belongs to a word that spaces set apart, as those of Chinese are not.</summary>
    public static bool IsWord(char c) => c < Chinese && char.IsLetterOrDigit(c);
}
