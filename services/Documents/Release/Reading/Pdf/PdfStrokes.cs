using UglyToad.PdfPig.Content;
using static UglyToad.PdfPig.Core.PdfSubpath;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>Counts the lines of a page that may be digits: those of a table lie behind each other, and count once.</summary>
internal static class PdfStrokes
{
    /// <summary>A filled shape that is a line, in points.</summary>
    private const double Thin = 3;

    /// <summary>A shape that is no line of a table, but a dash of a digit; and one that joins lines at a corner.</summary>
    private const double Small = 12;
    private const double Dot = 1.5;

    public static int Count(Page page)
    {
        var (lines, others) = (new HashSet<(bool, int)>(), 0);
        foreach (var part in page.Paths.Where(path => path.IsFilled || path.IsStroked).SelectMany(path => path))
        {
            if (part.GetBoundingRectangle() is not { } box) continue;
            if (Math.Max(Math.Abs(box.Width), Math.Abs(box.Height)) is > Dot and <= Small) others++;
            else if (Math.Min(Math.Abs(box.Width), Math.Abs(box.Height)) <= Thin)
                lines.Add(Key(Math.Abs(box.Width) < Math.Abs(box.Height), box.Left, box.Bottom));
            else if (!part.IsDrawnAsRectangle)
                foreach (var command in part.Commands)
                    if (command is not Line line) others += command is CubicBezierCurve or QuadraticBezierCurve ? 1 : 0;
                    else if (Math.Abs(line.From.X - line.To.X) <= Thin) lines.Add(Key(true, line.From.X, line.From.Y));
                    else if (Math.Abs(line.From.Y - line.To.Y) <= Thin) lines.Add(Key(false, line.From.X, line.From.Y));
                    else others++;
        }

        return lines.Count + others;
    }

    private static (bool IsUpright, int At) Key(bool isUpright, double x, double y)
        => (isUpright, (int)(Math.Clamp(isUpright ? x : y, -1e6, 1e6) / 2));
}
