namespace Disclosure.Documents.Import.Pdf;

/// <summary>Letters that are drawn again a hair's breadth aside to look bold, or with a shadow: the reader sees one.</summary>
internal static class Struck
{
    private const double Cell = 4;

    public static List<Glyph> Once(IEnumerable<Glyph> glyphs)
    {
        var kept = new List<Glyph>();
        var grid = new Dictionary<(string Text, int X, int Y), List<Glyph>>();
        foreach (var glyph in glyphs)
        {
            if (!glyph.IsSpace)
            {
                var place = (glyph.Text, X: (int)Math.Floor(glyph.Left / Cell), Y: (int)Math.Floor(glyph.Base / Cell));
                if (IsStruck(grid, glyph, place)) continue;
                if (grid.TryGetValue(place, out var there)) there.Add(glyph);
                else grid.Add(place, [glyph]);
            }

            kept.Add(glyph);
        }

        return kept;
    }

    private static bool IsStruck(Dictionary<(string Text, int X, int Y), List<Glyph>> grid, Glyph glyph, (string Text, int X, int Y) place)
    {
        // Narrow letters stand close: ll is no bold l.
        var width = glyph.Right - glyph.Left;
        var near = Math.Min(Cell, Math.Min(glyph.Size * 0.15, width > 0 ? width * 0.4 : glyph.Size * 0.15));
        for (var x = place.X - 1; x <= place.X + 1; x++)
            for (var y = place.Y - 1; y <= place.Y + 1; y++)
                if (grid.TryGetValue((place.Text, x, y), out var there) && there.Exists(other
                    => Math.Abs(other.Left - glyph.Left) <= near && Math.Abs(other.Base - glyph.Base) <= near)) return true;
        return false;
    }
}
