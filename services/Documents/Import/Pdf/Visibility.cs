using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace Disclosure.Documents.Import.Pdf;

/// <summary>Tells letters that nobody sees: drawn without ink, or in the colour of what lies below or above them.</summary>
internal sealed class Visibility
{
    /// <summary>Largest areas of a page that are asked for; a page of more is drawn, not written.</summary>
    private const int MaxAreas = 200;

    private const double MinArea = 40;
    private const double SameColor = 0.06;
    private const double Paper = 0.8;

    private readonly List<(PdfRectangle Area, (double R, double G, double B)? Color)> areas;
    private readonly bool isScan;

    public Visibility(Page page)
    {
        var images = page.NumberOfImages == 0 ? [] : page.GetImages().Take(MaxAreas).Select(image => image.BoundingBox).ToList();
        isScan = images.Exists(image => image.Area > page.Width * page.Height / 2);
        var painted = page.Paths.Where(path => path.IsFilled).Select(path => (Area: path.GetBoundingRectangle(), path.FillColor))
            .Where(path => path.Area is { Area: >= MinArea }).Select((path, order) => (Area: path.Area!.Value, path.FillColor, order));
        areas = [.. painted.OrderByDescending(path => path.Area.Area).Take(MaxAreas).OrderBy(path => path.order)
            .Select(path => (path.Area, ColorOf(path.FillColor)))];
        // A picture has no one colour.
        areas.AddRange(images.Select(image => (image, ((double, double, double)?)null)));
    }

    /// <summary>How light a letter looks, from 0 for black to 1 for white; null when nobody sees it. What stands on a colour or a picture
    /// looks as if it were black. The text that lies below the picture of a scan is what its reader reads.</summary>
    public double? Look(Letter letter)
    {
        if (letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip) return isScan ? 0 : null;
        if (ColorOf(letter.Color) is not { } color || GroundOf(letter) is not { } ground) return 0;
        var isSame = Math.Abs(ground.R - color.R) <= SameColor && Math.Abs(ground.G - color.G) <= SameColor
            && Math.Abs(ground.B - color.B) <= SameColor;
        return isSame ? null : Lightness(ground) < Paper ? 0 : Lightness(color);
    }

    /// <summary>What a letter stands on: paper, or the last area drawn there; null for a picture, which has no one colour.</summary>
    private (double R, double G, double B)? GroundOf(Letter letter)
    {
        var middle = new PdfPoint((letter.StartBaseLine.X + letter.EndBaseLine.X) / 2, (letter.StartBaseLine.Y + letter.EndBaseLine.Y) / 2);
        (double R, double G, double B)? ground = (1, 1, 1);
        foreach (var (area, paint) in areas)
            if (area.Left <= middle.X && middle.X <= area.Right && area.Bottom <= middle.Y + 1 && middle.Y <= area.Top) ground = paint;
        return ground;
    }

    private static double Lightness((double R, double G, double B) color) => Math.Min(color.R, Math.Min(color.G, color.B));

    private static (double R, double G, double B)? ColorOf(IColor? color)
        => color is null or PatternColor ? null : color.ToRGBValues();
}
