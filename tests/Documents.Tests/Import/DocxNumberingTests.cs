using Xunit;
using static Disclosure.Documents.Tests.Import.WordFile;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Automatic numbers are text, as Word shows them.</summary>
public sealed class DocxNumberingTests
{
    private static readonly string Rules = Scheme(0, Level(0, "chineseCountingThousand", "第%1条"), Level(1, "chineseCounting", "（%2）"),
        Level(2, "decimal", "%3.")) + List(1, 0);

    [Fact]
    public void Articles_and_items_have_their_numbers_and_items_begin_again()
        => Assert.Equal(["第一条 甲", "第二条 乙", "（一）丙", "（二）丁", "1. 戊", "第三条 己", "（一）庚"],
        Lines(Rules, Numbered("甲"), Numbered("乙"), Numbered("丙", 1), Numbered("丁", 1), Numbered("戊", 2), Numbered("己"), Numbered("庚", 1)));

    [Fact]
    public void Text_between_paragraphs_of_a_list_does_not_break_it()
        => Assert.Equal(["第一条 甲", "另起一段", "第二条 乙"], Lines(Rules, Numbered("甲"), Paragraph("另起一段"), Numbered("乙")));

    [Fact]
    public void The_hundredth_article_is_the_hundredth()
        => Assert.Equal("第一百零一条 文", Lines(Rules, [.. Enumerable.Repeat(Numbered("文"), 101)])[^1]);

    [Fact]
    public void A_number_of_several_levels_names_them_all()
    {
        var scheme = Scheme(0, Level(0, "decimal", "%1"), Level(1, "decimal", "%1.%2"), Level(2, "decimal", "%1.%2.%3")) + List(1, 0);
        Assert.Equal(["1 甲", "1.1 乙", "1.2 丙", "1.2.1 丁", "2 戊", "2.1 己"],
            Lines(scheme, Numbered("甲"), Numbered("乙", 1), Numbered("丙", 1), Numbered("丁", 2), Numbered("戊"), Numbered("己", 1)));
    }

    [Fact]
    public void Figures_of_a_legal_form_are_arabic_whatever_the_levels_above_have()
    {
        var scheme = Scheme(0, Level(0, "chineseCounting", "第%1章"), Level(1, "decimal", "%1.%2", "<w:isLgl/>")) + List(1, 0);
        Assert.Equal(["第一章 总则", "1.1 甲"], Lines(scheme, Numbered("总则"), Numbered("甲", 1)));
    }

    [Fact]
    public void A_level_that_never_begins_again_counts_through_the_chapters()
    {
        var scheme = Scheme(0, Level(0, "chineseCounting", "第%1章"), Level(1, "chineseCounting", "第%2条", "<w:lvlRestart w:val=\"0\"/>"))
            + List(1, 0);
        Assert.Equal(["第一章 甲", "第一条 一", "第二条 二", "第二章 乙", "第三条 三"],
            Lines(scheme, Numbered("甲"), Numbered("一", 1), Numbered("二", 1), Numbered("乙"), Numbered("三", 1)));
    }

    [Fact]
    public void A_level_begins_again_only_below_the_level_it_names()
    {
        var scheme = Scheme(0, Level(0, "decimal", "%1."), Level(1, "decimal", "(%2)"),
            Level(2, "lowerLetter", "%3)", "<w:lvlRestart w:val=\"1\"/>"))
            + List(1, 0);
        Assert.Equal(["1. 甲", "(1) 乙", "a) 一", "(2) 丙", "b) 二", "2. 丁", "a) 三"],
            Lines(scheme, Numbered("甲"), Numbered("乙", 1), Numbered("一", 2), Numbered("丙", 1), Numbered("二", 2), Numbered("丁"),
                Numbered("三", 2)));
    }

