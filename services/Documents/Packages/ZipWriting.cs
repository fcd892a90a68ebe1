using System.IO.Compression;

namespace Disclosure.Documents.Packages;

/// <summary>Writes ZIPs that tell nothing but what is in them: one time for all entries, no comments, names in UTF-8.</summary>
internal static class ZipWriting
{
    /// <summary>The first time that the format knows.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Add(this ZipArchive archive, string name, ReadOnlySpan<byte> bytes)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        // Rights of a Unix file would name the system that wrote it.
        entry.ExternalAttributes = 0;
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}
