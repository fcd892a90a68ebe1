using System.IO.Compression;
using System.Xml;
using Disclosure.Documents.Import.Docx;
using Disclosure.Documents.Storing;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>A part of a package, known by what is in it and not by its name.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="Path">Its path.</param>
/// <param name="Head">Its first bytes.</param>
/// <param name="Root">Root element; empty for a part that is no XML.</param>
/// <param name="Space">The root's namespace.</param>
internal sealed record Part(ZipArchiveEntry Entry, string Path, byte[] Head, string Root, string Space)
{
    private const int HeadBytes = 64;

    public bool IsXml => Root.Length > 0;

    public bool IsRelations => Root == "Relationships";

    /// <summary>What others need is read first: relations, then lists, styles and shared strings.</summary>
    public int Order => Root switch
    {
        "Relationships" => 0,
        "workbook" or "presentation" or "styles" or "styleSheet" or "numbering" or "sst" => 1,
        _ => 2,
    };

    /// <summary>Reads the beginning of an entry; null for one that holds nothing. A part that begins as XML and is none is told.</summary>
    public static Part? Of(ZipArchiveEntry entry, ReadingDraft draft)
    {
        var path = Archive.NameOf(entry).Replace('\\', '/').TrimStart('/');
        try
        {
            if (entry.IsEncrypted) throw new InvalidDataException("Encrypted.");
            var head = Archive.Head(entry, draft, HeadBytes);
            if (head.Length == 0) return null;
            if (!BeginsAsXml(head)) return new(entry, path, head, "", "");
            var root = ("", "");
            Archive.Stream(entry, draft, stream => root = PartWalk.Root(stream));
            return new(entry, path, head, root.Item1, root.Item2);
        }
        catch (Exception failure) when (failure is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            draft.Add(FileTraitKind.Unreadable, $"部件‘{path}’");
            return null;
        }
    }

    /// <summary>Whether it is the story without which a package is no file of a type.</summary>
    public bool IsMain(AttachedType type) => type switch
    {
        AttachedType.Docx => Root == "document" && Word.SpaceOf(Space) == Import.Docx.Space.Word,
        AttachedType.Xlsx => Root == "workbook" && Space.Contains("spreadsheetml", StringComparison.Ordinal),
        _ => Root == "presentation" && Space.Contains("presentationml", StringComparison.Ordinal),
    };

    private static bool BeginsAsXml(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => BeginsAsXml(rest),
        [0xFF, 0xFE, (byte)'<', 0, ..] or [0xFE, 0xFF, 0, (byte)'<', ..] or [(byte)'<', 0, ..] or [0, (byte)'<', ..] => true,
        _ => head.TrimStart(" \t\r\n"u8) is [(byte)'<', ..],
    };
}
