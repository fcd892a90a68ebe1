namespace Disclosure.Documents.Import.Pdf;

/// <summary>水印 that lies level: large light text at the same place of each page or across its lines, and light text all over it.</summary>
/// <remarks>What lies at an angle is told apart letter by letter (<see cref="Frame.QuarterOf"/>).</remarks>
internal static class Watermarks
{
    private const double Light = 0.6;
    private const double Large = 1.5;
    private const double Near = 8;
    private const int MaxLines = 200;

    /// <summary>So often the same light words stand on a page that is covered with them.</summary>
    private const int Covered = 4;

    /// <summary>The pages without them.</summary>
    /// <param name="pages">Pages.</param>
    /// <param name="found">Whether there were any.</param>
    public static List<PageContent> Without(IReadOnlyList<PageContent> pages, out bool found)
    {
        var candidates = pages.Select(page => (Page: page, Lines: Candidates(page))).ToList();
        var places = candidates.SelectMany(page => page.Lines.Select(line => Place(line)).Distinct()).CountBy(place => place)
            .ToDictionary(StringComparer.Ordinal);
        var any = false;
        List<PageContent> without = [.. candidates.Select(page =>
        {
            var marks = page.Lines.Where(line => IsRepeated(places[Place(line)], pages.Count) || IsHuge(page.Page, line)
                || LiesOver(page.Page, line) || page.Lines.Count(other => other.Text == line.Text) >= Covered).ToHashSet();
            if (marks.Count == 0) return page.Page;
            any = true;
            return page.Page with { Glyphs = page.Page.Glyphs.FindAll(glyph => !marks.Any(mark => IsOf(mark, glyph))) };
        })];
        found = any;
        return without;
    }

    /// <summary>Light letters twice as large as most are no head: heads are dark or red.</summary>
    private static bool IsHuge(PageContent page, PdfLine line)
    {
        var dark = page.Glyphs.Where(glyph => !glyph.IsSpace && glyph.Lightness < Light).Select(glyph => glyph.Size).ToList();
        return dark.Count > 0 && line.Size >= dark.Max() * 2;
    }

    private static bool IsRepeated(int times, int pages) => times > 1 && times * 2 > pages;

    private static List<PdfLine> Candidates(PageContent page)
    {
        var light = page.Glyphs.FindAll(glyph => !glyph.IsSpace && glyph.Lightness >= Light);
        if (light.Count == 0) return [];
        var sizes = page.Glyphs.Where(glyph => !glyph.IsSpace).Select(glyph => glyph.Size).Order().ToList();
        var usual = sizes[sizes.Count / 2];
        var lines = Pieces(light.Where(glyph => glyph.Size >= usual * Large));
        if (lines.Count > MaxLines) return [];
        var all = Pieces(light);
        var often = all.CountBy(line => line.Text).Where(count => count.Value >= Covered && count.Key.Length > 2)
            .Select(count => count.Key).ToHashSet(StringComparer.Ordinal);
        return all.Count > MaxLines ? lines : [.. lines, .. all.Where(line => often.Contains(line.Text)).Except(lines)];
    }

    /// <summary>Each piece as a line of its own: words that are strewn over a page stand beside one another too.</summary>
    private static List<PdfLine> Pieces(IEnumerable<Glyph> glyphs)
        => [.. PdfLine.Of(glyphs).SelectMany(line => line.Pieces.Select(piece => line with { Pieces = [piece] }))];

    private static bool LiesOver(PageContent page, PdfLine line) => page.Glyphs.Exists(glyph => !glyph.IsSpace && glyph.Lightness < Light
        && glyph.MiddleX > line.Left && glyph.MiddleX < line.Right && glyph.MiddleY > line.Base && glyph.MiddleY < line.Base + line.Size);

    private static bool IsOf(PdfLine mark, Glyph glyph) => glyph.Lightness >= Light && Math.Abs(glyph.Base - mark.Base) < mark.Size / 2
        && glyph.Left >= mark.Left - 1 && glyph.Right <= mark.Right + 1;

    private static string Place(PdfLine line) => $"{Math.Round(line.Left / Near)} {Math.Round(line.Base / Near)} {line.Text}";
}
