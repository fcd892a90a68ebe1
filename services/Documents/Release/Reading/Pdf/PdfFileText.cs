using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>A PDF: its pages with what nobody sees on them, and every other object of the file.</summary>
internal static class PdfFileText
{
    private const int MaxPages = 2_000;

    /// <summary>Ends before the process would be ended, so that the clerk is told why.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    public static void Read(byte[] file, ReadingDraft draft)
    {
        var end = Environment.TickCount64 + (long)TimeLimit.TotalMilliseconds;
        try
        {
            using var document = PdfDocument.Open(file);
            if (document.IsEncrypted) draft.Add(FileTraitKind.Unreadable, "文件已加密");
            else Read(document, file, draft, end);
        }
        catch (PdfDocumentEncryptedException)
        {
            draft.Add(FileTraitKind.Unreadable, "文件已加密");
            return;
        }

        PdfRevisions.Read(file, draft, end);
    }

    private static void Read(PdfDocument document, byte[] file, ReadingDraft draft, long end)
    {
        if (document.NumberOfPages > MaxPages) throw new BeyondBoundException($"超过 {MaxPages:N0} 页，未检查");
        if (document.NumberOfPages == 0)
        {
            draft.Add(FileTraitKind.Unreadable, "没有页面");
            return;
        }

        var contents = new PdfContents(document, PdfTools.Of(document), draft);
        var calls = new PdfCalls(contents);
        calls.Read();
        var objects = new PdfObjects(document, contents, calls, draft);
        objects.Read(file, end);
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            if (Environment.TickCount64 > end) throw new BeyondBoundException("页面内容过于复杂，未能全部检查");
            try
            {
                PdfPageText.Read(document.GetPage(number), objects.UnmappedFonts, draft, end);
            }
            catch (Exception failure) when (failure is not (BeyondBoundException or OutOfMemoryException
                or InsufficientExecutionStackException))
            {
                draft.Add(FileTraitKind.Unreadable, $"第 {number} 页");
            }
        }

        objects.Finish();
    }
}
