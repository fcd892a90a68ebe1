using System.Globalization;
using System.IO.Compression;
using System.Text;
using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Release.Stripping;
using Xunit;

namespace Disclosure.Documents.Tests.Release.Reading;

/// <summary>A number that stands anywhere in a PDF is found, also where pages do not lead and where no text seems to be.</summary>
public sealed class PdfHidingTests
{
    private const string Id = "522401199001011231";
    private const string Widget = "<</Type/Annot/Subtype/Widget/Rect[50 500 300 540]/FT/Tx/T(a)";
    private const string Form = "/Type/XObject/Subtype/Form/BBox[0 0 250 40]";
    private const string Fonts = "/Resources<</Font<</F1 5 0 R>>>>";
    private const string Pattern = "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 300 300]/XStep 300/YStep 300";

    /// <summary>Resources of a page, entries of a page, entries of the root, content, and objects from 6.</summary>
    public static TheoryData<string, string, string, string, string, string[]> Places => new()
    {
        { "appearance", "", "/Annots[6 0 R]", "", "", [Widget + "/V(x)/AP<</N 7 0 R>>/F 4>>", Drawn(Form + Fonts)] },
        { "appearance with fonts of the form", "", "/Annots[6 0 R]", "/AcroForm<</Fields[6 0 R]/DR<</Font<</F1 5 0 R>>>>>>", "",
            [Widget + "/AP<</D 7 0 R>>/F 4>>", Drawn(Form)] },
        { "packed appearance", "", "/Annots[6 0 R]", "", "", [Widget + "/AP<</R 7 0 R>>/F 4>>", Packed(Form + Fonts)] },
        { "appearance of a link", "", "/Annots[6 0 R]", "", "",
            ["<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/AP<</N 7 0 R>>/F 4>>", Drawn(Form + Fonts)] },
        { "appearance of a popup", "", "/Annots[6 0 R]", "", "",
            ["<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/AP<</N 7 0 R>>/F 4>>", Drawn(Form + Fonts)] },
        { "appearance of a text", "", "/Annots[6 0 R]", "", "",
            ["<</Type/Annot/Subtype/FreeText/Contents(hello)/Rect[0 0 9 9]/AP<</N 7 0 R>>/F 4>>", Drawn(Form + Fonts)] },
        { "appearance of a stamp", "", "/Annots[6 0 R]", "", "",
            ["<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]/AP<</N 7 0 R>>/F 4>>", Drawn(Form + Fonts)] },
        { "state of an appearance", "", "/Annots[6 0 R]", "", "", [Widget + "/AP<</N<</On 7 0 R>>>>/AS/Off/F 4>>", Drawn(Form + Fonts)] },
        { "appearance without a kind", "", "/Annots[6 0 R]", "", "", [Widget + "/AP<</N 7 0 R>>/F 4>>", Drawn(Fonts)] },
        { "digits one by one", "", "/Annots[6 0 R]", "", "",
            [Widget + "/AP<</N 7 0 R>>/F 4>>", RawPdf.Stream(Spread(), Form + Fonts)] },
        { "pattern", "/Pattern<</P1 6 0 R>>", "", "", "/Pattern cs /P1 scn 0 0 600 400 re f", [Drawn(Pattern + Fonts)] },
        { "form", "/XObject<</X1 6 0 R>>", "", "", "/X1 Do", [Drawn(Form + Fonts)] },
        { "form that is not drawn", "/XObject<</X1 6 0 R>>", "", "", "", [Drawn(Form + Fonts)] },
        { "form without resources", "/XObject<</X1 6 0 R>>", "", "", "", [Drawn(Form)] },
        { "form of a mask", "/ExtGState<</G1<</SMask<</Type/Mask/S/Luminosity/G 6 0 R>>>>>>", "", "", "/G1 gs",
            [Drawn(Form + "/Group<</S/Transparency/CS/DeviceGray>>" + Fonts)] },
        { "replacement text", "", "", "", $"/Span <</ActualText({Id})>> BDC EMC", [] },
        { "replacement text in Unicode", "", "", "", $"/Span <</Alt<FEFF{Hex}>>> BDC EMC", [] },
        { "property of a point", "", "", "", $"/A <</X({Id})>> DP", [] },
        { "replacement text in a form", "/XObject<</X1 6 0 R>>", "", "", "/X1 Do",
            [RawPdf.Stream($"/Span <</E({Id})>> BDC EMC", Form)] },
        { "comment in a page", "", "", "", $"% {Id}\n", [] },
        { "letters by codes", ">>/Font<</F1 5 0 R/F2 6 0 R", "", "", $"BT /F2 12 Tf ({Id}) Tj ET",
            ["<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>", RawPdf.Stream("/CIDInit /ProcSet findresource begin "
                + "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <30> <39> <0061> endbfrange endcmap end")] },
        { "value as a stream", "", "/Annots[6 0 R]", "/AcroForm<</Fields[6 0 R]>>", "", [Widget + "/V 7 0 R>>", RawPdf.Stream(Id)] },
        { "default value as a stream", "", "/Annots[6 0 R]", "", "", [Widget + "/DV 7 0 R>>", RawPdf.Stream(Id)] },
        { "rich value as a stream", "", "/Annots[6 0 R]", "", "", [Widget + "/RV 7 0 R>>", RawPdf.Stream($"<body>{Id}</body>")] },
        { "name of a field", "", "/Annots[6 0 R]", "", "", [Widget + $"/TU({Id})>>"] },
        { "value as a name", "", "/Annots[6 0 R]", "", "", [Widget + $"/V/{Id}>>"] },
        { "name of an entry", "", "", $"/A{Id} 1", "", [] },
        { "number", "", "", $"/A {Id}", "", [] },
        { "comment between objects", "", "", $"% {Id}\n", "", [] },
        { "stream of its own key", "", "/Foo 6 0 R", "", "", [RawPdf.Stream(Id)] },
        { "stream of codes", "", "/Foo 6 0 R", "", "", [RawPdf.Stream($"BT <{Convert.ToHexString(Encoding.ASCII.GetBytes(Id))}> Tj ET")] },
        { "stream that claims to be a table", "", "/Foo 6 0 R", "", "", [RawPdf.Stream($"x {Id}",
            "/FunctionType 0")] },
        { "file of a font", ">>/Font<</F1 5 0 R/F2 6 0 R", "", "", "", ["<</Type/Font/Subtype/Type1/BaseFont/Foo/FontDescriptor 7 0 R>>",
            "<</Type/FontDescriptor/FontName/Foo/FontFile 8 0 R>>", RawPdf.Stream($"%!PS {Id} ")] },
        { "letters of a font", "", "/Foo 6 0 R", "", "", [$"<</Type/FontDescriptor/FontName/Foo/CharSet({Id})>>"] },
        { "what claims to be a signature", "", "", $"/Foo<</ByteRange[0 1 2 3]/Contents({Id})>>", "", [] },
    };

