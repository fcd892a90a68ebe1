using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Import;
using Disclosure.Documents.Tests.Release.Hiding;
using Xunit;
using static Disclosure.Documents.Tests.Import.WordFile;

namespace Disclosure.Documents.Tests.Release.Reading;

/// <summary>Whatever a DOCX hides is read, wherever it hides.</summary>
public sealed class DocxReadingTests
{
    private const string Id = Read.Number;

    [Fact]
    public void The_text_is_read_with_numbers_that_runs_part()
        => Read.Planted(Docx($"<w:p>{Run(Id[..6])}{Run(Id[6..])}</w:p>"), AttachedType.Docx, "正文");

    [Theory]
    [InlineData("header1", "页眉")]
    [InlineData("footer1", "页脚")]
    [InlineData("footnotes", "脚注")]
    [InlineData("endnotes", "尾注")]
    [InlineData("comments", "批注")]
    public void So_are_the_texts_around_it(string part, string place)
        => Read.Planted(Docx(Paragraph("正文"), (part, part is "footnotes" or "endnotes" or "comments"
            ? $"<w:{part[..^1]} w:id=\"1\">{Paragraph(Id)}</w:{part[..^1]}>" : Paragraph(Id))), AttachedType.Docx, place);

    [Fact]
    public void A_comment_is_told() => Assert.Contains(FileTraitKind.Comment, Read.Of(Docx(Paragraph("正文"),
        ("comments", $"<w:comment w:id=\"1\">{Paragraph("请核实")}</w:comment>")), AttachedType.Docx).Traits.Select(trait => trait.Kind));

    [Fact]
    public void Hidden_text_is_read_and_told()
        => Read.Planted(Docx($"<w:p>{Run("身份证")}{Run(Id, "<w:vanish/>")}</w:p>"), AttachedType.Docx, "含隐藏文字", FileTraitKind.Hidden);

    [Fact]
    public void So_is_what_a_style_hides() => Read.Planted(Docx($"<w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr>{Run(Id)}</w:p>",
        ("styles", "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:rPr><w:vanish/></w:rPr></w:style>")), AttachedType.Docx, "含隐藏文字",
        FileTraitKind.Hidden);

    [Fact]
    public void A_number_that_hidden_text_parts_is_seen_as_people_see_it()
        => Read.Planted(Docx($"<w:p>{Run(Id[..6])}{Run("甲", "<w:vanish/>")}{Run(Id[6..])}</w:p>"), AttachedType.Docx, "正文");

    [Fact]
    public void Deleted_text_is_read_as_it_was_and_told() => Read.Planted(
        Docx($"<w:p>{Run(Id[..6])}<w:del w:author=\"a\"><w:r><w:delText>{Id[6..]}</w:delText></w:r></w:del></w:p>"), AttachedType.Docx,
        "修订前", FileTraitKind.TrackedChange);

    [Fact]
    public void Inserted_text_is_told() => Read.Planted(Docx($"<w:p><w:ins w:author=\"a\">{Run(Id)}</w:ins></w:p>"), AttachedType.Docx,
        "正文",
        FileTraitKind.TrackedChange);

    [Theory]
    [InlineData("<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice>"
        + "</mc:AlternateContent></w:r></w:p>")]
    [InlineData("<w:p><w:r><mc:AlternateContent><mc:Fallback><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></mc:Fallback>"
        + "</mc:AlternateContent></w:r></w:p>")]
    public void Boxes_are_read_in_both_their_forms(string form)
        => Read.Planted(Docx(form.Replace("{0}", Paragraph(Id), StringComparison.Ordinal)), AttachedType.Docx, "文本框");

    [Theory]
    [InlineData("<wp:docPr id=\"1\" name=\"x\" descr=\"{0}\"/>")]
    [InlineData("<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText=\"张三{0}\" w:value=\"1\"/></w:dropDownList></w:sdtPr></w:sdt>")]
    [InlineData("<v:shape><v:textpath string=\"{0}\"/></v:shape>")]
    [InlineData("<w:unknown w:val=\"{0}\"/>")]
    public void Attributes_are_read(string form)
        => Read.Planted(Docx($"<w:p><w:r>{form.Replace("{0}", Id, StringComparison.Ordinal)}</w:r></w:p>"), AttachedType.Docx, "说明");

    [Fact]
    public void Instructions_of_fields_are_read_and_those_that_fetch_are_told() => Read.Planted(
        Docx($"<w:p>{Field($"INCLUDEPICTURE \"C:\\\\{Id}.png\"", Run("图"))}</w:p>"), AttachedType.Docx, "域代码", FileTraitKind.ExternalData);

    [Fact]
    public void Addresses_outside_are_read_and_only_those_that_programs_open_are_told()
    {
        var file = Docx(Paragraph("文"), Relations(("rId1", "hyperlink", $"http://a.example/{Id}")));
        Assert.Empty(Read.Planted(file, AttachedType.Docx, "链接").Traits);
        var template = Docx(Paragraph("文"), ("word/_rels/settings.xml.rels", PackageFile.Relations(
            "<Relationship Id=\"rId1\" Type=\"x/attachedTemplate\" TargetMode=\"External\" Target=\"file:///C:/a.dotm\"/>")));
        Assert.Single(Read.Of(template, AttachedType.Docx).Places(FileTraitKind.ExternalData));
    }

