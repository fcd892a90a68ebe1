using Disclosure.Documents.Import;
using Xunit;
using static Disclosure.Documents.Tests.Import.WordFile;

namespace Disclosure.Documents.Tests.Import;

/// <summary>What stands in paragraphs, and how they are set.</summary>
public sealed class DocxTextTests
{
    [Theory]
    [InlineData("柜体尺寸为1200*600*750毫米，每箱5*3*2件。")]
    [InlineData("长*宽*高，x=(a*b)/(c*d)")]
    [InlineData("# 1号机组停运检修。")]
    [InlineData("2026. 年度计划")]
    [InlineData("- 5℃以下停工")]
    [InlineData("| 甲 | 乙 |")]
    [InlineData("说明***三星***与_下划线_、`代码`、[方括号](圆括号)")]
    [InlineData(@"C:\\share\新建 文件")]
    [InlineData("~~波浪~~ 1. 一 --- *** ===")]
    public void Marks_of_markdown_are_letters(string text)
        => Assert.Equal([text, "后文"], Reading.Docx(Paragraph(text) + Paragraph("后文")).Lines());

    [Fact]
    public void Marks_of_html_are_letters()
    {
        var read = Reading.Docx(Paragraph("&gt; 5件的，&lt;p&gt;标记&lt;/p&gt;，气温&lt;5℃，a&amp;lt;b"));
        Assert.Equal(["> 5件的，<p>标记</p>，气温<5℃，a&lt;b"], read.Lines());
    }

    [Fact]
    public void Headings_of_chinese_word_are_known_by_name_or_outline_level()
    {
        const string styles = """
            <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>
            <w:style w:type="paragraph" w:styleId="a5"><w:name w:val="公文小标题"/><w:basedOn w:val="2"/></w:style>
            <w:style w:type="paragraph" w:styleId="a6"><w:name w:val="条"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="a7"><w:name w:val="正文标题"/><w:basedOn w:val="2"/>
            <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="a8"><w:name w:val="Title"/></w:style>
            <w:style w:type="paragraph" w:styleId="a" w:default="1"><w:name w:val="Normal"/></w:style>
            """;
        var read = Reading.Docx(string.Concat(new[] { "1", "2", "a5", "a6", "a7", "a8", "a" }
            .Select(id => Paragraph("样式" + id, $"<w:pStyle w:val=\"{id}\"/><w:tabs><w:tab/></w:tabs>")))
            + Paragraph("直接", "<w:outlineLvl w:val=\"3\"/>"), ("styles", styles));
        Assert.Equal("<h1>样式1</h1>\n<h2>样式2</h2>\n<h2>样式a5</h2>\n<h3>样式a6</h3>\n<p>样式a7</p>\n<h1>样式a8</h1>\n<p>样式a</p>\n<h4>直接</h4>",
            read.Html());
    }

    [Theory]
    [InlineData("<w:jc w:val=\"center\"/>", " class=\"center\"")]
    [InlineData("<w:jc w:val=\"right\"/>", " class=\"right\"")]
    [InlineData("<w:jc w:val=\"end\"/>", " class=\"right\"")]
    [InlineData("<w:jc w:val=\"both\"/>", "")]
    [InlineData("<w:jc w:val=\"start\"/>", "")]
    [InlineData("<w:ind w:firstLine=\"640\"/>", " class=\"first-line\"")]
    [InlineData("<w:ind w:firstLineChars=\"200\" w:firstLine=\"420\"/>", " class=\"first-line\"")]
    [InlineData("<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>", "")]
    [InlineData("<w:ind w:left=\"840\"/>", " class=\"indent-2\"")]
    [InlineData("<w:ind w:start=\"42pt\"/>", " class=\"indent-2\"")]
    [InlineData("<w:ind w:leftChars=\"200\" w:left=\"420\"/>", " class=\"indent-1\"")]
    [InlineData("<w:ind w:left=\"840\" w:hanging=\"420\"/>", " class=\"indent-1\"")]
    [InlineData("<w:ind w:left=\"90000\"/>", " class=\"indent-6\"")]
    [InlineData("<w:ind w:left=\"-90000\"/>", "")]
    public void Alignment_and_indents_are_kept(string properties, string setting)
        => Assert.Equal($"<p{setting}>文</p>", Reading.Docx(Paragraph("文", properties)).Html());

