using System.IO.Compression;

namespace Disclosure.Documents.Release.Reading;

/// <summary>A ZIP archive: the names in it, and each file by its own type.</summary>
internal static class ArchiveText
{
    private const int MaxEntries = 1_000;

    public static void Read(byte[] file, ReadingDraft draft)
    {
        using var archive = Archive.Open(file, draft, MaxEntries);
        var names = archive.Entries.Select(Archive.NameOf).ToList();
        draft.Add("压缩包内的文件名", string.Join('\n', names));
        draft.Add("压缩包的注释", string.Join('\n', archive.Entries.Select(entry => entry.Comment).Prepend(archive.Comment)).Trim());
        for (var index = 0; index < names.Count; index++)
        {
            var (entry, name) = (archive.Entries[index], names[index]);
            if (name.EndsWith('/') && entry.Length == 0) continue;
            draft.Add(FileTraitKind.Embedded, $"压缩包内‘{name}’");
            Read(entry, name, draft);
        }
    }

    private static void Read(ZipArchiveEntry entry, string name, ReadingDraft draft)
    {
        byte[]? bytes = null;
        try
        {
            if (!entry.IsEncrypted) bytes = Archive.Bytes(entry, draft);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or NotSupportedException)
        {
            // Said below.
        }

        if (bytes is null) draft.Add(FileTraitKind.Unreadable, $"压缩包内‘{name}’");
        else FileText.ReadInner(bytes, draft, $"压缩包内‘{name}’：");
    }
}
