using System.IO.Compression;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Text;
using Disclosure.Documents.Storing;

namespace Disclosure.Documents.Release.Reading;

/// <summary>What a file within another is, by its bytes.</summary>
internal static class InnerType
{
    private const int MaxEntries = 10_000;

    /// <summary>Its type; null for one that is not read.</summary>
    public static AttachedType? Of(byte[] file) => file switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => AttachedType.Png,
        [0xFF, 0xD8, 0xFF, ..] => AttachedType.Jpeg,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => AttachedType.Gif,
        _ => DocumentReader.KindOf(file) switch
        {
            FileKind.Pdf => AttachedType.Pdf,
            FileKind.Package => OfPackage(file),
            FileKind.Text when Decoded.Of(file) is not null => AttachedType.Text,
            _ => null,
        },
    };

    private static AttachedType? OfPackage(byte[] file)
    {
        // The library reads the whole directory of an archive before it says how long it is.
        if (file.AsSpan().Count("PK\u0001\u0002"u8) > MaxEntries) return AttachedType.Zip;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (archive.GetEntry("[Content_Types].xml") is null) return AttachedType.Zip;
            var names = archive.Entries.Select(entry => entry.FullName).ToList();
            return names.Exists(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? AttachedType.Docx
                : names.Exists(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) ? AttachedType.Xlsx
                : names.Exists(name => name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) ? AttachedType.Pptx : AttachedType.Zip;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
