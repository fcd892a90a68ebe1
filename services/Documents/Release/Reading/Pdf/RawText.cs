using System.Text;
using UglyToad.PdfPig.Content;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>Letters in the order in which they were written, seen or not: outside the page, without ink, below a picture.</summary>
internal static class RawText
{
    private const double Gap = 0.6;

    public static string Of(IReadOnlyList<Letter> letters) => Of(letters.Select(letter
        => new Drawn(letter.Value, letter.FontName ?? "", letter.PointSize, letter.StartBaseLine, letter.EndBaseLine)));

    public static string Of(IEnumerable<Drawn> letters)
    {
        var text = new StringBuilder();
        Drawn? before = null;
        foreach (var letter in letters)
        {
            if (before is { } last) text.Append(Between(last, letter));
            text.Append(letter.Value);
            before = letter;
        }

        return text.ToString();
    }

    private static string Between(Drawn before, Drawn letter)
    {
        var size = Math.Max(Math.Max(letter.Size, before.Size), 1);
        var (x, y) = (letter.Start.X - before.End.X, letter.Start.Y - before.End.Y);
        // Lines may run upwards: what is far in both directions is another line.
        var isOther = Math.Abs(y) > size / 2 && (Math.Abs(x) > size / 2 || Math.Abs(y) > size * 2);
        return isOther ? "\n" : Math.Abs(x) + Math.Abs(y) > size * Gap ? " " : "";
    }
}
