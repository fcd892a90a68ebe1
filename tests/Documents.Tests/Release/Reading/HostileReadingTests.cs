using System.Globalization;
using System.IO.Compression;
using System.Text;
using Disclosure.Documents.Release;
using Disclosure.Documents.Release.Reading;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Import.Pdf;
using Xunit;
using static Disclosure.Documents.Tests.Release.Reading.PackageFile;

namespace Disclosure.Documents.Tests.Release.Reading;

/// <summary>A file that asks for too much is unreadable with a sentence, in seconds; none is read in part without a word.</summary>
// One after the other: they are measured.
[Collection("hostile")]
public sealed class HostileReadingTests
{
    private const string Document = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";

    [Fact]
    public void Elements_nested_without_end()
        => Unreadable(Part($"{Document}{Repeated("<w:p>", 60_000)}{Repeated("</w:p>", 60_000)}</w:document>"),
        AttachedType.Docx);

    [Fact]
    public void An_entity_that_opens_a_file() => Unreadable(Part("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + Document
        + "<w:body>&x;</w:body></w:document>"), AttachedType.Docx);

    [Fact]
    public void More_text_than_is_read()
        => Unreadable(Part($"{Document}<w:p><w:r><w:t>{new string('甲', 21_000_000)}</w:t></w:r></w:p></w:document>"), AttachedType.Docx);

    [Fact]
    public void A_part_that_unpacks_to_more_than_is_read() => Unreadable(Large("word/document.xml", 450), AttachedType.Docx);

    [Fact]
    public void A_file_within_that_unpacks_to_more_than_is_held() => Unreadable(Large("a.txt", 70), AttachedType.Zip);

    [Fact]
    public void Attributes_without_end() => Unreadable(Part($"{Document}<w:p {string.Concat(Enumerable.Range(0, 1_000_000)
        .Select(index => $"a{index}=\"\" "))}/></w:document>"), AttachedType.Docx);

    [Fact]
    public void Entries_without_end()
    {
        Unreadable(Zip([.. Enumerable.Range(0, 11_000).Select(index => ($"{index}.xml", (byte[])[]))]), AttachedType.Docx);
        Unreadable(Zip([.. Enumerable.Range(0, 1_100).Select(index => ($"{index}.txt", (byte[])[]))]), AttachedType.Zip);
        // Each within its bound, all together beyond it.
        var inner = Zip([.. Enumerable.Range(0, 900).Select(index => ($"{index}.txt", (byte[])[]))]);
        Unreadable(Zip([.. Enumerable.Range(0, 20).Select(index => ($"{index}.zip", inner))]), AttachedType.Zip);
    }

    [Fact]
    public void Hidden_rows_and_columns_without_end()
    {
        var rows = string.Concat(Enumerable.Range(1, 30_000).Select(row
            => $"<row r=\"{row * 2}\" hidden=\"1\">{Cell($"A{row * 2}", "甲")}</row>"));
        Unreadable(Xlsx($"<sheetData>{rows}</sheetData>"), AttachedType.Xlsx);
        Unreadable(Xlsx("<cols>" + Repeated("<col min=\"1\" max=\"16384\" hidden=\"1\"/>", 200_000) + "</cols>"), AttachedType.Xlsx);
    }

    [Fact]
    public void Empty_cells_between_the_ends_of_rows() => Bounded(Xlsx("<sheetData>" + string.Concat(Enumerable.Range(1, 100_000)
        .Select(row => $"<row r=\"{row * 10}\">{Cell($"XFD{row * 10}", "甲")}</row>")) + "</sheetData>"), AttachedType.Xlsx);

