using System.Diagnostics;
using System.Globalization;
using System.Text;
using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Import.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Xunit;

namespace Disclosure.Documents.Tests.Release.Stripping;

/// <summary>A PDF shows the same pages, and tells neither who made it nor what stood in it before; nothing in it runs.</summary>
public sealed class PdfTests
{
    public static TheoryData<string> Files() => [.. Made().Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_pages_stay_as_two_libraries_read_them(string name)
    {
        var file = Made()[name];
        var stripped = Stripped(file);
        Assert.Equal(Pages(file), Pages(stripped));
        using var opened = PdfSharp.Pdf.IO.PdfReader.Open(new MemoryStream(stripped), PdfSharp.Pdf.IO.PdfDocumentOpenMode.Import);
        using var pages = PdfDocument.Open(file);
        Assert.Equal(pages.NumberOfPages, opened.PageCount);
    }

    [Fact]
    public void Nothing_of_what_was_planted_is_found()
    {
        Assert.True(Planted.IsIn(RawPdf.Full()));
        var stripped = Stripped(RawPdf.Full());
        Assert.False(Planted.IsIn(stripped));
        var text = All(stripped);
        Assert.DoesNotContain("JavaScript", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Launch", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/AA <<", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/Info", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BT /AA 20 Tf 72 700 Td (Kept text) Tj ET /Thumb Do")]
    [InlineData("/BaseFont /#CB#CE#CC#E5")]
    [InlineData("[0 0 595.2756 841.88976 ]")]
    [InlineData("/Font <</AA ")]
    [InlineData("/XObject <</Thumb ")]
    [InlineData("(Comment \\(kept\\))")]
    [InlineData("/T (Commentator)")]
    [InlineData("/S /URI /URI (kept:)")]
    [InlineData("kept file")]
    [InlineData("/Title <FEFF6807987F>")]
    public void What_people_see_stays_as_it_was_written(string kept)
        => Assert.Contains(kept, All(Stripped(RawPdf.Full())), StringComparison.Ordinal);

    [Fact]
    public void A_photograph_within_is_stripped()
        => Assert.Contains(Encoding.Latin1.GetString(Pictures.BareJpeg(1)), All(Stripped(RawPdf.Full())), StringComparison.Ordinal);

    [Fact]
    public void The_same_content_gives_the_same_file_whatever_was_said_of_it()
    {
        var other = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(RawPdf.Full())
            .Replace("PLANTED", "planted", StringComparison.Ordinal));
        Assert.Equal(Stripped(RawPdf.Full()), Stripped(other));
    }

