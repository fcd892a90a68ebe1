using System.IO.Compression;
using System.Text;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Makes DOCX files as the format defines them, well-behaved and otherwise.</summary>
internal static class WordFile
{
    private const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:o="urn:schemas-microsoft-com:office:office"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        """;

    /// <summary>A file with this text and parts beside it: <c>("numbering", "&lt;w:num…")</c>.</summary>
    public static byte[] Of(string body, params (string Name, string Content)[] parts)
        => Of(stream => Write(stream, Root("document", $"<w:body>{body}</w:body>")), parts);

    /// <summary>A file that is a whole package, as other programs demand it.</summary>
    public static byte[] Whole(string body) => Of(body, ("[Content_Types].xml", """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/word/document.xml"
         ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """), ("_rels/.rels", """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
         Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
         Target="word/document.xml"/></Relationships>
        """));

    public static byte[] Of(Action<Stream> document, params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            using (var part = archive.CreateEntry("word/document.xml").Open()) document(part);
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name.Contains('/', StringComparison.Ordinal) || name[0] == '[' ? name
                    : $"word/{name}.xml").Open();
                Write(part, content.StartsWith("<?", StringComparison.Ordinal) || name[0] == '['
                    || name.EndsWith(".rels", StringComparison.Ordinal) ? content
                    : Root(name switch { "header1" or "header2" => "hdr", "footer1" => "ftr", _ => name }, content));
            }
        }

        return file.ToArray();
    }

    /// <summary>Relations of the text: id, last word of the type, target.</summary>
    public static (string Name, string Content) Relations(params (string Id, string Type, string Target)[] relations)
        => ("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string
            .Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Target=\"{relation.Target}\" "
            + $"Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation.Type}\""
            + (relation.Type == "hyperlink" ? " TargetMode=\"External\"/>" : "/>")))
            + "</Relationships>");

    public static string Paragraph(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{Run(text)}</w:p>";

    public static string Run(string text, string properties = "")
        => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A paragraph of a list.</summary>
    public static string Numbered(string text, int level = 0, int list = 1)
        => Paragraph(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    /// <summary>A field of parts: instruction and result.</summary>
    public static string Field(string instruction, string? result = null)
        => $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r>"
        + (result is null ? "" : $"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}")
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    public static string Table(params string[] rows) => $"<w:tbl><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{Paragraph(text)}</w:tc>";

    public static void Write(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    private static string Root(string name, string content) => $"<w:{name} {Namespaces}>{content}</w:{name}>";
}