    [Fact]
    public void Lists_of_one_scheme_count_on_and_one_with_a_beginning_of_its_own_does_not()
    {
        var lists = Scheme(0, Level(0, "decimal", "%1、")) + List(1, 0) + List(2, 0)
            + List(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>")
            + List(4, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>");
        Assert.Equal(["1、甲", "2、乙", "1、丙", "2、丁", "5、戊"],
            Lines(lists, Numbered("甲"), Numbered("乙", 0, 2), Numbered("丙", 0, 3), Numbered("丁", 0, 3), Numbered("戊", 0, 4)));
    }

    [Fact]
    public void A_list_may_replace_a_level()
    {
        var lists = Scheme(0, Level(0, "decimal", "%1、"))
            + List(1, 0, "<w:lvlOverride w:ilvl=\"0\">" + Level(0, "upperLetter", "附件%1") + "</w:lvlOverride>");
        Assert.Equal(["附件A 甲", "附件B 乙"], Lines(lists, Numbered("甲"), Numbered("乙")));
    }

    [Fact]
    public void A_number_may_begin_anywhere()
        => Assert.Equal(["05. 甲", "06. 乙"], Lines(Scheme(0, "<w:lvl w:ilvl=\"0\"><w:start w:val=\"5\"/><w:numFmt w:val=\"decimalZero\"/>"
            + "<w:lvlText w:val=\"%1.\"/></w:lvl>") + List(1, 0), Numbered("甲"), Numbered("乙")));

    [Fact]
    public void A_list_of_number_nought_takes_the_number_of_the_style_away()
    {
        var file = (string properties) => Reading.Docx(Paragraph("甲", $"<w:pStyle w:val=\"a\"/>{properties}"), ("numbering", Rules),
            ("styles", "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"条\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
                + "</w:numPr></w:pPr></w:style>"));
        Assert.Equal(["第一条 甲"], file("").Lines());
        Assert.Equal(["甲"], file("<w:numPr><w:numId w:val=\"0\"/></w:numPr>").Lines());
    }

    [Fact]
    public void A_style_names_its_level_and_those_based_on_it_have_it_too()
    {
        var scheme = Scheme(0, Level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"1\"/>"), Level(1, "chineseCounting", "（%2）",
            "<w:pStyle w:val=\"2\"/>"))
            + List(1, 0);
        var styles = string.Concat(new[] { ("1", "heading 1"), ("2", "heading 2") }.Select(style
            => $"<w:style w:type=\"paragraph\" w:styleId=\"{style.Item1}\">"
            + $"<w:name w:val=\"{style.Item2}\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"))
            + "<w:style w:type=\"paragraph\" w:styleId=\"3\"><w:name w:val=\"小标题\"/><w:basedOn w:val=\"1\"/></w:style>";
        var read = Reading.Docx(Paragraph("甲", "<w:pStyle w:val=\"1\"/>") + Paragraph("乙", "<w:pStyle w:val=\"2\"/>")
            + Paragraph("丙", "<w:pStyle w:val=\"3\"/>"), ("numbering", scheme), ("styles", styles));
        Assert.Equal("<h1>一、甲</h1>\n<h2>（一）乙</h2>\n<h1>二、丙</h1>", read.Html());
    }

    [Fact]
    public void A_scheme_may_stand_for_a_numbering_style()
    {
        var lists = Scheme(0, Level(0, "chineseCounting", "%1、")) + List(1, 0)
            + "<w:abstractNum w:abstractNumId=\"7\"><w:numStyleLink w:val=\"公文\"/></w:abstractNum>" + List(2, 7);
        var read = Reading.Docx(Numbered("甲", 0, 2), ("numbering", lists), ("styles",
            "<w:style w:type=\"numbering\" w:styleId=\"公文\"><w:name w:val=\"公文\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
                + "</w:pPr></w:style>"));
        Assert.Equal(["一、甲"], read.Lines());
    }

    [Theory]
    [InlineData("nothing", "decimal", "%1.", "1.甲")]
    [InlineData("space", "chineseCounting", "%1、", "一、 甲")]
    [InlineData("tab", "decimal", "%1.", "1. 甲")]
    [InlineData("tab", "decimalEnclosedCircle", "%1", "①甲")]
    public void What_parts_number_and_text_is_what_word_shows(string suffix, string format, string text, string line)
        => Assert.Equal([line], Lines(Scheme(0, Level(0, format, text, $"<w:suff w:val=\"{suffix}\"/>")) + List(1, 0), Numbered("甲")));

    [Fact]
    public void A_format_of_the_authors_own_is_taken_before_the_one_for_older_readers()
        => Assert.Equal(["001. 甲"], Lines(Scheme(0, "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice "
        + "Requires=\"w14\">"
            + "<w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/>"
            + "</mc:Fallback>"
            + "</mc:AlternateContent><w:lvlText w:val=\"%1.\"/></w:lvl>") + List(1, 0), Numbered("甲")));

    [Theory]
    [InlineData("o", "Courier New", "○ 甲")]
    [InlineData("\uF06C", "Wingdings", "● 甲")]
    [InlineData("\uF0B7", "Symbol", "• 甲")]
    [InlineData("\uF0D8", "Wingdings", "➢ 甲")]
    [InlineData("\uF0B7", "", "• 甲")]
    [InlineData("—", "宋体", "— 甲")]
    public void A_bullet_is_the_character_that_is_seen(string text, string font, string line)
        => Assert.Equal([line], Lines(Scheme(0, Level(0, "bullet", text, $"<w:rPr><w:rFonts w:ascii=\"{font}\"/></w:rPr>")) + List(1, 0),
        Numbered("甲")));

    [Fact]
    public void Serial_numbers_of_a_table_are_text_of_otherwise_empty_cells()
    {
        var row = Row($"<w:tc>{Numbered("")}</w:tc>", Cell("项目"));
        var read = Reading.Docx(Table(row, row), ("numbering", Scheme(0, Level(0, "decimal", "%1")) + List(1, 0)));
        Assert.Equal(["1\t项目", "2\t项目"], read.Lines());
    }

    [Fact]
    public void What_is_deleted_or_hidden_as_a_whole_is_not_counted()
    {
        const string hidden = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>";
        const string deleted = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:id=\"1\"/>"
            + "</w:rPr></w:pPr>"
            + "<w:del w:id=\"2\"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>";
        Assert.Equal(["第一条 甲", "第二条 乙"], Lines(Rules, Numbered("甲"), hidden, deleted, Numbered("乙")));
    }

    [Fact]
    public void A_list_that_is_not_defined_has_no_numbers()
        => Assert.Equal(["甲"], Lines(Rules, Numbered("甲", 0, 9)));

    private static string[] Lines(string numbering, params string[] paragraphs)
        => Reading.Docx(string.Concat(paragraphs), ("numbering", numbering)).Lines();

    private static string Scheme(int id, params string[] levels)
        => $"<w:abstractNum w:abstractNumId=\"{id}\">{string.Concat(levels)}</w:abstractNum>";

    private static string List(int id, int scheme, string overrides = "")
        => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{scheme}\"/>{overrides}</w:num>";

    private static string Level(int level, string format, string text, string more = "")
        => $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";
}
