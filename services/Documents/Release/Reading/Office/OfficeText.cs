using System.IO.Compression;
using System.Xml;
using Disclosure.Documents.Import.Docx;
using Disclosure.Documents.Storing;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>A DOCX, XLSX or PPTX: every part of the package, whether or not anything points to it.</summary>
internal static class OfficeText
{
    private const int MaxParts = 10_000;

    public static void Read(byte[] bytes, AttachedType type, ReadingDraft draft)
    {
        using var archive = Archive.Open(bytes, draft, MaxParts);
        Wrapping(bytes, archive, draft);
        var file = new OfficeFile();
        var parts = archive.Entries.Select(entry => Part.Of(entry, draft)).OfType<Part>().OrderBy(part => part.Order).ToList();
        foreach (var part in parts.Where(part => part.IsRelations)) Guarded(part, draft, () => new PartText(file, part, draft).Read());
        file.Signatures = OfficeSignatures.Of(file.Links, path => Content(archive, path, draft));
        foreach (var part in parts.Where(part => part is { IsXml: true, IsRelations: false }))
            Guarded(part, draft, () => new PartText(file, part, draft).Read());
        draft.Add("未使用的共享字符串", string.Join('\n', file.Strings.Unused));
        if (file.Strings.Unused.Any()) draft.Add(FileTraitKind.Hidden, "未使用的共享字符串");
        foreach (var part in parts.Where(part => !part.IsXml)) Guarded(part, draft, () => BinaryPart.Read(file, part, draft));
        if (!parts.Exists(part => part.IsMain(type))) draft.Add(FileTraitKind.Unreadable, "找不到正文");
    }

    /// <summary>What the archive says beside its parts; nothing of it is left in a file that was stripped.</summary>
    private static void Wrapping(byte[] bytes, ZipArchive archive, ReadingDraft draft)
    {
        var comments = string.Join('\n', archive.Entries.Select(entry => entry.Comment).Prepend(archive.Comment)).Trim();
        var extras = ArchiveExtras.In(bytes);
        draft.Add("压缩包的注释", comments);
        draft.Add("压缩包的附加信息", string.Join('\n', extras.SelectMany(Words.In)));
        draft.Add("部件的名称", EntryNames.Of(archive.Entries));
        if (comments.Length > 0) draft.Add(FileTraitKind.Properties, "压缩包的注释");
        if (extras.Count > 0) draft.Add(FileTraitKind.Properties, "压缩包的附加信息");
    }

    private static byte[]? Content(ZipArchive archive, string path, ReadingDraft draft)
    {
        foreach (var name in (string[])[path, Uri.UnescapeDataString(path)])
            if (archive.Entries.FirstOrDefault(entry => string.Equals(Archive.NameOf(entry).Replace('\\', '/').TrimStart('/'), name,
                StringComparison.OrdinalIgnoreCase)) is { IsEncrypted: false } entry)
            {
                try
                {
                    return Archive.Bytes(entry, draft);
                }
                catch (Exception failure) when (failure is InvalidDataException or IOException or NotSupportedException)
                {
                    // Said to be unreadable where parts are read.
                    return null;
                }
            }

        return null;
    }

    /// <summary>A damaged part is unreadable; the others are read all the same.</summary>
    private static void Guarded(Part part, ReadingDraft draft, Action read)
    {
        try
        {
            read();
        }
        catch (Exception failure) when (failure is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            draft.Add(FileTraitKind.Unreadable, $"部件‘{part.Path}’");
        }
    }
}
