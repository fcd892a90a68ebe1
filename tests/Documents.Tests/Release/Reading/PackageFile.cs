using System.IO.Compression;
using System.Text;

namespace Disclosure.Documents.Tests.Release.Reading;

/// <summary>Makes packages and archives part by part.</summary>
internal static class PackageFile
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Slides = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }

        return file.ToArray();
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A workbook with one sheet of this content, and parts beside it.</summary>
    public static byte[] Xlsx(string sheet, params (string Name, string Content)[] parts) => Workbook("", "", sheet, parts);

    public static byte[] Workbook(string state, string names, string sheet, params (string Name, string Content)[] parts) => Zip(
    [
        ("[Content_Types].xml", Bytes("<Types/>")),
        ("_rels/.rels", Bytes(Relations("<Relationship Id=\"rId1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/>"))),
        ("xl/workbook.xml", Bytes($"<workbook xmlns=\"{Main}\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
            + $"<sheet name=\"名单\" sheetId=\"1\" {state} r:id=\"rId1\"/></sheets><definedNames>{names}</definedNames></workbook>")),
        ("xl/_rels/workbook.xml.rels",
            Bytes(Relations("<Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"))),
        ("xl/worksheets/sheet1.xml", Bytes($"<worksheet xmlns=\"{Main}\">{sheet}</worksheet>")),
        .. parts.Select(part => (part.Name, Bytes(part.Content))),
    ]);

    public static string Relations(string relations)
        => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>";

    /// <summary>Rows of cells with strings of their own.</summary>
    public static string Rows(params string[] rows) => "<sheetData>" + string.Concat(rows.Select((row, index) => $"<row r=\"{index + 1}\">"
        + string.Concat(row.Split(',').Select((cell, column) => Cell($"{(char)('A' + column)}{index + 1}", cell))) + "</row>"))
            + "</sheetData>";

    public static string Cell(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    /// <summary>A presentation with one slide of this text, and parts beside it.</summary>
    public static byte[] Pptx(string slide, string attributes = "", params (string Name, string Content)[] parts) => Zip(
    [
        ("[Content_Types].xml", Bytes("<Types/>")),
        ("_rels/.rels", Bytes(Relations("<Relationship Id=\"rId1\" Type=\"x/officeDocument\" Target=\"ppt/presentation.xml\"/>"))),
        ("ppt/presentation.xml", Bytes($"<p:presentation {Slides}>"
            + "<p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst></p:presentation>")),
        ("ppt/_rels/presentation.xml.rels", Bytes(Relations("<Relationship Id=\"rId1\" Type=\"x/slide\" Target=\"slides/slide1.xml\"/>"))),
        ("ppt/slides/slide1.xml", Bytes(Slide("sld", slide, attributes))),
        .. parts.Select(part => (part.Name, Bytes(part.Content))),
    ]);

    public static string Slide(string root, string text, string attributes = "")
        => $"<p:{root} {Slides} {attributes}><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
        + $"</p:spTree></p:cSld></p:{root}>";
}