    [Fact]
    public void A_style_sets_paragraphs_and_characters_and_the_paragraph_itself_has_the_last_word()
    {
        const string styles = """
            <w:style w:type="paragraph" w:styleId="a"><w:name w:val="题"/><w:pPr><w:jc w:val="center"/></w:pPr>
            <w:rPr><w:b/></w:rPr></w:style>
            <w:style w:type="character" w:styleId="c"><w:name w:val="强"/><w:rPr><w:b/></w:rPr></w:style>
            """;
        var read = Reading.Docx(Paragraph("甲", "<w:pStyle w:val=\"a\"/>") + Paragraph("乙", "<w:pStyle w:val=\"a\"/><w:jc w:val=\"left\"/>")
            + $"<w:p>{Run("丙", "<w:rStyle w:val=\"c\"/>")}{Run("丁", "<w:rStyle w:val=\"c\"/><w:b w:val=\"0\"/>")}</w:p>"
            + $"<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr>{Run("戊", "<w:rStyle w:val=\"c\"/>")}</w:p>", ("styles", styles));
        Assert.Equal("<p class=\"center\"><strong>甲</strong></p>\n<p><strong>乙</strong></p>\n<p><strong>丙</strong>丁</p>\n<p "
            + "class=\"center\">戊</p>",
            read.Html());
    }

    [Theory]
    [InlineData("　　两个全角空格", "<p class=\"first-line\">两个全角空格</p>")]
    [InlineData("    四个空格", "<p class=\"first-line\">四个空格</p>")]
    [InlineData("\u00A0\u00A0\u00A0\u00A0不断行空格", "<p class=\"first-line\">不断行空格</p>")]
    [InlineData("　　　　　　　　　　署名", "<p>　　　　　　　　　　署名</p>")]
    [InlineData("一　　二", "<p>一　　二</p>")]
    public void Spaces_that_move_the_first_line_in_are_a_setting(string text, string html)
        => Assert.Equal(html, Reading.Docx(Paragraph(text)).Html());

    [Theory]
    [InlineData("<w:b/>", "<strong>文</strong>")]
    [InlineData("<w:b w:val=\"false\"/>", "文")]
    [InlineData("<w:i/>", "<em>文</em>")]
    [InlineData("<w:em w:val=\"dot\"/>", "<em>文</em>")]
    [InlineData("<w:u w:val=\"single\"/>", "<u>文</u>")]
    [InlineData("<w:u w:val=\"none\"/>", "文")]
    [InlineData("<w:vertAlign w:val=\"superscript\"/>", "<sup>文</sup>")]
    [InlineData("<w:vertAlign w:val=\"subscript\"/>", "<sub>文</sub>")]
    [InlineData("<w:vertAlign w:val=\"baseline\"/>", "文")]
    [InlineData("<w:webHidden/>", "文")]
    public void Characters_are_set_as_they_were(string properties, string html)
        => Assert.Equal($"<p>前{html}</p>", Reading.Docx($"<w:p>{Run("前")}{Run("文", properties)}</w:p>").Html());

    [Fact]
    public void Powers_and_units_are_no_figures_on_the_line()
        => Assert.Equal("<p>库容10<sup>4</sup>立方米，面积3m<sup>2</sup></p>", Reading.Docx($"<w:p>{Run("库容10")}{Run("4",
            "<w:vertAlign w:val=\"superscript\"/>")}{Run("立方米，面积3m")}{Run("2", "<w:vertAlign w:val=\"superscript\"/>")}</w:p>").Html());

    [Theory]
    [InlineData("4", "<w:position w:val=\"6\"/><w:sz w:val=\"15\"/>", "10<sup>4</sup>")]
    [InlineData("2", "<w:position w:val=\"-6\"/>", "10<sub>2</sub>")]
    [InlineData("4万立方米的库容", "<w:position w:val=\"6\"/>", "104万立方米的库容")]
    public void A_figure_moved_up_by_hand_is_a_power(string text, string properties, string html)
        => Assert.Equal($"<p>{html}</p>", Reading.Docx($"<w:p>{Run("10")}{Run(text, properties)}</w:p>").Html());

    [Fact]
    public void A_large_first_letter_is_of_its_paragraph() => Assert.Equal(["各单位：", "后文"],
        Reading.Docx(Paragraph("各", "<w:framePr w:dropCap=\"drop\" w:lines=\"2\"/>") + Paragraph("单位：") + Paragraph("后文")).Lines());

    [Fact]
    public void Breaks_tabs_and_hyphens_are_what_is_seen()
        => Assert.Equal("<p>甲<br>乙 丙-丁戊</p>", Reading.Docx("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/>"
            + "<w:t>丁</w:t><w:softHyphen/><w:t>\u00AD戊</w:t><w:br w:type=\"page\"/></w:r></w:p>").Html());

    [Fact]
    public void Content_controls_smart_tags_and_insertions_are_read_and_text_boxes_once()
    {
        var box = $"<w:txbxContent>{Paragraph("文本框")}</w:txbxContent>";
        var read = Reading.Docx($"""
            <w:sdt><w:sdtContent>{Paragraph("控件中的段落")}</w:sdtContent></w:sdt>
            <w:p>{Run("正文")}<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{Run("控件")}</w:sdtContent></w:sdt>
            <w:smartTag>{Run("标记")}</w:smartTag>
            <w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>
            {Run("之后")}</w:p>
            <w:p><mc:AlternateContent><mc:Fallback>{Run("只有旧式")}</mc:Fallback></mc:AlternateContent></w:p>
            """);
        Assert.Equal(["控件中的段落", "正文控件标记之后", "文本框", "只有旧式"], read.Lines());
    }

    [Fact]
    public void A_box_to_tick_in_a_control_is_ticked_or_not()
    {
        static string Box(int value, string shown) => $"<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"{value}\"/></w14:checkbox>"
            + $"</w:sdtPr>"
            + $"<w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>";
        Assert.Equal(["☑同意☐不同意"], Reading.Docx($"<w:p>{Box(1, "☒")}{Run("同意")}{Box(0, "☐")}{Run("不同意")}</w:p>").Lines());
    }

    [Theory]
    [InlineData("<w:default w:val=\"0\"/><w:checked/>", "☑同意")]
    [InlineData("<w:default w:val=\"1\"/>", "☑同意")]
    [InlineData("<w:sizeAuto/>", "☐同意")]
    public void A_box_to_tick_of_an_older_form_is_ticked_or_not(string state, string line)
        => Assert.Equal([line], Reading.Docx("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox>" + state
        + "</w:checkBox></w:ffData></w:fldChar>"
            + "</w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + Run("同意")
            + "</w:p>").Lines());

    [Fact]
    public void What_a_control_says_before_it_is_filled_in_is_no_text()
    {
        var read = Reading.Docx($"<w:p>{Run("姓名：")}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{Run("单击此处输入")}</w:sdtConte"
            + $"nt></w:sdt></w:p>");
        Assert.Equal(["姓名："], read.Lines());
        Assert.NotEmpty(read.Remark("placeholder"));
    }

    [Fact]
    public void Links_lead_where_they_may()
    {
        var read = Reading.Docx($"<w:p><w:hyperlink r:id=\"r1\">{Run("官网")}</w:hyperlink><w:hyperlink r:id=\"r2\">{Run("坏")}</w:hyperlink>"
            + $"<w:hyperlink w:anchor=\"x\">{Run("内")}</w:hyperlink>{Field("HYPERLINK \"mailto:a@b.example\"", Run("信"))}"
            + Field("HYPERLINK \\l \"书签\"", Run("签")) + Field("HYPERLINK javascript:alert(1)", Run("码")) + "</w:p>",
            Relations(("r1", "hyperlink", "https://www.example.gov.cn/"), ("r2", "hyperlink", "javascript:alert(1)")));
        Assert.Equal("<p><a href=\"https://www.example.gov.cn/\">官网</a>坏内<a href=\"mailto:a@b.example\">信</a>签码</p>", read.Html());
        Assert.NotEmpty(read.Remark("link"));
    }

    [Fact]
    public void Results_of_fields_are_text_and_page_numbers_are_not()
        => Assert.Equal(["见图3，共页"],
        Reading.Docx($"<w:p>{Run("见图")}{Field("REF _Ref1 \\h", Run("3"))}{Run("，共")}{Field("NUMPAGES", Run("9"))}"
            + $"<w:fldSimple w:instr=\" PAGE \">{Run("1")}</w:fldSimple>{Run("页")}</w:p>").Lines());

    [Fact]
    public void Contents_are_left_out_and_named()
    {
        const string begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r>"
            + "<w:fldChar w:fldCharType=\"separate\"/></w:r>";
        const string end = "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        var entry = Field("PAGEREF _Toc1", Run("1"));
        var read = Reading.Docx($"<w:p>{begin}{Run("总则")}{entry}</w:p><w:p>{Run("附则")}{entry}</w:p>{end}{Paragraph("总则")}");
        Assert.Equal(["总则"], read.Lines());
        Assert.NotEmpty(read.Remark("contents"));
        // Without an end nobody knows what belongs to them.
        Assert.Equal(["总则1", "附则1", "正文"], Reading.Docx($"<w:p>{begin}{Run("总则")}{entry}</w:p><w:p>{Run("附则")}{entry}</w:p"
            + $">{Paragraph("正文")}").Lines());
    }

    [Fact]
    public void The_reading_above_characters_is_left_out_and_named()
    {
        var read = Reading.Docx($"<w:p><w:r><w:ruby><w:rubyPr/><w:rt>{Run("bì")}</w:rt><w:rubyBase>{Run("毕")}</w:rubyBase></w:ruby>"
            + $"</w:r>{Run("节")}</w:p>");
        Assert.Equal(["毕节"], read.Lines());
        Assert.NotEmpty(read.Remark("reading"));
    }

    [Fact]
    public void The_text_is_found_where_the_package_says_and_in_the_strict_form_too()
    {
        var strict = "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:p><w:pPr><w:jc w:val=\"end\"/>"
            + "</w:pPr>"
            + "<w:r><w:rPr><w:vanish w:val=\"on\"/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>严格</w:t></w:r></w:p></w:body></w:document>";
        var file = WordFile.Of(stream => Write(stream, "<a/>"), ("正文/main.xml", "<?xml version=\"1.0\"?>" + strict),
            ("_rels/.rels", "<Relationships><Relationship Id=\"1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/office"
                + "Document\""
            + " Target=\"/正文/main.xml\"/></Relationships>"));
        Assert.Equal("<p class=\"right\">严格</p>", Reading.Of(file, FileKind.Package).Html());
    }

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>")]
    public void An_archive_without_such_a_text_is_not_read(string root)
        => Assert.Equal("file-type-is-not-supported", ReaderProcess.Read(WordFile.Of(stream => Write(stream, root)), FileKind.Package)
        .Failure?.Code);
}
