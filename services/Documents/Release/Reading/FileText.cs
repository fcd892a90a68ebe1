using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Docx;
using Disclosure.Documents.Import.Text;
using Disclosure.Documents.Release.Reading.Pdf;
using Disclosure.Documents.Release.Reading.Pictures;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;

namespace Disclosure.Documents.Release.Reading;

/// <summary>Reads everything that would leave with a file: not what a program shows of it, but all that it holds.</summary>
/// <remarks>What cannot be read is said to be unreadable; nothing is left out in silence. Runs in a process of its own
/// (<see cref="FilePreparation"/>).</remarks>
internal static class FileText
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="type">What it is.</param>
    /// <returns>What it holds, or that it is damaged.</returns>
    public static Outcome<FileReading> Read(byte[] file, AttachedType type)
    {
        var draft = new ReadingDraft();
        try
        {
            Read(file, type, draft);
        }
        catch (Exception failure) when (Words(failure) is not null)
        {
            draft.Add(FileTraitKind.Unreadable, Words(failure)!);
        }
        catch (Exception failure) when (failure is OutOfMemoryException or InsufficientExecutionStackException)
        {
            return ImportFailures.TooComplex;
        }
        catch (Exception)
        {
            return ImportFailures.Damaged;
        }

        return draft.ToReading();
    }

    /// <summary>Reads a file within another; a damaged one is unreadable, and what lies beside it is read all the same.</summary>
    public static void ReadInner(byte[] file, ReadingDraft draft, string words) => draft.Within(words, () =>
    {
        if (file.Length == 0) return;
        if (InnerType.Of(file) is not { } type)
        {
            draft.Add(FileTraitKind.Unreadable, "");
            return;
        }

        try
        {
            Read(file, type, draft);
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or InsufficientExecutionStackException)
            && Words(failure) is null)
        {
            draft.Add(FileTraitKind.Unreadable, "");
        }
    });

    private static void Read(byte[] file, AttachedType type, ReadingDraft draft)
    {
        switch (type)
        {
            case AttachedType.Pdf:
                PdfFileText.Read(file, draft);
                break;
            case AttachedType.Docx or AttachedType.Xlsx or AttachedType.Pptx:
                Office.OfficeText.Read(file, type, draft);
                break;
            case AttachedType.Text or AttachedType.Csv:
                if (Decoded.Of(file) is { } decoded) draft.Add("", decoded.Text);
                else draft.Add(FileTraitKind.Unreadable, "");
                break;
            case AttachedType.Jpeg or AttachedType.Png or AttachedType.Gif:
                PictureText.Read(file, "", "图片信息", draft);
                break;
            case AttachedType.Zip:
                ArchiveText.Read(file, draft);
                break;
            default:
                draft.Add(FileTraitKind.Unreadable, "");
                break;
        }
    }

    /// <summary>What is said of a bound that was met; null for another failure.</summary>
    private static string? Words(Exception failure) => failure switch
    {
        BeyondBoundException beyond => beyond.Words,
        PartIsTooLargeException => "展开后过大，未能全部检查",
        _ => null,
    };
}
