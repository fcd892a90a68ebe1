using System.Text.RegularExpressions;
using Disclosure.Kernel;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Disclosure.Documents.Import.Pdf;

/// <summary>Text of a PDF in reading order; lines that fill the column are joined to paragraphs, so that a word broken over two lines can
/// be found.</summary>
/// <remarks>Runs in a process of its own (<see cref="ReaderProcess"/>): what a page costs is known only when it has been paid.</remarks>
internal static partial class PdfText
{
    private const int MaxPages = 500;
    private const int MaxLettersOfPage = 50_000;

    public static Outcome<ReadDocument> Read(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        if (document.NumberOfPages > MaxPages) return ImportFailures.TooComplex;
        var paragraphs = new PdfParagraphs();
        foreach (var page in document.GetPages())
        {
            if (page.Letters.Count > MaxLettersOfPage) return ImportFailures.TooComplex;
            paragraphs.Add(WithoutPageNumber(PdfLine.Of(page.Letters)));
            if (paragraphs.Length > TextDraft.Most) return ImportFailures.TooLong;
        }

        return new ReadDocument(Lines.ToBody(paragraphs.ToString()), []);
    }

    private static List<PdfLine> WithoutPageNumber(List<PdfLine> lines)
    {
        if (lines.Count > 1 && PageNumber().IsMatch(lines[^1].Text)) lines.RemoveAt(lines.Count - 1);
        if (lines.Count > 1 && PageNumber().IsMatch(lines[0].Text)) lines.RemoveAt(0);
        return lines;
    }

    /// <summary>页码 as it stands alone above or below the text: 3, - 3 -, — 3 —, 第 3 页.</summary>
    [GeneratedRegex(@"^([-—–－]\s*\d{1,4}\s*[-—–－]|\d{1,4}|第\s*\d{1,4}\s*页(\s*共\s*\d{1,4}\s*页)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex PageNumber();
}