    [Fact]
    public void A_signed_one_is_released_as_it_is()
    {
        var signed = Signed(form: true, length: null);
        Assert.Same(signed, MetadataStripper.Strip(signed, AttachedType.Pdf).Value);
        // What a reader of documents adds behind the signature leaves it whole.
        byte[] later = [.. signed, .. "6 0 obj\n<</Later 1>>\nendobj\n%%EOF\n"u8];
        Assert.Same(later, MetadataStripper.Strip(later, AttachedType.Pdf).Value);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, 3)]
    [InlineData(true, 999_999)]
    public void One_that_only_claims_a_signature_is_stripped(bool form, int? length)
    {
        var claimed = Signed(form, length);
        Assert.DoesNotContain("PLANTED", All(Stripped(claimed)), StringComparison.Ordinal);
    }

    /// <summary>A file whose signature covers all of it, or says another length; its form names it, or another key.</summary>
    private static byte[] Signed(bool form, int? length)
    {
        const string place = "0000000001 0000000002 0000000003";
        var file = Encoding.Latin1.GetString(RawPdf.Of("<< /Type /Catalog /Pages 2 0 R /PieceInfo (PLANTED) "
                + (form ? "/AcroForm << /SigFlags 3 /Fields [4 0 R] >> >>" : "/Foo 5 0 R >>"),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
            "<< /FT /Sig /Kids [<< /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /V 5 0 R >>] >>",
            $"<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 {place}] /Contents <3080> >>"));
        var gap = file.IndexOf("<3080>", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(file.Replace(place, $"{gap:D10} {gap + 6:D10} {length ?? file.Length - gap - 6:D10}",
            StringComparison.Ordinal));
    }

    [Fact]
    public void An_encrypted_one_is_refused()
    {
        var file = Encoding.Latin1.GetString(RawPdf.Full()).Replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 5 0 R", StringComparison.Ordinal);
        var failure = MetadataStripper.Strip(Encoding.Latin1.GetBytes(file), AttachedType.Pdf).Failure;
        Assert.Equal("file-is-encrypted", failure?.Code);
        Assert.Contains("去掉密码", failure!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("startxref", "startnone")]
    [InlineData("trailer", "traiIer")]
    [InlineData("0000000019 00000 n", "0000000020 00000 n")]
    public void A_table_that_is_wrong_is_made_anew(string said, string wrong)
    {
        var file = Encoding.Latin1.GetString(RawPdf.Of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R >>", RawPdf.Stream("0 0 m")));
        Assert.Contains(said, file, StringComparison.Ordinal);
        var stripped = Stripped(Encoding.Latin1.GetBytes(file.Replace(said, wrong, StringComparison.Ordinal)));
        Assert.Equal(Pages(Encoding.Latin1.GetBytes(file)), Pages(stripped));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n0\n%%EOF")]
    [InlineData("%PDF-1.7\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF")]
    [InlineData("no PDF")]
    public void What_is_no_PDF_is_told_how_to_be_saved_anew(string file)
    {
        var failure = MetadataStripper.Strip(Encoding.Latin1.GetBytes(file), AttachedType.Pdf).Failure;
        Assert.Equal("file-is-damaged", failure?.Code);
        Assert.Contains("打印为 PDF", failure!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", "", "file-is-too-complex")]
    [InlineData("<<", "", "file-is-too-complex")]
    [InlineData("<< /A (", "", "file-is-too-complex")]
    [InlineData("(", ")", "file-is-too-complex")]
    public void Objects_within_each_other_are_refused_soon(string open, string close, string code)
    {
        const int count = 200_000;
        var text = new StringBuilder("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Kept [");
        for (var number = 3; number < count; number++) text.Append(CultureInfo.InvariantCulture, $"{number} 0 R ");
        text.Append("] >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] >>\nendobj\n");
        for (var number = 3; number < count; number++) text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj {open}");
        for (var number = 3; number < count; number++) text.Append(close);
        var watch = Stopwatch.StartNew();
        var failure = MetadataStripper.Strip(Encoding.Latin1.GetBytes(text.ToString()), AttachedType.Pdf).Failure;
        Assert.True(failure?.Code == code || failure?.Code == "file-is-damaged");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Thousands_of_objects_that_share_one_large_stream_are_refused()
    {
        var stream = new string('a', 4_000_000);
        var text = new StringBuilder("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Kept [");
        foreach (var number in Enumerable.Range(3, 5_000)) text.Append(CultureInfo.InvariantCulture, $"{number} 0 R ");
        text.Append("] >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] >>\nendobj\n");
        foreach (var number in Enumerable.Range(3, 5_000)) text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< >> stream\n");
        text.Append(stream).Append("endstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n");
        var watch = Stopwatch.StartNew();
        var failure = MetadataStripper.Strip(Encoding.Latin1.GetBytes(text.ToString()), AttachedType.Pdf).Failure;
        Assert.Equal("file-is-too-complex", failure?.Code);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    internal static byte[] Stripped(byte[] file)
    {
        var outcome = MetadataStripper.Strip(file, AttachedType.Pdf);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }

    private static Dictionary<string, byte[]> Made() => new()
    {
        ["sheets"] = PdfFile.Of(new Sheet().Text(100, 700, "关于公开的通知"), new Sheet { Quarters = 1 }.Text(100, 700, "第二页")),
        ["built"] = Built(),
        ["drawn"] = Drawn(),
        ["raw"] = RawPdf.Full(),
    };

    private static byte[] Built()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var page = 0; page < 3; page++)
            builder.AddPage(PageSize.A4).AddText($"Page {page}", 12, new UglyToad.PdfPig.Core.PdfPoint(25, 700), font);
        builder.DocumentInformation.Author = "PLANTED";
        return builder.Build();
    }

    /// <summary>With packed objects, as PDFsharp writes them.</summary>
    private static byte[] Drawn()
    {
        using var document = new PdfSharp.Pdf.PdfDocument();
        document.Info.Author = "PLANTED";
        for (var page = 0; page < 2; page++)
        {
            using var drawing = PdfSharp.Drawing.XGraphics.FromPdfPage(document.AddPage());
            drawing.DrawRectangle(PdfSharp.Drawing.XBrushes.Black, 10, 10, 50 + page, 50);
        }

        using var output = new MemoryStream();
        document.Save(output);
        return output.ToArray();
    }

    private static List<string> Pages(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        return [.. document.GetPages().Select(page => string.Create(CultureInfo.InvariantCulture,
            $"{page.Width} {page.Height} {page.Rotation.Value} {page.Text} {page.Paths.Count} {page.NumberOfImages}"))];
    }

    /// <summary>The bytes and what is packed in them.</summary>
    private static string All(byte[] file)
        => Encoding.Latin1.GetString([.. file, .. Planted.Streams(file).SelectMany(stream => stream)]);
}
