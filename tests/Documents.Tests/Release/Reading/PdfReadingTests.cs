using System.Globalization;
using System.Text;
using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Import.Pdf;
using Xunit;

namespace Disclosure.Documents.Tests.Release.Reading;

/// <summary>Whatever a PDF holds is read: what a page shows, what it does not, and what lies beside its pages.</summary>
public sealed class PdfReadingTests
{
    private const string Id = Read.Number;

    [Fact]
    public void Pages_are_read() => Assert.Empty(Read.Planted(Pdf(Text(Id)), AttachedType.Pdf, "第 1 页").Traits);

    [Theory]
    [InlineData("3 Tr ", 100, 700)]
    [InlineData("", 5000, 700)]
    [InlineData("", -300, -300)]
    [InlineData("1 1 1 rg ", 100, 700)]
    public void So_is_what_nobody_sees_on_them(string setting, int x, int y)
        => Read.Planted(Pdf(Text("Shown") + " " + Text(Id, x, y, setting)), AttachedType.Pdf, "第 1 页");

    [Fact]
    public void So_is_what_a_bar_covers() => Read.Planted(Pdf(Text(Id) + " 0 g 90 690 400 30 re f"), AttachedType.Pdf, "第 1 页");

    [Theory]
    [InlineData("/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ({0}) >>]", "批注", FileTraitKind.Comment)]
    [InlineData("/Annots [<< /Type /Annot /Subtype /Highlight /Rect [0 0 9 9] /QuadPoints [0 0 9 0 0 9 9 9] /RC ({0}) >>]", "书签、表单、批注",
        FileTraitKind.Comment)]
    [InlineData("/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V ({0}) /Rect [0 0 9 9] >>]", "书签、表单、批注", null)]
    [InlineData("/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (tel:{0}) >> >>]", "书签、表单、批注", null)]
    public void Annotations_and_values_of_forms_are_read(string page, string place, FileTraitKind? trait)
        => Read.Planted(Pdf(Text("Shown"), page.Replace("{0}", Id, StringComparison.Ordinal)), AttachedType.Pdf, place, trait);

