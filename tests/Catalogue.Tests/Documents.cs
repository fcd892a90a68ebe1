using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Disclosure.Catalogue.Tests;

/// <summary>Makes files as the formats define them, well-behaved and otherwise.</summary>
internal static class Documents
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Docx(string body, string? styles = null) => Docx(stream => Write(stream, $"""
        <?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{Namespace}"
        """
        + $"""
         xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>
        """), styles);

    public static byte[] Docx(Action<Stream> body, string? styles = null)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            using (var part = archive.CreateEntry("word/document.xml").Open()) body(part);
            if (styles is not null)
            {
                using var part = archive.CreateEntry("word/styles.xml").Open();
                Write(part, $"<w:styles xmlns:w=\"{Namespace}\">{styles}</w:styles>");
            }
        }

        return file.ToArray();
    }

    public static string Paragraph(string text, string properties = "")
        => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static void Write(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>A page of Chinese text, letters of 16 points one em apart: a line is its distance from the left, from the bottom, and its
    /// text.</summary>
    public static byte[] Pdf(params (int X, int Y, string Text)[] lines)
        => PdfWithContent(string
        .Concat(lines.Select(line
        => $"BT /F1 16 Tf {line.X} {line.Y} Td <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line.Text))}> Tj ET\n")));

    /// <summary>One page with this content, compressed; its font maps every code to the character of the same number.</summary>
    public static byte[] PdfWithContent(string content)
    {
        const string map = """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Same def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end
            """;
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 8 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 7 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song "
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 1000 >>",
            "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] "
                + "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 800 /StemV 80 >>",
            $"<< /Length {map.Length} >>\nstream\n{map}\nendstream",
        ];
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write(file, "%PDF-1.7\n");
        foreach (var (text, index) in objects.Select((text, index) => (text, index)))
        {
            offsets.Add(file.Position);
            Write(file, $"{index + 1} 0 obj\n{text}\nendobj\n");
        }

        offsets.Add(file.Position);
        var packed = Deflated(content);
        Write(file, $"8 0 obj\n<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n");
        file.Write(packed);
        Write(file, "\nendstream\nendobj\n");
        var xref = file.Position;
        Write(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) Write(file, string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        Write(file, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return file.ToArray();
    }

    private static byte[] Deflated(string content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal)) Write(zlib, content);
        return packed.ToArray();
    }
}