    [Fact]
    public void Runs_and_their_settings_without_end() => Bounded(Part($"{Document}<w:p>{Repeated(
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>",
            200_000)}</w:p></w:document>"),
        AttachedType.Docx);

    [Fact]
    public void Boxes_within_boxes()
        => Bounded(Part($"{Document}{Repeated("<w:p><w:r><w:txbxContent>", 60)}<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
        + $"{Repeated("</w:txbxContent></w:r></w:p>", 60)}</w:document>"), AttachedType.Docx);

    [Theory]
    [InlineData("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>")]
    [InlineData("<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /First 3 0 R /Next 3 0 R /Title (a) >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")]
    [InlineData("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >> >>",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 12 >>\nstream\n/X Do /X Do "
            + "\nendstream")]
    public void Objects_that_hold_themselves(params string[] objects) => Bounded(Pdf(objects), AttachedType.Pdf);

    [Fact]
    public void Arrays_within_arrays() => Bounded(Pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        Repeated("[", 100_000) + Repeated("]", 100_000), "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"), AttachedType.Pdf);

    public static TheoryData<string> Whole() => ["docx", "xlsx", "pptx", "pdf", "zip", "jpeg"];

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_file_that_is_cut_or_changed_anywhere_is_read_refused_or_unreadable(string name)
    {
        var (file, type) = Sample(name);
        var random = new Random(20_261_130);
        for (var round = 0; round < 300; round++)
        {
            var broken = round % 2 == 0 ? file[..random.Next(1, file.Length)] : (byte[])file.Clone();
            for (var change = 0; change < round % 7; change++) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            var outcome = FileText.Read(broken, type);
            if (outcome.Value is { } reading)
                Assert.True(reading.Passages.Count > 0 || reading.Traits.Count > 0,
                    $"{name} {round}: nothing is said of a file that held something.");
        }
    }

    [Fact]
    public void A_damaged_part_is_unreadable_and_the_others_are_read()
    {
        var reading = Read.Planted(Zip(("word/document.xml",
            Bytes($"{Document}<w:p><w:r><w:t>{Read.Number}</w:t></w:r></w:p></w:document>")),
            ("word/header1.xml", Bytes($"{Document}<w:p>"))), AttachedType.Docx, "正文");
        Assert.Equal(["部件‘word/header1.xml’"], reading.Places(FileTraitKind.Unreadable));
    }

    [Fact]
    public void A_package_without_its_text_is_unreadable()
        => Assert.Contains("找不到正文", Read.Of(Zip(("word/other.xml", Bytes("<a>甲</a>"))), AttachedType.Docx)
            .Places(FileTraitKind.Unreadable));

    private static (byte[] File, AttachedType Type) Sample(string name) => name switch
    {
        "docx" => (Part($"{Document}<w:p><w:r><w:t>{Read.Number}</w:t></w:r></w:p></w:document>"), AttachedType.Docx),
        "xlsx" => (Xlsx(Rows("甲,乙", $"丙,{Read.Number}")), AttachedType.Xlsx),
        "pptx" => (Pptx(Read.Number), AttachedType.Pptx),
        "pdf" => (PdfFile.Of(new Sheet().Text(100, 700, Read.Number)), AttachedType.Pdf),
        "zip" => (Zip(("a.txt", Bytes(Read.Number))), AttachedType.Zip),
        _ => ([0xFF, 0xD8, 0xFF, 0xE0, 0, 7, .. "JFIF\0"u8, 0xFF, 0xDA, 0, 2, 1, 0xFF, 0xD9], AttachedType.Jpeg),
    };

    private static void Unreadable(byte[] file, AttachedType type)
        => Assert.Contains(FileTraitKind.Unreadable, Bounded(file, type)!.Traits.Select(trait => trait.Kind));

    private static FileReading? Bounded(byte[] file, AttachedType type)
    {
        var start = Environment.TickCount64;
        var outcome = FileText.Read(file, type);
        Assert.InRange(Environment.TickCount64 - start, 0, 6_000);
        return outcome.Value;
    }

    private static byte[] Part(string document) => Zip(("[Content_Types].xml", Bytes("<Types/>")), ("word/document.xml", Bytes(document)));

    private static byte[] Large(string name, int megabytes)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(Bytes("<a>"));
            var filler = Bytes(string.Concat(Enumerable.Repeat("<b/>", 256 * 1024)));
            for (var index = 0; index < megabytes; index++) entry.Write(filler);
            entry.Write(Bytes("</a>"));
        }

        return file.ToArray();
    }

    private static byte[] Pdf(params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var xref = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var index = 0; index < objects.Length; index++)
        {
            xref.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(xref).Append(CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Repeated(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
