using System.Text;
using Disclosure.ServiceDefaults.Http;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Disclosure.Catalogue.Import;

/// <summary>Text of a PDF, line by line in reading order; lines that fill the page are joined to paragraphs.</summary>
internal static class PdfText
{
    private const int MaxPages = 500;

    public static Outcome<string> Read(ReadOnlyMemory<byte> file)
    {
        using var document = PdfDocument.Open(file.ToArray());
        if (document.NumberOfPages > MaxPages) return ImportFailures.TooLarge;
        var text = new StringBuilder();
        foreach (var page in document.GetPages())
            foreach (var line in Lines(page)) text.Append(line).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Lines(Page page)
    {
        // Letters whose baselines differ by less than half their height stand on one line.
        var lines = new List<(double Baseline, List<Letter> Letters)>();
        foreach (var letter in page.Letters)
        {
            var height = Math.Max(letter.PointSize, 4);
            var line = lines.FindLastIndex(l => Math.Abs(l.Baseline - letter.StartBaseLine.Y) < height / 2);
            if (line < 0) lines.Add((letter.StartBaseLine.Y, [letter]));
            else lines[line].Letters.Add(letter);
        }

        return lines.OrderByDescending(l => l.Baseline)
            .Select(l => Clean(l.Letters.OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value)))
            .Where(l => l.Length > 0);
    }

    // Fonts without a proper character map yield control characters.
    private static string Clean(IEnumerable<string> letters) => string.Concat(string.Concat(letters).Where(c => !char.IsControl(c))).Trim();
}
