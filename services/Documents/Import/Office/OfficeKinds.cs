using System.Buffers.Binary;
using System.Text;

namespace Disclosure.Documents.Import.Office;

/// <summary>Tells by its bytes what an office program's file is; its name says nothing.</summary>
internal static class OfficeKinds
{
    /// <summary>Beginnings of the streams' names in a compound file, as its directory has them.</summary>
    private static readonly byte[] WordStream = Name("WordDocument");
    private static readonly byte[] Workbook = Name("Workbook");
    private static readonly byte[] OldWorkbook = Name("Book");
    private static readonly byte[] Encrypted = Name("EncryptedPackage");

    /// <summary>The media type stands in the first entry of an OpenDocument file, uncompressed (OpenDocument 1.3, part 2, 3.3).</summary>
    private const int MediaTypeAt = 38;

    private static ReadOnlySpan<byte> TextType => "application/vnd.oasis.opendocument.text"u8;

    private static ReadOnlySpan<byte> TableType => "application/vnd.oasis.opendocument.spreadsheet"u8;

    private static ReadOnlySpan<byte> SheetPart => "xl/workbook.xml"u8;

    private static ReadOnlySpan<byte> TextPart => "word/document.xml"u8;

    /// <summary>What it is; null where LibreOffice has nothing to do with it.</summary>
    /// <param name="file">All its bytes.</param>
    public static OfficeKind? Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Compound(file),
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => OfficeKind.RichText,
        [(byte)'P', (byte)'K', 3, 4, ..] => Archive(file),
        _ => null,
    };

    /// <summary>Whether only a password opens it.</summary>
    /// <param name="file">All its bytes.</param>
    public static bool IsEncrypted(ReadOnlySpan<byte> file) => file is [0xD0, 0xCF, 0x11, 0xE0, ..] && file.IndexOf(Encrypted) >= 0;

    private static OfficeKind? Compound(ReadOnlySpan<byte> file) => file.IndexOf(Encrypted) >= 0 ? null
        : file.IndexOf(WordStream) >= 0 ? OfficeKind.OldText
        : file.IndexOf(Workbook) >= 0 || file.IndexOf(OldWorkbook) >= 0 ? OfficeKind.OldTable
        : null;

    private static OfficeKind? Archive(ReadOnlySpan<byte> file)
    {
        // A stored entry of the name “mimetype” comes first in every OpenDocument file.
        if (file.Length > MediaTypeAt && file[30..].StartsWith("mimetype"u8))
        {
            var type = file[MediaTypeAt..];
            return type.StartsWith(TextType) ? OfficeKind.OpenText : type.StartsWith(TableType) ? OfficeKind.OpenTable : null;
        }

        // The names of all entries stand once more in the directory at the end.
        var directory = Directory(file);
        return directory.IndexOf(TextPart) < 0 && directory.IndexOf(SheetPart) >= 0 ? OfficeKind.Table : null;
    }

    private static ReadOnlySpan<byte> Directory(ReadOnlySpan<byte> file)
    {
        var end = file.LastIndexOf((ReadOnlySpan<byte>)[(byte)'P', (byte)'K', 5, 6]);
        if (end < 0 || file.Length < end + 20) return [];
        var start = BinaryPrimitives.ReadUInt32LittleEndian(file[(end + 16)..]);
        return start < end ? file[(int)start..end] : [];
    }

    private static byte[] Name(string name) => Encoding.Unicode.GetBytes(name + "\0");
}
