using System.Text;
using Disclosure.Documents.Tests.Packages;

namespace Disclosure.Documents.Tests.Release.Stripping;

/// <summary>Makes Office files as the programs do, with everything that they put into them beside the content.</summary>
internal static class OfficeFile
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Microsoft = "http://schemas.microsoft.com/office/";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Slides = "http://schemas.openxmlformats.org/presentationml/2006/main";
    private const string SlideType = "application/vnd.openxmlformats-officedocument.presentationml.";

    /// <summary>A document with a picture; comments, changes and an author of them where it is asked for.</summary>
    public static byte[] Docx(bool isReviewed = false, params (string Name, byte[] Content)[] more) => Package("word/document.xml",
        WordType + "document.main+xml", [
            Xml("word/document.xml", $"""
                <w:document xmlns:w="{Word}" xmlns:r="{Relations[..^1]}"
                xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="{Drawing}"
                xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><!-- PLANTED --><w:body>
                <w:p w:rsidR="00PLANTED" w:rsidRDefault="00A1B2C3">
                <w:r w:rsidRPr="00A1B2C3"><w:t xml:space="preserve"> 正文 &amp; &lt;内容&gt; </w:t></w:r>{(isReviewed ? Changed : "")}<w:r>
                <w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="图片 1" descr="C:\Users\PLANTED\照片.jpg"/>
                <a:graphic>
                <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>
                <pic:cNvPr id="1" name="照片.jpg"/><pic:cNvPicPr/>
                </pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>
                <a:off x="0" y="0"/>
                <a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>
                </a:graphic></wp:inline>
                </w:drawing></w:r></w:p></w:body></w:document>
                """.ReplaceLineEndings(" ")),
            Xml("word/_rels/document.xml.rels", Rels(("rId1", "image", "media/image1.jpeg"), ("rId2", "settings", "settings.xml"),
                ("rId3", Microsoft + "2011/relationships/people", "people.xml"), ("rId4", "customXml", "../customXml/item1.xml"))),
            Xml("word/settings.xml", $"""
                <w:settings xmlns:w="{Word}" xmlns:r="{Relations[..^1]}"><w:attachedTemplate r:id="rId1"/><w:rsids>
                <w:rsidRoot w:val="00PLANTED"/>
                <w:rsid w:val="00PLANTED"/></w:rsids></w:settings>
                """),
            Xml("word/_rels/settings.xml.rels", Rels(("rId1", "attachedTemplate", "file:///C:/Users/PLANTED/Normal.dotm"))
                .Replace(".dotm\"", ".dotm\" TargetMode=\"External\"", StringComparison.Ordinal)),
            Xml("word/people.xml", """
                <w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="审阅人">
                <w15:presenceInfo w15:providerId="None"
                w15:userId="审阅人"/></w15:person><w15:person w15:author="PLANTED">
                <w15:presenceInfo w15:providerId="AD" w15:userId="PLANTED"/></w15:person></w15:people>
                """),
            ("word/media/image1.jpeg", Pictures.Jpeg()), Xml("customXml/item1.xml", "<kept xmlns=\"urn:kept\">内容</kept>"),
            ("[trash]/0000.dat", "PLANTED"u8.ToArray()), .. more],
        ("word/settings.xml", WordType + "settings+xml"), ("word/people.xml", WordType + "people+xml"));

    /// <summary>A workbook with the path it was saved at, a printer, and whoever reserved it.</summary>
    public static byte[] Xlsx() => Package("xl/workbook.xml", SheetType + "sheet.main+xml", [
        Xml("xl/workbook.xml", $"""
            <workbook xmlns="{Sheet}" xmlns:r="{Relations[..^1]}"
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15"
            xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">
            <fileSharing readOnlyRecommended="1" userName="PLANTED"/><workbookPr/>
            <mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\Users\PLANTED\"
            xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>
            <sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>
            """),
        Xml("xl/_rels/workbook.xml.rels", Rels(("rId1", "worksheet", "/xl/worksheets/sheet1.xml"))),
        Xml("xl/worksheets/sheet1.xml", $"""
            <worksheet xmlns="{Sheet}" xmlns:r="{Relations[..^1]}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>张三&#13;&#10;李四</t>
            </is></c></row></sheetData>
            <pageSetup paperSize="9" orientation="portrait" r:id="rId1"/></worksheet>
            """),
        Xml("xl/worksheets/_rels/sheet1.xml.rels", Rels(("rId1", "printerSettings", "../printerSettings/printerSettings1.bin"))),
        ("xl/printerSettings/printerSettings1.bin", Encoding.Unicode.GetBytes("PLANTED printer"))],
        ("xl/worksheets/sheet1.xml", SheetType + "worksheet+xml"),
        ("xl/printerSettings/printerSettings1.bin", SheetType + "printerSettings"));

    /// <summary>A presentation of one slide, with people who have left no comment.</summary>
    public static byte[] Pptx() => Package("ppt/presentation.xml", SlideType + "presentation.main+xml", [
        Xml("ppt/presentation.xml", $"""
            <p:presentation xmlns:p="{Slides}" xmlns:r="{Relations[..^1]}"><p:sldMasterIdLst/><p:sldIdLst><p:sldId id="256" r:id="rId1"/>
            </p:sldIdLst>
            <p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>
            """),
        Xml("ppt/_rels/presentation.xml.rels", Rels(("rId1", "slide", "slides/slide1.xml"),
            ("rId2", "commentAuthors", "commentAuthors.xml"),
            ("rId3", Microsoft + "2016/11/relationships/changesInfo", "changesInfos/changesInfo1.xml"))),
        Xml("ppt/slides/slide1.xml", $"""
            <p:sld xmlns:p="{Slides}" xmlns:a="{Drawing}"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/>
            </p:nvGrpSpPr><p:grpSpPr/>
            <p:sp><p:nvSpPr><p:cNvPr id="2" name="标题"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r>
            <a:t>标题 </a:t></a:r></a:p></p:txBody></p:sp>
            </p:spTree></p:cSld></p:sld>
            """),
        Xml("ppt/commentAuthors.xml", $"<p:cmAuthorLst xmlns:p=\"{Slides}\"><p:cmAuthor id=\"0\" name=\"PLANTED\" initials=\"P\" "
            + "lastIdx=\"1\" clrIdx=\"0\"/></p:cmAuthorLst>"),
        Xml("ppt/changesInfos/changesInfo1.xml", "<a>PLANTED</a>")],
        ("ppt/slides/slide1.xml", SlideType + "slide+xml"), ("ppt/commentAuthors.xml", SlideType + "commentAuthors+xml"),
        ("ppt/changesInfos/changesInfo1.xml", "application/vnd.ms-powerpoint.changesinfo+xml"));

    /// <summary>A package with properties and a preview.</summary>
    public static byte[] Package(string main, string type, (string Name, byte[] Content)[] parts, params (string Name, string Type)[] types)
        => Zips.Of([
            Xml("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
                + "<Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>"
                + string.Concat(types.Append((main, type))
                    .Append(("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
                    .Append(("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"))
                    .Append(("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"))
                    .Select(one => $"<Override PartName=\"/{one.Item1}\" ContentType=\"{one.Item2}\"/>")) + "</Types>"),
            Xml("_rels/.rels", Rels(("rId1", "officeDocument", main), ("rId2",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", "extended-properties", "docProps/app.xml"), ("rId4", "custom-properties", "docProps/custom.xml"),
                ("rId5", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg"))),
            Xml("docProps/core.xml", "<cp:coreProperties "
                + "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>PLANTED</dc:creator>"
                + "<cp:lastModifiedBy>PLANTED</cp:lastModifiedBy></cp:coreProperties>"),
            Xml("docProps/app.xml", "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                + "<Company>PLANTED</Company></Properties>"),
            Xml("docProps/custom.xml", "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>"),
            ("docProps/thumbnail.jpeg", Pictures.Jpeg()), .. parts]);

    public static string Rels(params (string Id, string Type, string Target)[] relations)
        => "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\""
            + (relation.Type.Contains(':', StringComparison.Ordinal) ? "" : Relations)
            + $"{relation.Type}\" Target=\"{relation.Target}\"/>")) + "</Relationships>";

    public static (string Name, byte[] Content) Xml(string name, string content)
        => Zips.Text(name, $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n{content}");

    private static string Changed => "<w:ins w:id=\"7\" w:author=\"审阅人\" w:date=\"2026-03-04T05:06:07Z\">"
        + "<w:r><w:t>增加的字</w:t></w:r></w:ins>";
}
