using UglyToad.PdfPig;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>Earlier versions that a PDF keeps when it is saved by adding to its end: what was covered or deleted stands in them.</summary>
internal static class PdfRevisions
{
    private const string Place = "修改前的版本";
    private const int MaxRead = 3;
    private const int MaxPages = 200;
    private const int MaxBehind = 64;
    private const int HeadBytes = 1_024;

    public static void Read(byte[] file, ReadingDraft draft, long end)
    {
        var ends = Ends(file);
        if (ends.Count > 0 && file.AsSpan(ends[^1]).ToArray().Count(b => b > (byte)' ') > MaxBehind)
            draft.Add(FileTraitKind.Unreadable, "文件末尾之后的内容");
        // A linearized file ends twice, the first time behind its first page.
        if (ends.Count > 0 && file.AsSpan(0, Math.Min(HeadBytes, file.Length)).IndexOf("/Linearized"u8) >= 0) ends.RemoveAt(0);
        if (ends.Count < 2) return;
        draft.Add(FileTraitKind.Hidden, Place);
        for (var version = 0; version < Math.Min(ends.Count - 1, MaxRead); version++)
        {
            try
            {
                Read(file.AsMemory(0, ends[version]), draft, end);
            }
            catch (Exception failure) when (failure is not (BeyondBoundException or OutOfMemoryException
                or InsufficientExecutionStackException))
            {
                // It is told that there is a version; what is in it nobody can say.
                draft.Add(FileTraitKind.Unreadable, Place);
            }
        }

        if (ends.Count - 1 > MaxRead) draft.Add(FileTraitKind.Unreadable, $"{Place}过多");
    }

    private static void Read(ReadOnlyMemory<byte> file, ReadingDraft draft, long end)
    {
        using var document = PdfDocument.Open(file);
        if (document.NumberOfPages > MaxPages) throw new BeyondBoundException($"{Place}超过 {MaxPages:N0} 页，未检查");
        if (document.NumberOfPages == 0) return;
        new PdfCalls(new PdfContents(document, PdfTools.Of(document), draft)).Read();
        foreach (var page in document.GetPages())
        {
            if (Environment.TickCount64 > end) throw new BeyondBoundException("页面内容过于复杂，未能全部检查");
            draft.Add($"{Place}第 {page.Number} 页", RawText.Of(page.Letters));
        }
    }

    private static List<int> Ends(byte[] file)
    {
        var ends = new List<int>();
        for (var at = 0; file.AsSpan(at).IndexOf("%%EOF"u8) is >= 0 and var next;) ends.Add(at += next + "%%EOF"u8.Length);
        return ends;
    }
}
