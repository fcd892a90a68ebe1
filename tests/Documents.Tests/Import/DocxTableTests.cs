using Xunit;
using static Disclosure.Documents.Tests.Import.WordFile;

namespace Disclosure.Documents.Tests.Import;

/// <summary>No value of a table changes its column.</summary>
public sealed class DocxTableTests
{
    private const string Two = "<w:gridSpan w:val=\"2\"/>";
    private const string Begins = "<w:vMerge w:val=\"restart\"/>";
    private const string GoesOn = "<w:vMerge/>";

    [Fact]
    public void Merged_cells_cover_columns_and_rows()
    {
        var html = Html(Row(Cell("类别"), Cell("项目"), Cell("本年"), Cell("上年")), Row(Cell("许可", Begins), Cell("受理"), Cell("11"), Cell("12")),
            Row(Cell("", GoesOn), Cell("办结"), Cell("21"), Cell("22")), Row(Cell("合计", Two), Cell("32"), Cell("34")));
        Assert.Contains("<td rowspan=\"2\">许可</td>", html, StringComparison.Ordinal);
        Assert.Contains("<tr>\n<td>办结</td>\n<td>21</td>\n<td>22</td>\n</tr>", html, StringComparison.Ordinal);
        Assert.Contains("<td colspan=\"2\">合计</td>\n<td>32</td>\n<td>34</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_may_cover_columns()
        => Assert.Contains("<tr>\n<th colspan=\"2\">甲</th>\n<th>乙</th>\n</tr>\n<tr>\n<td>1</td>", Html(
        $"<w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("甲", Two)}{Cell("乙")}</w:tr>", Row(Cell("1"), Cell("2"), Cell("3"))),
            StringComparison.Ordinal);

    [Fact]
    public void Cells_that_are_both_wide_and_high_go_on_as_they_are()
        => Assert.Contains("<td colspan=\"2\" rowspan=\"3\">大</td>", Html(Row(Cell("大", Two + Begins), Cell("1")),
        Row(Cell("", Two + GoesOn), Cell("2")),
        Row(Cell("", Two + GoesOn), Cell("3"))), StringComparison.Ordinal);

    [Fact]
    public void Columns_that_a_row_leaves_out_are_empty_cells()
    {
        var html = Html(Row(Cell("1"), Cell("2"), Cell("3")),
            $"<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>{Cell("中")}</w:tr>");
        Assert.Contains("<tr>\n<td></td>\n<td>中</td>\n<td></td>\n</tr>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_merge_that_nothing_began_is_a_cell()
        => Assert.Contains("<td>孤</td>\n<td>2</td>", Html(Row(Cell("孤", GoesOn), Cell("2"))), StringComparison.Ordinal);

    [Fact]
    public void A_merge_in_another_column_does_not_go_on()
        => Assert.Contains("<tr>\n<td colspan=\"2\">宽</td>", Html(Row(Cell("甲", Begins), Cell("乙")), Row(Cell("宽", Two + GoesOn))),
        StringComparison.Ordinal);

    [Fact]
    public void The_older_way_to_merge_columns_is_known()
        => Assert.Contains("<td colspan=\"2\">甲</td>\n<td>乙</td>",
        Html(Row(Cell("甲", "<w:hMerge w:val=\"restart\"/>"), Cell("", "<w:hMerge/>"), Cell("乙"))), StringComparison.Ordinal);

    [Fact]
    public void Only_head_rows_at_the_top_are_headings()
    {
        const string head = "<w:trPr><w:tblHeader/></w:trPr>";
        var html = Html($"<w:tr>{head}{Cell("甲")}</w:tr>", Row(Cell("1")), $"<w:tr>{head}{Cell("2")}</w:tr>",
            $"<w:tr><w:trPr><w:tblHeader w:val=\"0\"/></w:trPr>{Cell("3")}</w:tr>");
        Assert.Equal(1, html.Split("<th").Length - 1);
    }

    [Fact]
    public void A_cell_keeps_its_paragraphs_and_their_setting()
        => Assert.Contains("<td>\n<p>甲</p>\n<p class=\"right\">乙</p>\n</td>",
        Html(Row($"<w:tc>{Paragraph("甲")}{Paragraph("乙", "<w:jc w:val=\"right\"/>")}</w:tc>")),
        StringComparison.Ordinal);

    [Fact]
    public void A_table_within_a_cell_is_paragraphs_and_named()
    {
        var read = Reading.Docx(Table(Row($"<w:tc>{Paragraph("外")}{Table(Row(Cell("内一"), Cell("内二")))}{Paragraph("后")}</w:tc>",
            Cell("旁"))));
        Assert.Equal(["外 内一 内二 后\t旁"], read.Lines());
        Assert.Contains("第 1 个表格第 1 行", read.Remark("nested-table"), StringComparison.Ordinal);
    }

    [Fact]
    public void Deleted_rows_are_gone_and_inserted_ones_are_there()
    {
        var read = Reading.Docx(Table(Row(Cell("1")), $"<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{Cell("2")}</w:tr>",
            $"<w:tr><w:trPr><w:ins w:id=\"2\"/></w:trPr>{Cell("3")}</w:tr>"));
        Assert.Equal(["1", "3"], read.Lines());
        Assert.NotEmpty(read.Remark("tracked-change"));
    }

    [Fact]
    public void Text_that_a_merged_cell_covers_is_kept_out_and_named()
    {
        var read = Reading.Docx(Table(Row(Cell("甲", Begins)), Row(Cell("盖住的字", GoesOn))));
        Assert.Equal("甲", read.Lines()[0]);
        Assert.Contains("盖住的字", read.Remark("hidden-text"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_in_a_content_control_is_a_row()
        => Assert.Equal(["1", "2"], Reading.Docx(Table(Row(Cell("1")), $"<w:sdt><w:sdtContent>{Row(Cell("2"))}</w:sdtContent></w:sdt>"))
        .Lines());

    [Fact]
    public void A_merge_of_thousands_of_rows_keeps_every_value_in_its_column()
    {
        var read = Reading.Docx(Table([Row(Cell("甲", Begins), Cell("0")), .. Enumerable.Range(1, 2_500).Select(i => Row(Cell("", GoesOn),
            Cell($"{i}")))]));
        Assert.Contains("rowspan=\"1000\"", read.Html(), StringComparison.Ordinal);
        Assert.Equal(2_501, read.Lines().Length);
    }

    private static string Html(params string[] rows) => Reading.Docx(Table(rows)).Html();
}
