using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Import;
using Disclosure.Documents.Tests.Packages;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Disclosure.Documents.Tests.Release.Stripping;

/// <summary>An Office file opens in its program and shows the same, and does not tell who made it, when, where and with what.</summary>
public sealed class OfficeTests
{
    public static TheoryData<AttachedType> Types() => [AttachedType.Docx, AttachedType.Xlsx, AttachedType.Pptx];

    [Theory]
    [MemberData(nameof(Types))]
    public void Nothing_of_what_was_planted_is_found(AttachedType type)
    {
        var file = Of(type);
        Assert.True(Planted.IsIn(file));
        Assert.False(Planted.IsIn(Stripped(file, type)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void It_is_as_valid_as_it_was(AttachedType type)
    {
        var before = Errors(Of(type), type);
        Assert.Empty(Errors(Stripped(Of(type), type), type).Except(before));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_list_names_only_what_is_there(AttachedType type)
    {
        var entries = Zips.Entries(Stripped(Of(type), type));
        foreach (var name in XElement.Parse(Encoding.UTF8.GetString(entries["[Content_Types].xml"])).Elements().Attributes("PartName"))
            Assert.Contains(name.Value.TrimStart('/'), entries.Keys);
        using var package = System.IO.Packaging.Package.Open(new MemoryStream(Stripped(Of(type), type)), FileMode.Open, FileAccess.Read);
        foreach (var part in package.GetParts().Where(part => !part.ContentType.EndsWith("relationships+xml", StringComparison.Ordinal)))
            foreach (var relation in part.GetRelationships())
                Assert.True(package.PartExists(System.IO.Packaging.PackUriHelper.ResolvePartUri(part.Uri, relation.TargetUri)));
        Assert.EndsWith("/officeDocument", Assert.Single(package.GetRelationships()).RelationshipType, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_leads_to_nothing_is_refused()
        => Assert.Equal("file-is-damaged", MetadataStripper.Strip(WordFile.Of("<w:p/>", ("[Content_Types].xml", "<Types/>")),
            AttachedType.Docx).Failure?.Code);

    [Fact]
    public void The_archive_itself_tells_no_times_and_has_no_comments()
    {
        using var archive = new ZipArchive(new MemoryStream(Stripped(OfficeFile.Docx(), AttachedType.Docx)), ZipArchiveMode.Read);
        Assert.Empty(archive.Comment);
        Assert.All(archive.Entries,
            entry => Assert.Equal((1980, "", 0), (entry.LastWriteTime.Year, entry.Comment, entry.ExternalAttributes)));
    }

    [Fact]
    public void The_text_of_a_document_stays()
    {
        var file = OfficeFile.Docx(isReviewed: true);
        var after = Text(Stripped(file, AttachedType.Docx));
        Assert.Equal(Text(file), after);
        Assert.Contains(" 正文 & <内容> ", after, StringComparison.Ordinal);

        static string Text(byte[] file) => string.Concat(XElement.Parse(Encoding.UTF8.GetString(Zips.Entries(file)["word/document.xml"]),
            LoadOptions.PreserveWhitespace).Descendants(XName.Get("t", OfficeFile.Word)).Select(text => text.Value));
    }

    [Fact]
    public void The_text_of_a_sheet_keeps_its_line_ends()
        => Assert.Contains("张三\r\n李四", XElement.Parse(Encoding.UTF8.GetString(
            Zips.Entries(Stripped(OfficeFile.Xlsx(), AttachedType.Xlsx))["xl/worksheets/sheet1.xml"])).Value, StringComparison.Ordinal);

    [Fact]
    public void A_sheet_forgets_its_printer_and_keeps_its_paper()
    {
        var entries = Zips.Entries(Stripped(OfficeFile.Xlsx(), AttachedType.Xlsx));
        var sheet = Encoding.UTF8.GetString(entries["xl/worksheets/sheet1.xml"]);
        Assert.Contains("<pageSetup paperSize=\"9\" orientation=\"portrait\" />", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("AlternateContent", Encoding.UTF8.GetString(entries["xl/workbook.xml"]), StringComparison.Ordinal);
        Assert.Contains("readOnlyRecommended=\"1\"", Encoding.UTF8.GetString(entries["xl/workbook.xml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_changed_the_text_stays_named_and_nobody_else()
    {
        var entries = Zips.Entries(Stripped(OfficeFile.Docx(isReviewed: true), AttachedType.Docx));
        Assert.Contains("w:author=\"审阅人\"", Encoding.UTF8.GetString(entries["word/document.xml"]), StringComparison.Ordinal);
        var people = Encoding.UTF8.GetString(entries["word/people.xml"]);
        Assert.Contains("审阅人", people, StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED", people, StringComparison.Ordinal);
        Assert.DoesNotContain("word/people.xml", Zips.Entries(Stripped(OfficeFile.Docx(), AttachedType.Docx)).Keys);
    }

    [Fact]
    public void A_picture_within_is_stripped_and_other_parts_stay()
    {
        var entries = Zips.Entries(Stripped(OfficeFile.Docx(), AttachedType.Docx));
        Assert.Equal(Pictures.BareJpeg(6), entries["word/media/image1.jpeg"]);
        Assert.Contains("customXml/item1.xml", entries.Keys);
        Assert.DoesNotContain("[trash]/0000.dat", entries.Keys);
        Assert.Contains("descr=\"照片.jpg\"", Encoding.UTF8.GetString(entries["word/document.xml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_within_a_document_is_stripped_too()
    {
        var file = WithEmbedded(OfficeFile.Xlsx());
        Assert.False(Planted.IsIn(Stripped(file, AttachedType.Docx)));
        for (var depth = 0; depth < MetadataStripper.MaxDepth; depth++) file = WithEmbedded(file);
        Assert.Equal("nested-too-deep", MetadataStripper.Strip(file, AttachedType.Docx).Failure?.Code);
    }

    [Theory]
    [InlineData("word/../../x.xml", "entry-name-is-not-allowed")]
    [InlineData("WORD/DOCUMENT.XML", "entry-name-is-not-allowed")]
    public void A_package_that_programs_read_differently_is_refused(string name, string code)
        => Assert.Equal(code, MetadataStripper.Strip(OfficeFile.Docx(false, (name, [1])), AttachedType.Docx).Failure?.Code);

    [Fact]
    public void A_damaged_picture_is_named()
        => Assert.Contains("image1.jpeg", MetadataStripper.Strip(Rewritten(OfficeFile.Docx(), "word/media/image1.jpeg", [0xFF, 0xD8, 0xFF]),
            AttachedType.Docx).Failure?.Detail, StringComparison.Ordinal);

    [Fact]
    public void A_definition_of_a_document_type_is_refused()
        => Assert.NotNull(MetadataStripper.Strip(Rewritten(OfficeFile.Docx(), "word/document.xml",
            "<!DOCTYPE a [<!ENTITY e \"eeee\">]><a>&e;</a>"u8.ToArray()), AttachedType.Docx).Failure);

    private static byte[] WithEmbedded(byte[] file) => Rewritten(OfficeFile.Docx(false, ("word/embeddings/a.xlsx", file)),
        "word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(OfficeFile.Rels(("rId1", "image", "media/image1.jpeg"),
            ("rId9", "package", "embeddings/a.xlsx"))));

    private static byte[] Rewritten(byte[] file, string name, byte[] content)
        => Zips.Of([.. Zips.Entries(file).Select(entry => (entry.Key, entry.Key == name ? content : entry.Value))]);

    private static byte[] Of(AttachedType type)
        => type switch { AttachedType.Docx => OfficeFile.Docx(), AttachedType.Xlsx => OfficeFile.Xlsx(), _ => OfficeFile.Pptx() };

    private static byte[] Stripped(byte[] file, AttachedType type)
    {
        var outcome = MetadataStripper.Strip(file, type);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }

    private static HashSet<string> Errors(byte[] file, AttachedType type)
    {
        using var stream = new MemoryStream(file);
        using OpenXmlPackage package = type switch
        {
            AttachedType.Docx => WordprocessingDocument.Open(stream, false),
            AttachedType.Xlsx => SpreadsheetDocument.Open(stream, false),
            _ => PresentationDocument.Open(stream, false),
        };
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}")];
    }
}
