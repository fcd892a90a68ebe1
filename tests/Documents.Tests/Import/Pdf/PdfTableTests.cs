using Disclosure.Documents.Bodies;
using Xunit;
using static Disclosure.Documents.Tests.Import.Pdf.PdfFile;

namespace Disclosure.Documents.Tests.Import.Pdf;

/// <summary>Tables with lines and without: each cell in its row and column, empty ones too.</summary>
public sealed class PdfTableTests
{
    private static readonly string[][] Year = [["项目", "本年", "上年"], ["受理", "", "5"], ["办结", "7", "6"]];

    [Fact]
    public void Columns_below_one_another_are_a_table_without_lines()
    {
        var body = Read(Cells(new Sheet(), Year, [80, 200, 320], [700, 676, 652])).Body;
        Assert.Equal("项目\t本年\t上年\n受理\t\t5\n办结\t7\t6", BodyText.Of(body));
        Assert.IsType<Table>(Assert.Single(body.Blocks));
    }

    [Fact]
    public void Numbers_at_the_right_of_their_column_and_text_around_too()
    {
        var sheet = new Sheet().Text(80, 760, "统计情况如下：", 12).Text(80, 580, "特此说明。", 12);
        string[][] rows = [["项目", "本年", "上年合计"], ["受理的申请", "12", "1,205"], ["办结", "1,027", "6"], ["其他", "", "0"]];
        double[] rights = [0, 260, 420];
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
            foreach (var (cell, column) in row.Select((cell, column) => (cell, column)))
                if (cell.Length > 0) sheet.Text(column == 0 ? 80 : rights[column] - Width(cell), 730 - (index * 24), cell, 12);
        Assert.Equal(["统计情况如下：", "项目\t本年\t上年合计", "受理的申请\t12\t1,205", "办结\t1,027\t6", "其他\t\t0", "特此说明。"], Lines(sheet));
    }

    [Fact]
    public void A_table_with_lines_stands_between_the_lines_above_and_below()
    {
        double[] xs = [70, 190, 310, 430];
        var sheet = Cells(new Sheet().Text(80, 760, "统计情况如下：", 12).Text(80, 580, "特此说明。", 12).Grid(xs, [715, 690, 665, 640]),
            Year, [80, 200, 320], [698, 673, 648]);
        var blocks = Read(sheet).Body.Blocks;
        Assert.Equal("统计情况如下：\n项目\t本年\t上年\n受理\t\t5\n办结\t7\t6\n特此说明。", BodyText.Of(new Body(blocks)));
        Assert.IsType<Table>(blocks[1]);
    }

    [Fact]
    public void Boxes_around_cells_and_thin_areas_are_lines()
    {
        double[] xs = [70, 190, 310, 430];
        double[] ys = [715, 690, 665, 640];
        var boxes = new Sheet();
        for (var row = 0; row < 3; row++)
            for (var column = 0; column < 3; column++) boxes.Box(xs[column], ys[row + 1], 120, 25);
        Assert.IsType<Table>(Assert.Single(Read(Cells(boxes, Year, [80, 200, 320], [698, 673, 648])).Body.Blocks));
        var areas = new Sheet();
        foreach (var y in ys) areas.Box(70, y, 360, 0.5, "f");
        foreach (var x in xs) areas.Box(x, 640, 0.5, 75, "f");
        Assert.Equal("项目\t本年\t上年\n受理\t\t5\n办结\t7\t6", BodyText.Of(Read(Cells(areas, Year, [80, 200, 320], [698, 673, 648])).Body));
    }

