using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import.Pdf.Tables;
using Disclosure.Kernel;
using UglyToad.PdfPig;

namespace Disclosure.Documents.Import.Pdf;

/// <summary>Text of a PDF in reading order; lines that fill the column are joined to paragraphs, so that a word broken over two lines can
/// be found.</summary>
/// <remarks>Runs in a process of its own (<see cref="ReaderProcess"/>): what a page costs is known only when it has been paid.</remarks>
internal static class PdfText
{
    private const int MaxPages = 500;
    private const int MaxLettersOfPage = 50_000;

    /// <summary>Ends before the process would be ended, so that the officer is told why.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(25);

    public static Outcome<ReadDocument> Read(byte[] file)
    {
        var end = Environment.TickCount64 + (long)TimeLimit.TotalMilliseconds;
        using var document = PdfDocument.Open(file);
        if (document.NumberOfPages > MaxPages) return ImportFailures.TooComplex;
        var pages = new List<PageContent>();
        var letters = 0;
        foreach (var page in document.GetPages())
        {
            if (page.Letters.Count > MaxLettersOfPage || Environment.TickCount64 > end) return ImportFailures.TooComplex;
            pages.Add(PageReader.Read(page));
            letters += pages[^1].Glyphs.Count(glyph => !glyph.IsSpace);
            if (letters > TextDraft.Most) return ImportFailures.TooLong;
        }

        return Compose(pages, end);
    }

    private static Outcome<ReadDocument> Compose(List<PageContent> pages, long end)
    {
        var shown = Watermarks.Without(pages, out var hasWatermark);
        var tables = shown.ConvertAll(TableArea.In);
        var lines = shown.Select((page, index) => PdfLine.Of(page.Glyphs.Where(glyph => !tables[index].Exists(area => area.Holds(glyph)))))
            .ToList();
        var running = RunningLines.TakeFrom(lines, shown.ConvertAll(page => page.Frame.Height));
        var paragraphs = new PdfParagraphs();
        for (var index = 0; index < shown.Count; index++)
        {
            if (Environment.TickCount64 > end) return ImportFailures.TooComplex;
            Add(paragraphs, shown[index], tables[index], lines[index]);
            if (paragraphs.Length > TextDraft.Most) return ImportFailures.TooLong;
        }

        return new ReadDocument(paragraphs.ToBody(), PdfRemarks.Of(pages, hasWatermark, running));
    }

    /// <summary>Tables where they stand, and the lines above, between and below them.</summary>
    private static void Add(PdfParagraphs paragraphs, PageContent page, List<TableArea> tables, List<PdfLine> lines)
    {
        var from = 0;
        foreach (var area in tables)
        {
            var to = from;
            while (to < lines.Count && lines[to].Base > area.Top - 1) to++;
            foreach (var (part, isNarrow) in Columns.Parted(lines.GetRange(from, to - from))) paragraphs.Add(part, isNarrow);
            paragraphs.Add(area.Table);
            from = to;
        }

        foreach (var (part, isNarrow) in Columns.Parted(lines.GetRange(from, lines.Count - from))) paragraphs.Add(part, isNarrow);
        foreach (var aside in page.Aside) paragraphs.Add(PdfLine.Of(aside));
    }
}
