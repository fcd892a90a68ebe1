using System.IO.Compression;
using System.Text;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Makes spreadsheets as the format defines them.</summary>
internal static class SheetFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>A workbook of sheets: name, state (null for one that is seen) and rows of texts.</summary>
    public static byte[] Of(params (string Name, string? State, string[][] Rows)[] sheets)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Part("[Content_Types].xml", $"""
                <Types xmlns="{Package}/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                {Each(number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" "
                    + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")}</Types>
                """);
            Part("_rels/.rels", $"""
                <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument"
                 Target="xl/workbook.xml"/></Relationships>
                """);
            Part("xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="{Package}/relationships">{Each(number => $"<Relationship Id=\"rId{number}\" "
                    + $"Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>")}</Relationships>
                """);
            Part("xl/workbook.xml", $"""
                <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{Each(number => $"<sheet name=\"{sheets[number - 1].Name}\" "
                    + $"sheetId=\"{number}\" {(sheets[number - 1].State is { } state ? $"state=\"{state}\" " : "")}r:id=\"rId{number}\"/>")}
                </sheets></workbook>
                """);
            for (var number = 1; number <= sheets.Length; number++)
                Part($"xl/worksheets/sheet{number}.xml",
                    $"<worksheet xmlns=\"{Main}\"><sheetData>{Rows(sheets[number - 1].Rows)}</sheetData></worksheet>");

            void Part(string name, string text)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();

        string Each(Func<int, string> words) => string.Concat(Enumerable.Range(1, sheets.Length).Select(words));
    }

    private static string Rows(string[][] rows) => string.Concat(rows.Select((cells, row) => $"<row r=\"{row + 1}\">"
        + string.Concat(cells.Select((cell, column)
            => $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))
        + "</row>"));
}
