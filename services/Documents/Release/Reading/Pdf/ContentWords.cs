using System.Text;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>What stands in the instructions of a content stream, and what they cost.</summary>
internal sealed class ContentWords
{
    /// <summary>Letters that are shown, by their codes: what a font makes of them is another matter.</summary>
    public StringBuilder Shown { get; } = new();

    /// <summary>Letters that are not shown: properties of marked content, comments, names and numbers too long for a program's.</summary>
    public HashSet<string> Said { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of what is drawn from elsewhere, as often as it is.</summary>
    public List<string> Drawn { get; } = [];

    public int Operators { get; set; }

    /// <summary>Lines, curves and rectangles.</summary>
    public int Segments { get; set; }

    /// <summary>Bytes of the letters that are shown.</summary>
    public int Letters { get; set; }

    public bool HasPicture { get; set; }
}
