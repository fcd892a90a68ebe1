using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Disclosure.Documents.Import.Pdf.Tables;

/// <summary>A line of a page, along one of its edges.</summary>
/// <param name="At">Where it lies: height of a level line, distance from the left of an upright one.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct Ruling(double At, double From, double To);

/// <summary>The lines of a page, as tables are drawn with them: strokes, thin areas, or the edges of boxes.</summary>
/// <param name="Level">Lines from left to right.</param>
/// <param name="Upright">Lines from bottom to top.</param>
/// <param name="Pieces">The pieces that the level lines are drawn in: often one for each cell.</param>
internal sealed record Rulings(List<Ruling> Level, List<Ruling> Upright, List<Ruling> Pieces)
{
    /// <summary>Lines of a page at most; one with more is a drawing.</summary>
    private const int Most = 2_000;

    private const double MaxThickness = 3;
    private const double MinLength = 6;
    private const double Near = 2;

    public static Rulings Of(Page page, Frame frame)
    {
        var rulings = new Rulings([], [], []);
        foreach (var path in page.Paths)
        {
            if (!path.IsStroked && !path.IsFilled) continue;
            foreach (var subpath in path)
            {
                if (rulings.Level.Count + rulings.Upright.Count > Most) return new Rulings([], [], []);
                rulings.Add(subpath, frame, path.IsStroked);
            }
        }

        return new Rulings(Joined(rulings.Level), Joined(rulings.Upright), rulings.Level);
    }

    private void Add(PdfSubpath subpath, Frame frame, bool isStroked)
    {
        if (subpath.GetBoundingRectangle() is not { } box) return;
        var ((x1, y1), (x2, y2)) = (frame.At(box.BottomLeft), frame.At(box.TopRight));
        var (left, right, bottom, top) = (Math.Min(x1, x2), Math.Max(x1, x2), Math.Min(y1, y2), Math.Max(y1, y2));
        if (top - bottom <= MaxThickness) Add(Level, (top + bottom) / 2, left, right);
        else if (right - left <= MaxThickness) Add(Upright, (left + right) / 2, bottom, top);
        else if (isStroked && IsBox(subpath))
        {
            Add(Level, bottom, left, right);
            Add(Level, top, left, right);
            Add(Upright, left, bottom, top);
            Add(Upright, right, bottom, top);
        }
        else if (isStroked) AddSteps(subpath, frame);
    }

    /// <summary>Lines of a grid that are drawn as one path.</summary>
    private void AddSteps(PdfSubpath subpath, Frame frame)
    {
        foreach (var line in subpath.Commands.OfType<PdfSubpath.Line>().Take(Most))
        {
            var ((x1, y1), (x2, y2)) = (frame.At(line.From), frame.At(line.To));
            if (Math.Abs(y1 - y2) <= MaxThickness) Add(Level, (y1 + y2) / 2, Math.Min(x1, x2), Math.Max(x1, x2));
            else if (Math.Abs(x1 - x2) <= MaxThickness) Add(Upright, (x1 + x2) / 2, Math.Min(y1, y2), Math.Max(y1, y2));
        }
    }

    private static bool IsBox(PdfSubpath subpath) => subpath.IsDrawnAsRectangle || subpath.GetDrawnRectangle() is not null;

    private static void Add(List<Ruling> rulings, double at, double from, double to)
    {
        if (to - from >= MinLength) rulings.Add(new Ruling(at, from, to));
    }

    /// <summary>Pieces that go on with one another, as one line.</summary>
    private static List<Ruling> Joined(List<Ruling> rulings)
    {
        var joined = new List<Ruling>();
        foreach (var group in Clusters(rulings))
        {
            foreach (var ruling in group.OrderBy(ruling => ruling.From))
                if (joined is [.., var last] && last.At == group[0].At && ruling.From <= last.To + Near)
                    joined[^1] = last with { To = Math.Max(last.To, ruling.To) };
                else joined.Add(ruling with { At = group[0].At });
        }

        return joined;
    }

    private static List<List<Ruling>> Clusters(List<Ruling> rulings)
    {
        var clusters = new List<List<Ruling>>();
        foreach (var ruling in rulings.OrderBy(ruling => ruling.At))
            if (clusters is [.., var last] && ruling.At - last[0].At <= Near) last.Add(ruling);
            else clusters.Add([ruling]);
        return clusters;
    }
}
