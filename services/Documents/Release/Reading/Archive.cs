using System.IO.Compression;
using System.Text;
using Disclosure.Documents.Import.Docx;

namespace Disclosure.Documents.Release.Reading;

/// <summary>An archive as it is read: its entries counted, and their bytes while they are unpacked.</summary>
internal static class Archive
{
    /// <summary>Files that are held as a whole; others are read as streams.</summary>
    private const int MaxHeld = 64 * 1024 * 1024;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, true);

    /// <summary>Opens an archive of at most so many entries, with the names of entries as their bytes.</summary>
    public static ZipArchive Open(byte[] file, ReadingDraft draft, int most)
    {
        // The library reads the whole directory before it says how long it is.
        var count = file.AsSpan().Count("PK\u0001\u0002"u8);
        if (count > most || (draft.EntriesLeft -= count) < 0) throw new BeyondBoundException($"压缩包内文件超过 {most:N0} 个，未检查");
        var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
        // What the directory promises is refused at once; what it does not say is counted while it is read.
        if (archive.Entries.Sum(entry => entry.Length) > draft.BytesLeft) throw new PartIsTooLargeException();
        if (ArchiveGaps.Has(file)) draft.Add(FileTraitKind.Unreadable, "压缩包内不属于任何文件的数据");
        return archive;
    }

    /// <summary>The name of an entry; archives of older programs write it in GB 18030, or in UTF-8 without saying so.</summary>
    public static string NameOf(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        if (!name.Any(c => c > '\u007F') || name.Any(c => c > '\u00FF')) return name;
        var bytes = Encoding.Latin1.GetBytes(name);
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }

    /// <summary>Reads an entry as a stream; what it unpacks to is counted.</summary>
    public static void Stream(ZipArchiveEntry entry, ReadingDraft draft, Action<Stream> read)
    {
        using var bounded = new BoundedStream(entry.Open(), draft.BytesLeft);
        try
        {
            read(bounded);
        }
        finally
        {
            draft.BytesLeft = bounded.Left;
        }
    }

    /// <summary>All bytes of an entry.</summary>
    public static byte[] Bytes(ZipArchiveEntry entry, ReadingDraft draft)
    {
        using var held = new MemoryStream();
        Stream(entry, draft, stream =>
        {
            var buffer = new byte[64 * 1024];
            while (stream.Read(buffer) is > 0 and var read)
            {
                if (held.Length + read > MaxHeld) throw new PartIsTooLargeException();
                held.Write(buffer, 0, read);
            }
        });
        return held.ToArray();
    }

    /// <summary>The first bytes of an entry.</summary>
    public static byte[] Head(ZipArchiveEntry entry, ReadingDraft draft, int length)
    {
        var head = new byte[length];
        var read = 0;
        Stream(entry, draft, stream => read = stream.ReadAtLeast(head, length, throwOnEndOfStream: false));
        return head[..read];
    }
}