    [Fact]
    public void Cells_over_several_columns_or_rows_are_one()
    {
        // 项目 over two rows, 数量 over two columns.
        var sheet = new Sheet().Line(70, 715, 430, 715).Line(190, 690, 430, 690).Line(70, 665, 430, 665).Line(70, 640, 430, 640)
            .Line(70, 715, 70, 640).Line(190, 715, 190, 640).Line(310, 690, 310, 640).Line(430, 715, 430, 640)
            .Text(80, 685, "项目", 12).Text(290, 698, "数量", 12).Text(200, 673, "本年", 12).Text(320, 673, "上年", 12)
            .Text(80, 648, "受理", 12).Text(320, 648, "5", 12);
        var table = Assert.IsType<Table>(Assert.Single(Read(sheet).Body.Blocks));
        Assert.Equal([[(1, 2), (2, 1)], [(1, 1), (1, 1)], [(1, 1), (1, 1), (1, 1)]],
            table.Rows.Select(row => row.Select(cell => (cell.Columns, cell.Rows)).ToArray()).ToArray());
        Assert.Equal("项目\t数量\n\t本年\t上年\n受理\t\t5", BodyText.Of(new Body([table])));
    }

    [Fact]
    public void Lines_of_a_cell_stay_together()
    {
        var sheet = new Sheet().Grid([70, 150, 250], [700, 640, 600]).Text(75, 680, "责任单位", 12).Text(155, 680, "毕节市文化广电", 12)
            .Text(155, 662, "旅游局", 12).Text(75, 615, "甲", 12).Text(155, 615, "乙", 12);
        Assert.Equal(["责任单位\t毕节市文化广电旅游局", "甲\t乙"], Lines(sheet));
    }

    [Fact]
    public void A_frame_and_a_line_below_a_head_are_no_table()
    {
        var sheet = new Sheet().Box(40, 40, 500, 780).Text(120, 740, "毕节市测试局文件").Line(60, 700, 520, 700).Text(80, 660, "正文。");
        Assert.All(Read(sheet).Body.Blocks, block => Assert.IsType<Paragraph>(block));
    }

    [Fact]
    public void Two_organs_that_sign_side_by_side_are_parted()
        => Assert.Equal(["特此通知。", "毕节市测试局　毕节市财政局", "2026年11月2日"], Lines(new Sheet().Text(80, 700, "特此通知。")
            .Text(200, 640, "毕节市测试局").Text(360, 640, "毕节市财政局").Text(380, 610, "2026年11月2日")));

    [Fact]
    public void Many_organs_that_sign_side_by_side_are_no_table()
    {
        var sheet = new Sheet().Text(80, 700, "特此通知。");
        string[][] organs = [["毕节市测试局", "毕节市财政局"], ["毕节市教育局", "毕节市民政局"], ["毕节市水务局", "毕节市司法局"]];
        Assert.Equal(["特此通知。", "毕节市测试局　毕节市财政局", "毕节市教育局　毕节市民政局", "毕节市水务局　毕节市司法局"],
            Lines(Cells(sheet, organs, [200, 360], [640, 610, 580])));
    }

    [Fact]
    public void Numbered_paragraphs_are_no_table()
        => Assert.Equal(["第一条　本办法适用于试验。", "第二条　试验由办公室负责。", "第三条　本办法自印发之日起施行。"], Lines(Cells(new Sheet(),
            [["第一条", "本办法适用于试验。"], ["第二条", "试验由办公室负责。"], ["第三条", "本办法自印发之日起施行。"]], [80, 140], [700, 676, 652])));

    [Theory]
    [InlineData(10)]
    [InlineData(14)]
    public void Cells_close_together_are_parted_at_least(double gap)
    {
        string[][] rows = [["受理", "5", "7"], ["办结", "3", "9"], ["其他", "1", "2"]];
        foreach (var line in Lines(Cells(new Sheet(), rows, [80, 104 + gap, 104 + gap + 6 + gap], [700, 676, 652])))
            Assert.Equal(3, line.Split(' ', '\t').Length);
    }

