using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Pdf.Tables;

/// <summary>A table of a page, and the place that it takes.</summary>
/// <param name="Left">Left edge, points.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Table">What stands in it.</param>
internal sealed record TableArea(double Left, double Right, double Bottom, double Top, Table Table)
{
    public bool Holds(Glyph glyph) => glyph.MiddleX >= Left - 1 && glyph.MiddleX <= Right + 1
        && glyph.MiddleY <= Top + 1 && glyph.MiddleY >= Bottom - 1;

    /// <summary>The tables of a page that are drawn with lines, from top to bottom.</summary>
    public static List<TableArea> In(PageContent page)
    {
        var areas = RuledTables.In(page.Rulings).ConvertAll(grid => grid.Fill(page.Glyphs));
        areas.AddRange(LevelTables.In(page.Rulings, page.Glyphs.FindAll(glyph => !areas.Exists(area => area.Holds(glyph)))));
        return [.. areas.OrderByDescending(area => area.Top)];
    }
}