    private static string Hex => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Id));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_number_is_found_wherever_it_stands(string place, string resources, string page, string root, string content,
        string[] objects)
    {
        var reading = Read.Planted(Pdf(content, resources, page, root, objects), AttachedType.Pdf, "");
        // A table of letters that lies is one that nobody can trust.
        if (place != "letters by codes") Assert.DoesNotContain(FileTraitKind.Unreadable, reading.Traits.Select(trait => trait.Kind));
    }

    [Fact]
    public void A_letter_drawn_as_another_is_unreadable()
    {
        string[] glyphs = [.. Enumerable.Range(0, 10).Select(digit => RawPdf.Stream($"600 0 d0 BT /F1 1000 Tf ({digit}) Tj ET"))];
        var font = "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 97/LastChar 106/Widths["
            + string.Concat(Enumerable.Repeat("600 ", 10)) + "]/Encoding<</Differences[97/a/b/c/d/e/f/g/h/i/j]>>/CharProcs<<"
            + string.Concat("abcdefghij".Select((letter, index) => $"/{letter} {7 + index} 0 R")) + ">>/Resources<</Font<</F1 5 0 R>>>>>>";
        var file = Pdf("BT /T3 20 Tf 50 500 Td (" + string.Concat(Id.Select(digit => (char)('a' + digit - '0'))) + ") Tj ET",
            ">>/Font<</F1 5 0 R/T3 6 0 R", "", "", [font, .. glyphs]);
        Assert.Contains(Read.Of(file, AttachedType.Pdf).Places(FileTraitKind.Unreadable),
            place => place.Contains("字形", StringComparison.Ordinal));
    }

    [Fact]
    public void Digits_in_many_fields_are_put_together()
    {
        var fields = Id.Select((_, index) => $"{6 + (index * 2)} 0 R");
        var objects = Id.SelectMany((digit, index) => (string[])[Widget + $"/AP<</N {7 + (index * 2)} 0 R>>/F 4>>",
            RawPdf.Stream($"BT /F1 12 Tf ({digit}) Tj ET", Form + Fonts)]);
        Read.Planted(Pdf("", "", $"/Annots[{string.Join(' ', fields)}]", "", [.. objects]), AttachedType.Pdf, "分散");
    }

    [Fact]
    public void What_is_neither_text_nor_known_is_unreadable_with_its_number()
        => Assert.Contains(Read.Of(Pdf("", "", "/Foo 6 0 R", "", [RawPdf.Stream("\u0001\u0002\u0003\u0004\u0080\u0081")]), AttachedType.Pdf)
            .Places(FileTraitKind.Unreadable), place => place.StartsWith("对象 6", StringComparison.Ordinal));

    [Theory]
    [InlineData("{0} 500 m {0} 520 l S\n")]
    [InlineData("{0} 500 10 2 re f\n")]
    public void Digits_of_lines_are_a_picture(string stroke)
    {
        var lines = string.Concat(Enumerable.Range(0, 100).Select(index
            => string.Format(CultureInfo.InvariantCulture, stroke, 50 + (index * 3))));
        Assert.Equal([new FileTrait(FileTraitKind.Picture, "第 1 页")], Read.Of(Pdf(lines), AttachedType.Pdf).Traits);
        var appearance = Pdf("", "", "/Annots[6 0 R]", "", [Widget + "/AP<</N 7 0 R>>/F 4>>", RawPdf.Stream(lines, Form)]);
        Assert.Contains(FileTraitKind.Picture, Read.Of(appearance, AttachedType.Pdf).Traits.Select(trait => trait.Kind));
    }

    [Fact]
    public void A_table_of_lines_around_letters_is_none()
    {
        var table = string.Concat(Enumerable.Range(0, 80).Select(row => $"50 {row * 9} m 500 {row * 9} l S BT /F1 8 Tf 1 0 0 1 60 "
            + $"{(row * 9) + 2} Tm (Row {row}) Tj ET\n"));
        Assert.Empty(Read.Of(Pdf(table), AttachedType.Pdf).Traits);
    }

    /// <summary>A page with a line of text: objects 1 to 5, and more from 6.</summary>
    internal static byte[] Pdf(string content, string resources = "", string page = "", string root = "", params string[] objects)
        => RawPdf.Of([$"<</Type/Catalog/Pages 2 0 R {root}>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>{resources}>>{page}>>",
            RawPdf.Stream("BT /F1 12 Tf 50 700 Td (Public notice for everyone) Tj ET\n" + content),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", .. objects]);

    private static string Drawn(string entries) => RawPdf.Stream($"BT /F1 12 Tf 5 10 Td ({Id}) Tj ET", entries);

    private static string Spread() => "BT /F1 12 Tf 5 10 Td " + string.Concat(Id.Select(digit => $"({digit}) Tj 8 0 Td ")) + "ET";

    private static string Packed(string entries)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal))
            zlib.Write(Encoding.ASCII.GetBytes($"BT /F1 12 Tf 5 10 Td ({Id}) Tj ET"));
        return RawPdf.Stream(Encoding.Latin1.GetString(output.ToArray()), entries + "/Filter/FlateDecode");
    }
}
