using Xunit;
using static Disclosure.Documents.Tests.Import.WordFile;

namespace Disclosure.Documents.Tests.Import;

/// <summary>What a print does not show stays out, and is named.</summary>
public sealed class DocxUnseenTests
{
    [Theory]
    [InlineData("<w:vanish/>")]
    [InlineData("<w:rStyle w:val=\"h\"/>")]
    [InlineData("<w:color w:val=\"FFFFFF\"/>")]
    [InlineData("<w:color w:val=\"fefefe\"/>")]
    [InlineData("<w:sz w:val=\"2\"/>")]
    public void Hidden_text_is_kept_out_and_named_with_its_place(string properties)
    {
        var read = Reading.Docx(Paragraph("标题")
            + $"<w:p>{Run("同意公开。")}{Run("【内部意见：", properties)}{Run("举报人住址暂缓，不得对外提供任何材料】", properties)}{Run("请执行。")}</w:p>",
            ("styles", "<w:style w:type=\"character\" w:styleId=\"h\"><w:name w:val=\"隐\"/><w:rPr><w:vanish/></w:rPr></w:style>"));
        Assert.Equal(["标题", "同意公开。请执行。"], read.Lines());
        Assert.Equal("第 2 段（“同意公开。请执行。”）有隐藏文字未导入：“【内部意见：举报人住址暂缓，不得对外提供…”。", read.Remark("hidden-text"));
    }

