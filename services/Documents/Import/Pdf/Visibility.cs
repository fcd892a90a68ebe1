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

    /// <summary>Whether a reader sees a letter. The text that lies below the picture of a scan is what he reads.</summary>
    public bool Sees(Letter letter)
    {
        if (letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip) return isScan;
        if (ColorOf(letter) is not { } color) return true;
        var middle = new PdfPoint((letter.StartBaseLine.X + letter.EndBaseLine.X) / 2, (letter.StartBaseLine.Y + letter.EndBaseLine.Y) / 2);
        (double R, double G, double B)? ground = (1, 1, 1);
        foreach (var (area, paint) in areas)
            if (area.Left <= middle.X && middle.X <= area.Right && area.Bottom <= middle.Y + 1 && middle.Y <= area.Top) ground = paint;
        return ground is not { } below || Math.Abs(below.R - color.R) > SameColor || Math.Abs(below.G - color.G) > SameColor
            || Math.Abs(below.B - color.B) > SameColor;
    }

    /// <summary>0 for black, 1 for white.</summary>
    public static double LightnessOf(Letter letter) => ColorOf(letter) is { } color ? Math.Min(color.R, Math.Min(color.G, color.B)) : 0;

    private static (double R, double G, double B)? ColorOf(Letter letter) => ColorOf(letter.Color);

    private static (double R, double G, double B)? ColorOf(IColor? color)
        => color is null or PatternColor ? null : color.ToRGBValues();
}
