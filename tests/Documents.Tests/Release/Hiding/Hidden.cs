using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Release.Reading;
using Xunit;

namespace Disclosure.Documents.Tests.Release.Hiding;

/// <summary>A part beside the story of a file.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Content">What is in it.</param>
/// <param name="Relation">Type of the relation that leads to it: a word, or in full; null for none.</param>
/// <param name="Owner">The part that points to it, empty for the package.</param>
internal sealed record Beside(string Name, byte[] Content, string? Relation = null, string? Owner = null);

/// <summary>Office files in which somebody hides a number from the gate: stripped, read and judged as at a release.</summary>
internal static class Hidden
{
    public const string Id = "522401199001011231";

    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Signed = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>A signature as programs write it, as far as its form goes.</summary>
    public const string Signature
        = "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo><Reference URI=\"#idPackageObject\">"
        + "<DigestValue>2jmj7l5rSw0yVb/vlWAYkK/YBwk=</DigestValue></Reference></SignedInfo>"
        + "<SignatureValue>2jmj7l5rSw0yVb/vlWAYkK/YBwk=</SignatureValue></Signature>";

    public static byte[] Docx(string body, params Beside[] parts) => Package("word/document.xml", $"<w:document xmlns:w=\"{Word}\" "
        + $"xmlns:r=\"{Relations[..^1]}\"><w:body><w:p><w:r><w:t>公开内容</w:t></w:r></w:p>{body}</w:body></w:document>", parts);

    /// <summary>A workbook of one sheet: cells, and what follows them.</summary>
    public static byte[] Xlsx(string cells, string after = "", params Beside[] parts) => Package("xl/workbook.xml",
        $"<workbook xmlns=\"{PackageFile.Main}\" xmlns:r=\"{Relations[..^1]}\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/>"
        + "</sheets></workbook>", [new("xl/worksheets/sheet1.xml", PackageFile.Bytes($"<worksheet xmlns=\"{PackageFile.Main}\"><sheetData>"
        + $"<row r=\"1\">{cells}</row></sheetData>{after}</worksheet>"), "worksheet"), .. parts]);

    public static Beside Part(string name, string content, string? relation = null, string? owner = null)
        => new(name, PackageFile.Bytes(content), relation, owner);

    /// <summary>What leaves, and what the gate reads of it.</summary>
    public static FileReading Released(byte[] file, AttachedType type)
    {
        var stripped = MetadataStripper.Strip(file, type);
        Assert.Null(stripped.Failure);
        return Read.Of(stripped.Value!, type);
    }

    /// <summary>The number that is hidden blocks the release.</summary>
    public static void Blocks(byte[] file, AttachedType type)
    {
        var reading = Released(file, type);
        Assert.True(Read.Judge(reading).Any(finding => finding is { Kind: ReleaseKind.IdentityCard, Level: ReleaseLevel.Block }),
            string.Join('\n', reading.Passages));
    }

    public static byte[] Package(string main, string story, params Beside[] parts)
    {
        var all = parts.Prepend(Part(main, story, "officeDocument", "")).ToList();
        return PackageFile.Zip([
            ("[Content_Types].xml", PackageFile.Bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")),
            .. all.Where(part => part.Relation is not null).GroupBy(part => part.Owner ?? main).Select(owner => (Lists(owner.Key),
                PackageFile.Bytes(PackageFile.Relations(string.Concat(owner.Select((part, index) => $"<Relationship Id=\"rId{index + 1}\" "
                + $"Type=\"{(part.Relation!.Contains(':', StringComparison.Ordinal) ? "" : Relations)}{part.Relation}\" "
                + $"Target=\"/{part.Name}\"/>")))))),
            .. all.Select(part => (part.Name, part.Content))]);
    }

    private static string Lists(string owner)
        => $"{owner[..(owner.LastIndexOf('/') + 1)]}_rels/{owner[(owner.LastIndexOf('/') + 1)..]}.rels";
}