    [Fact]
    public void A_style_may_hide_a_paragraph_and_a_run_show_it_again()
    {
        var read = Reading.Docx(Paragraph("隐", "<w:pStyle w:val=\"h\"/>")
            + $"<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr>{Run("显", "<w:vanish w:val=\"0\"/>")}</w:p>",
            ("styles", "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"隐\"/><w:rPr><w:vanish/></w:rPr></w:style>"));
        Assert.Equal(["显"], read.Lines());
        Assert.NotEmpty(read.Remark("hidden-text"));
    }

    [Fact]
    public void What_hides_the_text_of_a_whole_document_by_default_hides_it()
        => Assert.Empty(Reading.Docx(Paragraph("隐"), ("styles", "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault>"
        + "</w:docDefaults>")).Body.Blocks);

    [Fact]
    public void White_letters_on_a_dark_ground_are_text()
    {
        const string white = "<w:color w:val=\"FFFFFF\"/>";
        var read = Reading.Docx($"<w:p>{Run("底纹", white + "<w:shd w:val=\"clear\" w:fill=\"000000\"/>")}"
            + $"{Run("荧光", white + "<w:highlight w:val=\"red\"/>")}</w:p>"
            + $"<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"C00000\"/></w:pPr>{Run("段落", white)}</w:p>"
            + Table(Row($"<w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F4E79\"/></w:tcPr><w:p>{Run("表头", white)}</w:p></w:tc>")));
        Assert.Equal(["底纹荧光", "段落", "表头"], read.Lines());
    }

    [Theory]
    [InlineData("<w:strike/>")]
    [InlineData("<w:dstrike/>")]
    public void Struck_text_is_kept_out_and_named(string properties)
    {
        var read = Reading.Docx($"<w:p>{Run("期限为")}{Run("30日", properties)}{Run("20日")}</w:p>");
        Assert.Equal(["期限为20日"], read.Lines());
        Assert.Equal("第 1 段（“期限为20日”）有带删除线的文字未导入：“30日”。", read.Remark("struck-text"));
    }

    [Fact]
    public void Hidden_text_in_a_table_is_named_with_its_row()
        => Assert.Contains("第 1 个表格第 2 行", Reading.Docx(Table(Row(Cell("甲")), Row($"<w:tc><w:p>{Run("隐", "<w:vanish/>")}</w:p></w:tc>")))
        .Remark("hidden-text"),
        StringComparison.Ordinal);

    [Fact]
    public void A_hidden_row_is_kept_out_and_named()
    {
        var read = Reading.Docx(Table(Row(Cell("甲")), $"<w:tr><w:trPr><w:hidden/></w:trPr>{Cell("隐")}</w:tr>"));
        Assert.Equal(["甲"], read.Lines());
        Assert.NotEmpty(read.Remark("hidden-text"));
    }

    [Fact]
    public void A_paragraph_whose_end_is_hidden_or_deleted_goes_on_in_the_next()
    {
        static string End(string mark) => $"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{Run("甲")}</w:p>{Paragraph("乙")}";
        Assert.Equal(["甲乙"], Reading.Docx(End("<w:vanish/><w:specVanish/>")).Lines());
        Assert.Equal(["甲乙"], Reading.Docx(End("<w:del w:id=\"1\"/>")).Lines());
        Assert.Equal(["甲"], Reading.Docx($"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{Run("甲")}</w:p>").Lines());
    }

    [Fact]
    public void Changes_are_read_as_accepted_and_said_once()
    {
        var read = Reading.Docx($"<w:p>{Run("保留")}<w:ins w:id=\"1\">{Run("新增")}</w:ins><w:del w:id=\"2\"><w:r><w:delText>删去</w:delText>"
            + $"</w:r></w:del>"
            + $"<w:moveFrom w:id=\"3\">{Run("移走")}</w:moveFrom></w:p><w:p><w:moveTo w:id=\"4\">{Run("移来")}</w:moveTo></w:p>");
        Assert.Equal(["保留新增", "移来"], read.Lines());
        Assert.Single(read.Remarks, remark => remark.Code == "tracked-change");
    }

    [Fact]
    public void Changes_of_how_text_is_set_leave_it_as_it_is_now()
        => Assert.Equal("<p><strong>甲</strong></p>", Reading.Docx("<w:p><w:pPr><w:pPrChange w:id=\"1\"><w:pPr><w:jc w:val=\"center\"/>"
        + "</w:pPr></w:pPrChange></w:pPr>"
            + Run("甲", "<w:b/><w:rPrChange w:id=\"2\"><w:rPr><w:vanish/></w:rPr></w:rPrChange>") + "</w:p>").Html());

    [Fact]
    public void Comments_are_counted()
    {
        var read = Reading.Docx("<w:p>" + Run("甲") + "<w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:commentReference w:id=\"1\"/>"
            + "</w:r></w:p>",
            ("comments", $"<w:comment w:id=\"0\">{Paragraph("内部意见")}</w:comment>"));
        Assert.Equal(["甲"], read.Lines());
        Assert.Contains("批注 2 处", read.Remark("comment"), StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_and_watermarks_stay_apart_and_are_named_and_page_numbers_are_not()
    {
        var read = Reading.Docx(Paragraph("正文") + "<w:sectPr><w:headerReference r:id=\"h\"/><w:footerReference r:id=\"f\"/></w:sectPr>",
            Relations(("h", "header", "header1.xml"), ("f", "footer", "footer1.xml")),
            ("header1", Paragraph("内部资料") + "<w:p><w:r><w:pict><v:shape><v:textpath string=\"征求意见稿\"/></v:shape></w:pict></w:r></w:p>"),
            ("footer1", $"<w:p>{Run("— ")}{Field("PAGE", Run("1"))}{Run(" —")}</w:p>"));
        Assert.Equal(["正文"], read.Lines());
        Assert.Equal("页眉的文字“内部资料”未导入。", read.Remark("header"));
        Assert.Contains("征求意见稿", read.Remark("watermark"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_charts_and_objects_are_named_with_their_place_and_words()
    {
        var read = Reading.Docx($"<w:p>{Run("见下图")}<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"图片 1\" descr=\"流程图\"/><a:blip/>"
            + $"</wp:inline></w:drawing></w:r></w:p>"
            + "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"2\" name=\"图表 1\"/><c:chart/></wp:inline></w:drawing></w:r></w:p>"
            + "<w:p><w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r><w:r><w:object><o:OLEObject ProgID=\"Equatio"
            + "n.3\"/></w:object></w:r></w:p>"
            + "<w:altChunk r:id=\"x\"/>");
        Assert.Equal("第 1 段（“见下图”）有图片未导入，其说明为“流程图”。", read.Remark("picture"));
        Assert.NotEmpty(read.Remark("chart"));
        Assert.NotEmpty(read.Remark("embedded-object"));
        Assert.NotEmpty(read.Remark("formula"));
        Assert.NotEmpty(read.Remark("other-file"));
    }

    [Theory]
    [InlineData("<w:drawing><wp:inline><wp:docPr id=\"1\" name=\"框\" hidden=\"1\"/>", "</wp:inline></w:drawing>")]
    [InlineData("<w:pict><v:shape style=\"position:absolute;visibility:hidden\">", "</v:shape></w:pict>")]
    public void Text_of_a_shape_that_is_not_shown_is_kept_out_and_named(string begin, string end)
    {
        var read = Reading.Docx($"<w:p>{Run("明")}<w:r>{begin}<w:txbxContent>{Paragraph("暗一")}{Table(Row(Cell("暗二")))}</w:txbxContent"
            + $">{end}</w:r></w:p>");
        Assert.Equal("明", read.Lines()[0]);
        Assert.DoesNotContain("暗", read.Html(), StringComparison.Ordinal);
        Assert.Contains("暗一", read.Remark("hidden-text"), StringComparison.Ordinal);
        Assert.Contains("暗二", read.Remark("hidden-text"), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_drawn_as_a_shape_are_text()
        => Assert.Equal(["前", "毕节市测试局文件"], Reading.Docx($"<w:p>{Run("前")}<w:r><w:pict><v:shape><v:textpath string=\"毕节市测试局文件\"/>"
        + $"</v:shape></w:pict></w:r></w:p>").Lines());

    [Fact]
    public void Hidden_text_around_a_text_box_stays_hidden()
    {
        var read = Reading.Docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐一</w:t><w:drawing><w:txbxContent>" + Paragraph("框")
            + "</w:txbxContent></w:drawing><w:t>隐二</w:t></w:r></w:p>");
        Assert.Equal(["框"], read.Lines());
        Assert.Contains("隐一隐二", read.Remark("hidden-text"), StringComparison.Ordinal);
    }
}