    [Theory]
    [InlineData("word/charts/chart1.xml", "<c:chartSpace xmlns:c=\"c\"><c:pt><c:v>{0}</c:v></c:pt></c:chartSpace>", "图表")]
    [InlineData("word/diagrams/data1.xml",
        "<d:dataModel xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:p><a:r><a:t>{0}</a:t></a:r></a:p></d:dataModel>",
            "SmartArt")]
    [InlineData("word/glossary/document.xml",
        "<w:glossaryDocument xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        + "<w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:glossaryDocument>", "构建基块")]
    [InlineData("customXml/item1.xml", "<a><b>{0}</b></a>", "customXml/item1.xml")]
    [InlineData("word/settings.xml", "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        + "<w:docVars><w:docVar w:name=\"a\" w:val=\"{0}\"/></w:docVars></w:settings>", "word/settings.xml")]
    [InlineData("anything", "<a><!-- {0} --></a>", "anything")]
    [InlineData("word/media/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>{0}</text></svg>", "矢量图")]
    public void Every_other_part_is_read(string part, string form, string place)
        => Read.Planted(WordFile.Of(Paragraph("文"), (part.Contains('/', StringComparison.Ordinal) ? part : $"x/{part}",
            "<?xml version=\"1.0\"?>" + form.Replace("{0}", Id, StringComparison.Ordinal))), AttachedType.Docx, place);

    [Fact]
    public void A_table_is_read_as_rows_of_cells_and_a_mark_in_a_cell_is_one()
    {
        var reading = Read.Of(Docx(Table(Row(Cell("姓名"), Cell("电话")), Row(Cell("张三"), Cell("机密★1年")))), AttachedType.Docx);
        Assert.Contains("姓名 \t电话 \t\n", reading.Passages[0].Text, StringComparison.Ordinal);
        Assert.Contains(Read.Judge(reading), finding => finding.Kind == ReleaseKind.SecrecyMark);
        var lines = Docx(Table(Row($"<w:tc>{Paragraph("甲")}{Paragraph("机密")}</w:tc>", Cell("乙"))));
        Assert.Contains(Read.Judge(Read.Of(lines, AttachedType.Docx)), finding => finding.Kind == ReleaseKind.SecrecyMark);
    }

    [Theory]
    [InlineData("word/embeddings/oleObject1.bin", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 1, 2 })]
    [InlineData("word/vbaProject.bin", new byte[] { 1, 2, 3 })]
    [InlineData("word/afchunk.rtf", new byte[] { (byte)'{', (byte)'\\', (byte)'r' })]
    public void What_cannot_be_read_blocks_by_its_name(string part, byte[] content)
    {
        var file = PackageFile.Zip(("word/document.xml", Document), (part, content));
        var reading = Read.Of(file, AttachedType.Docx);
        Assert.Contains(part, Assert.Single(reading.Places(FileTraitKind.Unreadable)), StringComparison.Ordinal);
        Assert.Contains(Read.Judge(reading), finding => finding is { Kind: ReleaseKind.Unreadable, Level: ReleaseLevel.Block });
    }

    [Fact]
    public void A_file_within_is_read_and_told() => Read.Planted(PackageFile.Zip(("word/document.xml", Document),
        ("word/embeddings/a.xlsx", PackageFile.Xlsx(PackageFile.Rows(Id)))), AttachedType.Docx, "内嵌文件", FileTraitKind.Embedded);

    [Fact]
    public void Pictures_are_told_and_fonts_are_not()
    {
        var reading = Read.Of(PackageFile.Zip(("word/document.xml", Document), ("word/media/a.emf", [0xD7, 0xCD, 0xC6, 0x9A]),
            ("word/fonts/a.odttf", [1, 2, 3]), ("word/_rels/fontTable.xml.rels", PackageFile.Bytes(Relations(("rId1", "font",
            "fonts/a.odttf")).Content))), AttachedType.Docx);
        Assert.Equal([new FileTrait(FileTraitKind.Picture, "文中图片")], reading.Traits);
    }

    [Theory]
    [InlineData("<cp:coreProperties xmlns:cp=\"c\"><cp:lastModifiedBy>张三</cp:lastModifiedBy></cp:coreProperties>", true)]
    [InlineData("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
        + "<Company>某局</Company></Properties>",
        true)]
    [InlineData("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
        + "<Pages>3</Pages></Properties>",
        false)]
    [InlineData("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\">"
        + "<a><i4>3</i4></a></Properties>", true)]
    public void Properties_that_tell_of_people_are_told(string part, bool isTold) => Assert.Equal(isTold,
        Read.Of(WordFile.Of(Paragraph("文"),
        ("docProps/x.xml", "<?xml version=\"1.0\"?>" + part)), AttachedType.Docx).Places(FileTraitKind.Properties).Any());

    [Fact]
    public void A_signature_is_told_and_is_no_finding()
    {
        var reading = Read.Of(WordFile.Of(Paragraph("文"), ("_rels/.rels",
            PackageFile.Relations($"<Relationship Id=\"r1\" Type=\"{Hidden.Signed}origin\" Target=\"_xmlsignatures/o.sigs\"/>")),
            ("_xmlsignatures/o.sigs", "<?xml version=\"1.0\"?><a/>"), ("_xmlsignatures/_rels/o.sigs.rels",
            PackageFile.Relations($"<Relationship Id=\"r1\" Type=\"{Hidden.Signed}signature\" Target=\"sig1.xml\"/>")),
            ("_xmlsignatures/sig1.xml", "<?xml version=\"1.0\"?>" + Hidden.Signature)), AttachedType.Docx);
        Assert.Equal(FileTraitKind.Signature, Assert.Single(reading.Traits).Kind);
        Assert.Empty(Read.Judge(reading));
    }

    private static byte[] Document => PackageFile.Bytes(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body/></w:document>");

    private static byte[] Docx(string body, params (string Name, string Content)[] parts) => WordFile.Of(body, parts);
}
