using Disclosure.Documents.Storing;
using Xunit;
using static Disclosure.Documents.Tests.Release.Hiding.Hidden;

namespace Disclosure.Documents.Tests.Release.Hiding;

/// <summary>A number of a document that is shown and stands in no text as such blocks all the same.</summary>
public sealed class DocxHidingTests
{
    private const string Empty = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";

    [Theory]
    [InlineData("F0")]
    [InlineData("00")]
    public void Symbols_are_characters(string area) => Story(Each(digit
        => $"<w:r><w:sym w:font=\"Arial\" w:char=\"{area}{(int)digit:X2}\"/></w:r>"));

    [Fact]
    public void So_are_letters_of_symbol_fonts() => Story(Each(digit => $"<w:r><w:t>{(char)(0xF000 + digit)}</w:t></w:r>"));

    [Fact]
    public void Readings_do_not_part_a_line() => Story(Each(digit => $"<w:r><w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase><w:r>"
        + $"<w:t>{digit}</w:t></w:r></w:rubyBase></w:ruby></w:r>"));

    [Fact]
    public void Readings_are_a_text() => Story(Each(digit => $"<w:r><w:ruby><w:rt><w:r><w:t>{digit}</w:t></w:r></w:rt><w:rubyBase><w:r>"
        + "<w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:r>"));

    [Fact]
    public void Codes_of_a_quotation_are_characters()
        => Story($"{Empty}<w:r><w:instrText>QUOTE {Each(digit => $"{(int)digit} ")}</w:instrText></w:r>");

    [Fact]
    public void So_are_those_of_symbol_fields()
        => Story(Each(digit => $"{Empty}<w:r><w:instrText> SYMBOL 0x{(int)digit:X2} \\f Arial</w:instrText></w:r>"));

    [Fact]
    public void Pieces_of_a_field_are_joined()
        => Story($"{Empty}<w:r><w:instrText>QUOTE \"{Id[..9]}\" \"{Id[9..]}\"</w:instrText></w:r>");

    [Theory]
    [InlineData("52240119%1", "9001011231", "")]
    [InlineData("522401%1", "1990", "01011231")]
    [InlineData("52", "1", "2401199001011231")]
    public void Automatic_numbers_stand_before_their_text(string form, string start, string text)
        => Blocks(Docx("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
            + $"<w:r><w:t>{text}</w:t></w:r></w:p>", Part("word/numbering.xml", $"<w:numbering xmlns:w=\"{Word}\"><w:abstractNum "
            + $"w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"{start}\"/><w:suff w:val=\"nothing\"/><w:lvlText "
            + $"w:val=\"{form}\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
            "numbering")), AttachedType.Docx);

    [Fact]
    public void Runs_of_a_web_page_are_one_line()
        => Blocks(Docx("<w:altChunk r:id=\"rId1\"/>", Part("word/chunk.html",
            $"<html><body><p>{Each(digit => $"<b>{digit}</b>")}</p></body></html>", "aFChunk")), AttachedType.Docx);

    [Theory]
    [InlineData("customXml/item1.xml", "<r><a>522401</a> <b><c>19900101</c></b><a>1231</a></r>")]
    [InlineData("customXml/item1.xml", "<r><a522401199001011231/></r>")]
    [InlineData("customXml/item1.xml", "<r a522401199001011231=\"1\"/>")]
    [InlineData("customXml/item1.xml", "<r xmlns:q=\"urn:522401199001011231\"/>")]
    [InlineData("customXml/item1.xml", "<notes xmlns=\"urn:x\"><a>522401</a><a>199001011231</a></notes>")]
    [InlineData("word/media/i.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text><tspan>522401</tspan><tspan>1990</tspan>"
        + "<tspan>01011231</tspan></text><text>9</text></svg>")]
    public void So_are_those_of_a_part_that_nobody_knows(string name, string content)
        => Blocks(Docx("", Part(name, content, "customXml")), AttachedType.Docx);

    [Fact]
    public void A_long_line_hides_nothing()
    {
        var filling = string.Concat(Enumerable.Repeat("<a>甲乙丙丁戊己庚辛</a>", 5_000));
        Blocks(Docx("", Part("customXml/item1.xml", $"<r>{filling}{Each(digit => $"<a>{digit}</a>")}{filling}</r>", "customXml")),
            AttachedType.Docx);
    }

    private static void Story(string runs) => Blocks(Docx($"<w:p>{runs}</w:p>"), AttachedType.Docx);

    private static string Each(Func<char, string> form) => string.Concat(Id.Select(form));
}
