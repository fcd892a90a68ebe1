using System.Globalization;
using System.IO.Compression;
using System.Text;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Pdf;
using Xunit;

namespace Disclosure.Documents.Tests.Import.Pdf;

/// <summary>Makes PDFs of sheets. The font maps every code to the character of the same number and needs no outlines.</summary>
internal static class PdfFile
{
    private const string Map = """
        /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Same def /CMapType 2 def
        1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end
        """;

    public static ReadDocument Read(params Sheet[] sheets)
    {
        var outcome = PdfText.Read(Of(sheets));
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }

    public static string[] Lines(params Sheet[] sheets) => BodyText.Of(Read(sheets).Body).Split('\n');

    public static byte[] Of(params Sheet[] sheets)
    {
        using var file = new MemoryStream();
        var offsets = new SortedDictionary<int, long>();
        Write(file, "%PDF-1.7\n");
        Object(1, "<< /Type /Catalog /Pages 2 0 R >>");
        var pages = string.Join(' ', sheets.Select((_, index) => $"{8 + (2 * index)} 0 R"));
        Object(2, $"<< /Type /Pages /Kids [{pages}] /Count {sheets.Length} >>");
        Object(3, "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>");
        Object(4, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /FontDescriptor 5 0 R /DW 1000 /W [32 126 500] "
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
        Object(5, "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] "
            + "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 800 /StemV 80 >>");
        Object(6, $"<< /Length {Map.Length} >>\nstream\n{Map}\nendstream");
        Packed(7, "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\u007f");
        foreach (var (sheet, index) in sheets.Select((sheet, index) => (sheet, index)))
        {
            Object(8 + (2 * index), $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {sheet.Quarters * 90} "
                + $"/Contents {9 + (2 * index)} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /I1 7 0 R >> >> >>");
            Packed(9 + (2 * index), "<<", sheet.Content);
        }

        var xref = file.Position;
        Write(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets.Values) Write(file, string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        Write(file, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return file.ToArray();

        void Object(int number, string text)
        {
            offsets[number] = file.Position;
            Write(file, $"{number} 0 obj\n{text}\nendobj\n");
        }

        void Packed(int number, string dictionary, string text)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) Write(zlib, text);
            var data = Encoding.Latin1.GetString(packed.ToArray());
            Object(number, $"{dictionary} /Length {data.Length} /Filter /FlateDecode >>\nstream\n{data}\nendstream");
        }
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.Latin1.GetBytes(text));
}
