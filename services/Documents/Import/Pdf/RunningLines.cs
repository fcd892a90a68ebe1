using System.Text.RegularExpressions;

namespace Disclosure.Documents.Import.Pdf;

/// <summary>页眉、页脚 and 页码: the same line at the same place of most pages, and a number that stands alone there.</summary>
internal static partial class RunningLines
{
    /// <summary>Part of a page in which they stand, at each end.</summary>
    private const double Margin = 0.11;

    private const int MaxLines = 3;
    private const double Near = 6;

    /// <summary>Takes them out of the pages' lines.</summary>
    /// <param name="pages">Lines of each page from top to bottom.</param>
    /// <param name="heights">Height of each page.</param>
    /// <returns>What ran, each once; page numbers apart.</returns>
    public static IReadOnlyList<string> TakeFrom(IReadOnlyList<List<PdfLine>> pages, IReadOnlyList<double> heights)
    {
        var counts = new Dictionary<(bool IsTop, string Text), List<double>>();
        for (var page = 0; page < pages.Count; page++)
            foreach (var isTop in (bool[])[true, false])
                foreach (var line in Ends(pages[page], heights[page], isTop))
                {
                    var key = (isTop, Pattern(line.Text));
                    if (counts.TryGetValue(key, out var heightsOfLine)) heightsOfLine.Add(line.Base);
                    else counts.Add(key, [line.Base]);
                }

        var taken = new List<string>();
        for (var page = 0; page < pages.Count; page++)
            foreach (var isTop in (bool[])[true, false])
                foreach (var line in Ends(pages[page], heights[page], isTop).ToList())
                {
                    var isNumber = PageNumber().IsMatch(line.Text);
                    var near = counts[(isTop, Pattern(line.Text))].Count(height => Math.Abs(height - line.Base) <= Near);
                    if (pages[page].Count == 1 && pages.Count == 1) break;
                    // Book pages have two headers, one for each side.
                    var runs = near > 1 && near * 5 >= pages.Count * 2;
                    if (!isNumber && !runs) break;
                    pages[page].Remove(line);
                    if (!isNumber && !taken.Contains(Pattern(line.Text))) taken.Add(Pattern(line.Text));
                }

        return taken;
    }

    private static IEnumerable<PdfLine> Ends(List<PdfLine> lines, double height, bool isTop)
    {
        var most = Math.Min(MaxLines, lines.Count);
        for (var index = 0; index < most; index++)
        {
            var line = isTop ? lines[index] : lines[^(index + 1)];
            // A number alone on the last line is the page's, wherever the text ends.
            var isAtEnd = isTop ? line.Base > height * (1 - Margin) : line.Base < height * Margin;
            if (!isAtEnd && !(index == 0 && lines.Count > 1 && PageNumber().IsMatch(line.Text))) yield break;
            yield return line;
        }
    }

    private static string Pattern(string text) => Digits().Replace(text, "#");

    [GeneratedRegex("[0-9]+|(?<=第)[一二三四五六七八九十百]+(?=页)")]
    private static partial Regex Digits();

    /// <summary>页码 as it stands alone above or below the text: 3, - 3 -, — 3 —, 第 3 页.</summary>
    [GeneratedRegex(@"^([-—–－]\s*\d{1,4}\s*[-—–－]|\d{1,4}|第\s*\d{1,4}\s*页(\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
        + @"|[·~*•]\s*\d{1,4}\s*[·~*•]|第\s*\d{1,4}\s*页[，,/]?\s*共\s*\d{1,4}\s*页|(?i:page)\s*\d{1,4}(\s*of\s*\d{1,4})?)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex PageNumber();
}
