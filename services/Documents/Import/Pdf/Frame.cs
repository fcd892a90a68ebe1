using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Disclosure.Documents.Import.Pdf;

/// <summary>A page turned by quarters, so that lines which run upwards or downwards run to the right.</summary>
/// <param name="Quarters">Quarters that lines are turned by, against the clock.</param>
/// <param name="PageWidth">Width of the page as it lies, points.</param>
/// <param name="PageHeight">Its height.</param>
internal readonly record struct Frame(int Quarters, double PageWidth, double PageHeight)
{
    /// <summary>Text farther from every quarter is no text of the page but lies across it.</summary>
    private const double MaxSlope = 10;

    public double Width => Quarters % 2 == 0 ? PageWidth : PageHeight;

    public double Height => Quarters % 2 == 0 ? PageHeight : PageWidth;

    /// <summary>The quarter in which a letter runs; null for one that lies across the page.</summary>
    public static int? QuarterOf(Letter letter)
    {
        var (x, y) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        if (Math.Abs(x) + Math.Abs(y) < 0.01)
        {
            return letter.TextOrientation switch
            {
                TextOrientation.Rotate90 => 3,
                TextOrientation.Rotate180 => 2,
                TextOrientation.Rotate270 => 1,
                TextOrientation.Other => null,
                _ => 0,
            };
        }

        var degrees = Math.Atan2(y, x) * 180 / Math.PI;
        var quarter = (int)Math.Round(degrees / 90);
        return Math.Abs(degrees - (quarter * 90)) > MaxSlope ? null : (quarter + 4) % 4;
    }

    public (double X, double Y) At(PdfPoint point) => Quarters switch
    {
        1 => (point.Y, PageWidth - point.X),
        2 => (PageWidth - point.X, PageHeight - point.Y),
        3 => (PageHeight - point.Y, point.X),
        _ => (point.X, point.Y),
    };
}