    [Fact]
    public void A_table_on_a_page_that_lies_on_its_side()
    {
        var sheet = new Sheet();
        foreach (var (row, index) in Year.Select((row, index) => (row, index)))
            foreach (var (cell, column) in row.Select((cell, column) => (cell, column)))
                if (cell.Length > 0) sheet.Turned(90, 200 + (index * 25), 80 + (column * 120), cell, 12);
        foreach (var x in (double[])[183, 208, 233, 258]) sheet.Line(x, 70, x, 430);
        foreach (var y in (double[])[70, 190, 310, 430]) sheet.Line(183, y, 258, y);
        Assert.Equal(["项目\t本年\t上年", "受理\t\t5", "办结\t7\t6"], Lines(sheet));
    }

    [Fact]
    public void Lines_between_rows_alone_make_a_table_with_long_cells()
    {
        var sheet = new Sheet().Text(80, 760, "说明如下：", 12);
        foreach (var y in (double[])[730, 705, 655, 625]) sheet.Line(70, y, 500, y);
        sheet.Text(75, 713, "序号", 12).Text(108, 713, "事项", 12).Text(300, 713, "时限", 12)
            .Text(75, 675, "1", 12).Text(108, 685, "申请公开政府信息的答", 12).Text(108, 665, "复", 12).Text(300, 675, "二十个工作日", 12)
            .Text(75, 635, "2", 12).Text(108, 635, "延长答复", 12);
        Assert.Equal(["说明如下：", "序号\t事项\t时限", "1\t申请公开政府信息的答复\t二十个工作日", "2\t延长答复\t"], Lines(sheet));
    }

    [Fact]
    public void Three_lines_make_a_table_of_many_rows()
    {
        var sheet = new Sheet();
        foreach (var y in (double[])[720, 695, 620]) sheet.Line(70, y, 400, y);
        string[][] rows = [["项目", "本年", "上年"], ["受理", "", "5"], ["办结", "7", "6"], ["其他", "1", ""]];
        Assert.Equal(["项目\t本年\t上年", "受理\t\t5", "办结\t7\t6", "其他\t1\t"], Lines(Cells(sheet, rows, [80, 200, 320], [703, 678, 654, 630])));
    }

    [Fact]
    public void A_head_without_a_line_above_belongs_to_its_table()
    {
        // As browsers print: a thin area below each cell, and none above the head.
        var sheet = new Sheet();
        foreach (var y in (double[])[750, 700])
            foreach (var (from, to) in ((double, double)[])[(70, 110), (110, 300), (300, 500)]) sheet.Box(from, y, to - from, 0.7, "f");
        sheet.Text(75, 783, "序号", 12).Text(115, 783, "事项", 12).Text(305, 783, "时限", 12).Text(75, 758, "1", 12).Text(115, 758, "申请", 12)
            .Text(305, 758, "20 日", 12).Text(75, 720, "2", 12).Text(115, 730, "答复申请公开的人所写的信函，", 12).Text(115, 710, "另行", 12);
        Assert.Equal(["序号\t事项\t时限", "1\t申请\t20 日", "2\t答复申请公开的人所写的信函，另行\t"], Lines(sheet));
    }

    [Fact]
    public void Lines_across_the_page_with_text_between_are_no_table()
    {
        var sheet = new Sheet().Text(80, 740, "毕节市测试局文件").Text(80, 690, "正文的第一句话。").Text(80, 640, "第二句。");
        foreach (var y in (double[])[720, 670, 620]) sheet.Line(70, y, 500, y);
        Assert.All(Read(sheet).Body.Blocks, block => Assert.IsType<Paragraph>(block));
    }

    [Fact]
    public void Words_of_an_alphabet_that_are_set_close_are_parted()
        => Assert.Equal(["ISO 9001 (2015)"], Lines(new Sheet().Text(80, 700, "ISO").Text(107, 700, "9001").Text(142, 700, "(2015)")));

    private static Sheet Cells(Sheet sheet, string[][] rows, double[] xs, double[] ys)
    {
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
            foreach (var (cell, column) in row.Select((cell, column) => (cell, column)))
                if (cell.Length > 0) sheet.Text(xs[column], ys[index], cell, 12);
        return sheet;
    }

    private static double Width(string cell) => cell.Sum(c => c < 128 ? 6 : 12);
}