    [Theory]
    [InlineData("<< /Title ({0}) >>", "书签、表单、批注", null)]
    [InlineData("<< /S /JavaScript /JS (var a = \"{0}\") >>", "书签、表单、批注", null)]
    [InlineData("<< /Type /StructElem /ActualText <FEFF{1}> >>", "书签、表单、批注", null)]
    [InlineData("<< /Type /Metadata /Subtype /XML /Length {2} >>\nstream\n<x><creator>{0}</creator></x>\nendstream", "XMP",
        FileTraitKind.Properties)]
    [InlineData("<< /Type /EmbeddedFile /Length 18 >>\nstream\n{0}\nendstream", "内嵌文件", FileTraitKind.Embedded)]
    public void Every_other_object_is_read(string form, string place, FileTraitKind? trait)
    {
        var hex = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Id));
        var length = (Id.Length + "<x><creator></creator></x>".Length).ToString(CultureInfo.InvariantCulture);
        Read.Planted(Pdf(Text("Shown"), "", "", form.Replace("{0}", Id, StringComparison.Ordinal).Replace("{1}", hex,
            StringComparison.Ordinal)
            .Replace("{2}", length, StringComparison.Ordinal)), AttachedType.Pdf, place, trait);
    }

    [Fact]
    public void Properties_are_read_and_told() => Read.Planted(Pdf(Text("Shown"), "", "/Info 6 0 R", $"<< /Author ({Id}) >>"),
        AttachedType.Pdf,
        "文档属性", FileTraitKind.Properties);

    [Theory]
    [InlineData("<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>", FileTraitKind.Signature)]
    [InlineData("<< /D << /OFF [3 0 R] >> >>", FileTraitKind.Hidden)]
    [InlineData("<< /S /Launch /F (a.exe) >>", FileTraitKind.ExternalData)]
    [InlineData("<< /XFA [(a) 3 0 R] >>", FileTraitKind.Unreadable)]
    [InlineData("<< /Type /EmbeddedFile /Length 4 >>\nstream\n\u00d0\u00cf\u0011\u00e0\nendstream", FileTraitKind.Unreadable)]
    public void What_else_is_in_it_is_told(string form, FileTraitKind trait)
        => Assert.Contains(trait, Read.Of(Pdf(Text("Shown"), "", "", form), AttachedType.Pdf).Traits.Select(found => found.Kind));

    [Fact]
    public void A_page_of_a_picture_alone_is_scanned_and_one_with_text_has_a_picture()
    {
        const string picture = "q 200 0 0 200 0 0 cm /I1 Do Q";
        Assert.Equal([new FileTrait(FileTraitKind.ScannedPage, "第 1 页")], Read.Of(Pdf(picture), AttachedType.Pdf).Traits);
        Assert.Equal([new FileTrait(FileTraitKind.Picture, "第 1 页")], Read.Of(Pdf(Text("Shown") + picture), AttachedType.Pdf).Traits);
        Assert.Equal([new FileTrait(FileTraitKind.ScannedPage, "第 1 页")], Read.Of(Pdf("0 0 m 9 9 l 9 0 l f"), AttachedType.Pdf).Traits);
    }

    [Fact]
    public void A_version_before_the_last_change_is_read_and_told()
    {
        var earlier = Pdf(Text(Id));
        var later = Encoding.Latin1.GetString(Pdf(Text("Shown")));
        var at = later.IndexOf("5 0 obj", StringComparison.Ordinal);
        var content = later[at..(later.IndexOf("endobj", at, StringComparison.Ordinal) + 7)];
        var start = Encoding.Latin1.GetString(earlier).LastIndexOf("xref\n0", StringComparison.Ordinal);
        var xref = earlier.Length + content.Length;
        var added = content + $"xref\n5 1\n{earlier.Length:D10} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev "
            + $"{start} >>\nstartxref\n{xref}\n%%EOF\n";
        var reading = Read.Planted([.. earlier, .. Encoding.Latin1.GetBytes(added)], AttachedType.Pdf, "修改前的版本", FileTraitKind.Hidden);
        Assert.Equal("Shown", reading.Passages.First(passage => passage.Place == "第 1 页").Text);
    }

    [Fact]
    public void Letters_without_a_meaning_block() => Assert.Contains(FileTraitKind.Unreadable,
        Read.Of(PdfFile.Of(new Sheet().Text(100, 700, "\uE001\uE002\uE003\uE004\uE005\uE006\uE007\uE008")), AttachedType.Pdf).Traits
            .Select(trait => trait.Kind));

    [Fact]
    public void So_does_a_font_without_a_table_of_its_letters()
    {
        var file = Encoding.Latin1.GetString(PdfFile.Of(new Sheet().Text(100, 700, "关于举办展览的通知")));
        Assert.Contains("第 1 页的文字没有编码", Read.Of(Encoding.Latin1.GetBytes(file.Replace("/ToUnicode 6 0 R", new string(' ', 16),
            StringComparison.Ordinal)), AttachedType.Pdf).Places(FileTraitKind.Unreadable));
    }

    [Fact]
    public void Chinese_pages_are_read_as_lines()
        => Assert.Equal("关于举办展览的通知", Read.Of(PdfFile.Of(new Sheet().Text(100, 700, "关于举办展览的通知")), AttachedType.Pdf).Passages[0].Text);

    private static string Text(string text, int x = 100, int y = 700, string setting = "")
        => $"q BT /F1 12 Tf {setting}{x} {y} Td ({text}) Tj ET Q";

    /// <summary>A PDF of one page: objects 1 to 5, and what is added from 6 on.</summary>
    private static byte[] Pdf(string content, string page = "", string trailer = "", params string[] more)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /CropBox [0 0 500 800] /Contents 5 0 R "
                + "/Resources << /Font << /F1 3 0 R >> /XObject << /I1 << /Type /XObject >> >> >> " + page + ">>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
        };
        objects[3] = objects[3].Replace("/I1 << /Type /XObject >>", $"/I1 {6 + more.Length} 0 R", StringComparison.Ordinal);
        objects.AddRange(more);
        objects.Add("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 "
            + ">>\nstream\nA\nendstream");
        var file = new StringBuilder("%PDF-1.7\n");
        var xref = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var (text, index) in objects.Select((text, index) => (text, index)))
        {
            xref.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{text}\nendobj\n");
        }

        var start = file.Length;
        file.Append(xref).Append(CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
