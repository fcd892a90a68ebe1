using System.Globalization;
using System.Text;

namespace Disclosure.Documents.Tests.Release.Stripping;

/// <summary>Makes PDFs of objects that are written down, with a table of the old kind.</summary>
internal static class RawPdf
{
    /// <summary>Objects from 1, of which the first is the root, in Latin-1.</summary>
    public static byte[] Of(params string[] objects) => Append([], objects.Index().Select(one => (one.Index + 1, one.Item)), "", 0);

    /// <summary>A page with everything that programs put into a file beside what is shown, and an older revision.</summary>
    public static byte[] Full()
    {
        var photograph = Encoding.Latin1.GetString(Pictures.Jpeg());
        var file = Append([], new Dictionary<int, string>
        {
            [1] = "<< /Type /Catalog /Pages 2 0 R >>",
            [2] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            [3] = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
            [4] = Stream("(PLANTED old text) Tj"),
            [5] = "<< /Author (PLANTED) /Producer (PLANTED) >>",
        }.Select(one => (one.Key, one.Value)), "/Info 5 0 R /ID [(PLANTED) (PLANTED)]", 0);
        return Append(file, new Dictionary<int, string>
        {
            [1] = "<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /PieceInfo << /A << /Private (PLANTED) >> >> /OpenAction 7 0 R "
                + "/AA << /WC 7 0 R >> /Names << /JavaScript << /Names [(a) 7 0 R] >> /EmbeddedFiles << /Names [(kept) 13 0 R] >> >> "
                + "/Outlines << /First 15 0 R >> >>",
            [3] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.2756 841.88976] /Contents 4 0 R /Thumb 8 0 R /Metadata 6 0 R "
                + "/PieceInfo << /B (PLANTED) >> /LastModified (D:PLANTED) /AA << /O 7 0 R >> /Annots [10 0 R 11 0 R] "
                + "/Resources << /Font << /AA 9 0 R >> /XObject << /Thumb 12 0 R >> >> >>",
            [4] = Stream("BT /AA 20 Tf 72 700 Td (Kept text) Tj ET /Thumb Do"),
            [6] = Stream("<x:xmpmeta>PLANTED</x:xmpmeta>", "/Type /Metadata /Subtype /XML"),
            [7] = "<< /S /J#61vaScript /JS (PLANTED) >>",
            [8] = Stream("PLANTED"),
            [9] = "<< /Type /Font /Subtype /Type1 /BaseFont /#CB#CE#CC#E5 >>",
            [10] = "<< /Type /Annot /Subtype /Link /Rect [0 0 1 1] /A << /S /Launch /F (PLANTED.exe) >> >>",
            [11] = "<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /T (Commentator) /Contents (Comment \\(kept\\)) "
                + "/A << /S /URI /URI (kept:) /Next [7 0 R] >> >>",
            [12] = $"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/DCTDecode] "
                + $"/Metadata 6 0 R /Length {photograph.Length} >>\nstream\n{photograph}\nendstream",
            [13] = "<< /Type /Filespec /F (kept.txt) /EF << /F 14 0 R >> >>",
            [14] = Stream("kept file", "/Type /EmbeddedFile"),
            [15] = "<< /Title <FEFF6807987F> /A 7 0 R >>",
            [16] = "<< /Unreachable (PLANTED) >>",
        }.Select(one => (one.Key, one.Value)), "/Info 5 0 R", LastTable(file));
    }

    public static string Stream(string content, string entries = "")
        => string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {content.Length} >>\nstream\n{content}\nendstream");

    private static byte[] Append(byte[] before, IEnumerable<(int Number, string Text)> objects, string trailer, int previous)
    {
        var text = new StringBuilder(before.Length == 0 ? "%PDF-1.4\n% PLANTED\n" : Encoding.Latin1.GetString(before));
        var rows = new StringBuilder();
        var size = 0;
        foreach (var (number, value) in objects)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{number} 1\n{text.Length:D10} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{value}\nendobj\n");
            size = Math.Max(size, number + 1);
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 1\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R {trailer}");
        if (previous > 0) text.Append(CultureInfo.InvariantCulture, $" /Prev {previous}");
        return Encoding.Latin1.GetBytes(text.Append(CultureInfo.InvariantCulture, $" >>\nstartxref\n{table}\n%%EOF\n").ToString());
    }

    private static int LastTable(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        return int.Parse(text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0],
            CultureInfo.InvariantCulture);
    }
}
