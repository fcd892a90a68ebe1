using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import;
using Xunit;
using static Disclosure.Documents.Tests.Import.Pdf.PdfFile;

namespace Disclosure.Documents.Tests.Import.Pdf;

/// <summary>What a PDF shows is read once, in the order in which it is read.</summary>
public sealed class PdfTextTests
{
    [Fact]
    public void Lines_are_joined_to_paragraphs_so_that_a_broken_word_is_found()
        => Assert.Equal(["关于举办展览的通知", "定于下月在文化馆举办群众书法作品展览请各单位组织报名参加。名额不限。", "附件随文印发。"], Lines(new Sheet()
            .Text(200, 780, "关于举办展览的通知")
            .Text(112, 740, "定于下月在文化馆举办群众书法作品展览请各单位组织")
            .Text(80, 710, "报名参加。名额不限。")
            .Text(112, 680, "附件随文印发。")
            .Text(280, 40, "— 1 —")));

    [Theory]
    [InlineData(2, 0.4)]
    [InlineData(4, 0.4)]
    [InlineData(4, 0.2)]
    [InlineData(2, 1.5)]
    [InlineData(3, 0)]
    public void Letters_struck_again_to_look_bold_are_read_once(int times, double apart)
    {
        var sheet = new Sheet();
        for (var time = 0; time < times; time++) sheet.Text(120 + (time * apart), 740, "毕节市测试局关于开展检查检查的通知2026·11");
        Assert.Equal(["毕节市测试局关于开展检查检查的通知2026·11"], Lines(sheet));
    }

    [Fact]
    public void Letters_struck_again_one_by_one_above_and_beside_too()
    {
        var sheet = new Sheet();
        foreach (var (letter, index) in "开展检查的通知".Select((letter, index) => (letter, index)))
            foreach (var (x, y) in ((double, double)[])[(0, 0), (0.5, 0), (0, 0.5), (0.5, 0.5)])
                sheet.Text(120 + (index * 16) + x, 740 + y, $"{letter}");
        Assert.Equal(["开展检查的通知"], Lines(sheet));
    }

    [Fact]
    public void Radicals_are_read_as_the_ideographs_that_they_look_like()
        => Assert.Equal(["毕节市人民政府关于长期用水、门户网站、食品安全的通知2026年11月2日"],
            Lines(new Sheet().Text(20, 740, "毕节市⼈⺠政府关于⻓期⽤⽔、⻔⼾⽹站、⻝品安全的通知2026年11⽉2⽇", 14)));

    [Theory]
    [InlineData(45)]
    [InlineData(30)]
    [InlineData(-45)]
    [InlineData(60)]
    public void Text_across_the_page_is_a_watermark(double degrees)
    {
        var document = Read(new Sheet().Text(120, 740, "关于开展检查的通知").Text(300, 560, "毕节市测试局").Text(300, 530, "2026年11月2日")
            .Turned(degrees, 120, 400, "仅供内部传阅严禁外传", 40));
        Assert.Equal("关于开展检查的通知\n毕节市测试局\n2026年11月2日", BodyText.Of(document.Body));
        Assert.Equal("第 1 页有斜排的文字，按水印处理，未列入正文。", Assert.Single(document.Remarks).Words);
    }

    [Fact]
    public void Large_light_text_at_the_same_place_of_each_page_or_over_its_lines_is_a_watermark()
    {
        Sheet[] sheets = [.. Enumerable.Range(1, 2).Select(page => new Sheet().Text(120, 600, "内部资料", 60, "0.85 g")
            .Text(80, 740, $"第{"一二"[page - 1]}页的正文。").Text(80, 700, "另起一行。"))];
        var document = Read(sheets);
        Assert.Equal("第一页的正文。\n另起一行。\n第二页的正文。\n另起一行。", BodyText.Of(document.Body));
        Assert.Equal("有浅色大字水印，未列入正文。", Assert.Single(document.Remarks).Words);
        Assert.Equal(["现将事项公布如下。", "另起一行。"], Lines(new Sheet().Text(70, 695, "内部资料", 60, "0.9 0.8 0.8 rg")
            .Text(80, 710, "现将事项公布如下。").Text(80, 690, "另起一行。")));
    }

    [Fact]
    public void Light_words_strewn_over_a_page_are_a_watermark()
    {
        var sheet = new Sheet().Text(80, 740, "现将事项公布如下。").Text(80, 700, "另起一行。");
        foreach (var x in (int[])[60, 220, 380])
            foreach (var y in (int[])[720, 560, 400, 240]) sheet.Text(x, y, "毕节市测试局", 14, "0.85 g");
        Assert.Equal(["现将事项公布如下。", "另起一行。"], Lines(sheet));
    }

    [Fact]
    public void Letters_set_apart_are_one_word_and_gaps_between_words_stay()
    {
        var sheet = new Sheet().Text(80, 640, "各").Text(112, 640, "科室");
        foreach (var (letter, index) in "毕节市测试局文件".Select((letter, index) => (letter, index)))
            sheet.Text(80 + (index * 50), 740, $"{letter}", 30);
        Assert.Equal(["毕节市测试局文件", "各 科室"], Lines(sheet));
    }

    [Fact]
    public void A_huge_light_word_beside_the_text_is_a_watermark_and_a_white_head_on_a_bar_is_not()
    {
        Assert.Equal(["现将事项公布如下。"], Lines(new Sheet().Text(80, 740, "现将事项公布如下。").Text(200, 300, "草稿", 90, "0.9 g")));
        Sheet[] sheets = [.. Enumerable.Range(1, 3).Select(page => new Sheet().Box(40, 640, 500, 60, "f", "0.1 0.2 0.6 rg")
            .Text(60, 660, "文化简报", 40, "1 g").Text(80, 600, $"正文{page}。"))];
        Assert.Equal(["文化简报", "正文1。", "文化简报", "正文2。", "文化简报", "正文3。"], Lines(sheets));
    }

    [Fact]
    public void A_large_red_head_and_a_grey_line_stay()
        => Assert.Equal(["毕节市测试局文件", "毕测发〔2026〕7号", "（说明）"], Lines(new Sheet().Text(120, 740, "毕节市测试局文件", 40, "1 0 0 rg")
            .Text(220, 690, "毕测发〔2026〕7号").Text(80, 640, "（说明）", 16, "0.7 g")));

    [Theory]
    [InlineData("1 g", 0)]
    [InlineData("0.99 0.99 0.98 rg", 0)]
    [InlineData("0 g", 3)]
    [InlineData("0 g", 7)]
    public void Text_without_ink_or_white_on_white_is_left_out_and_that_is_said(string color, int mode)
    {
        var document = Read(new Sheet().Text(80, 740, "公开的内容。").Text(80, 700, "身份证号码", 16, color, mode));
        Assert.Equal("公开的内容。", BodyText.Of(document.Body));
        Assert.Equal("hidden-text", Assert.Single(document.Remarks).Code);
    }

    [Fact]
    public void Text_below_a_black_bar_is_left_out_and_white_text_on_a_bar_is_not()
    {
        var document = Read(new Sheet().Text(80, 740, "姓名：").Text(128, 740, "某某某").Box(126, 736, 52, 20, "f")
            .Box(70, 690, 200, 30, "f", "0 0 0.6 rg").Text(80, 700, "白字标题", 16, "1 g"));
        Assert.Equal("姓名：\n白字标题", BodyText.Of(document.Body));
        Assert.Equal("hidden-text", Assert.Single(document.Remarks).Code);
    }

    [Fact]
    public void The_text_layer_of_a_scan_is_read()
        => Assert.Equal(["扫描件的文字。"], Lines(new Sheet().Draw($"q 595 0 0 842 0 0 cm /I1 Do Q").Text(80, 740, "扫描件的文字。", 16, "0 g", 3)));

    [Theory]
    [InlineData(90, 400, 100, -30, 0)]
    [InlineData(270, 100, 700, 30, 0)]
    [InlineData(180, 500, 100, 0, 30)]
    public void Lines_that_run_upwards_or_downwards_are_read_in_their_order(double degrees, double x, double y, double dx, double dy)
    {
        // The next line lies to the right of one that runs upwards.
        string[] lines = ["关于开展检查的通知", "各科室：", "现就有关事项通知如下。"];
        Sheet Turned(int quarters)
        {
            var sheet = new Sheet { Quarters = quarters };
            foreach (var (line, index) in lines.Select((line, index) => (line, index)))
                sheet.Turned(degrees, x - (index * dx), y + (index * dy), line);
            return sheet;
        }

        Assert.Equal(lines, Lines(Turned(0)));
        Assert.Equal(lines, Lines(Turned((int)(degrees / 90))));
    }

    [Fact]
    public void Words_along_the_edge_of_a_page_follow_its_text()
        => Assert.Equal(["关于开展检查的通知", "装订线"], Lines(new Sheet().Text(120, 740, "关于开展检查的通知").Turned(90, 30, 300, "装订线", 10)));

    [Fact]
    public void Two_columns_are_read_one_after_the_other()
    {
        var sheet = new Sheet().Text(220, 800, "文化通讯");
        string[] left = ["　　左栏第一行文字写到", "这一栏的右边为止不再往", "右继续而是转到下一行。", "　　左栏第二段也是这样", "写满以后再到下一行去。"];
        string[] right = ["　　右栏第一行文字写到", "这一栏的右边为止不再往", "右继续而是转到下一行。", "　　右栏第二段也是这样", "写满以后再到下一行去。"];
        foreach (var (line, index) in left.Select((line, index) => (line, index))) Place(sheet, 60, 760 - (index * 24), line);
        foreach (var (line, index) in right.Select((line, index) => (line, index))) Place(sheet, 320, 752 - (index * 24), line);
        Assert.Equal(
        [
            "文化通讯", "左栏第一行文字写到这一栏的右边为止不再往右继续而是转到下一行。", "左栏第二段也是这样写满以后再到下一行去。",
            "右栏第一行文字写到这一栏的右边为止不再往右继续而是转到下一行。", "右栏第二段也是这样写满以后再到下一行去。",
        ], Lines(sheet));

        static void Place(Sheet sheet, int x, int y, string line)
            => sheet.Text(x + (20 * line.Count(c => c == '　')), y, line.TrimStart('　'), 20);
    }

    [Fact]
    public void A_right_column_that_ends_early_is_read_behind_the_left_one()
    {
        var sheet = new Sheet();
        for (var line = 0; line < 8; line++) sheet.Text(60, 760 - (line * 24), $"左栏第{"一二三四五六七八"[line]}行的文字写到右边", 16);
        sheet.Text(320, 760, "右栏第一行的文字写到右边", 16).Text(320, 736, "右栏第二行到此", 16);
        var text = Assert.Single(Lines(sheet));
        Assert.StartsWith("左栏第一行的文字写到右边左栏第二行", text, StringComparison.Ordinal);
        Assert.EndsWith("左栏第八行的文字写到右边右栏第一行的文字写到右边右栏第二行到此", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(160)]
    public void A_paper_as_it_is_printed_is_recognised(double lower)
    {
        // Red line, text, signature, and an imprint between three lines of the same length.
        var sheet = new Sheet().Text(120, 760, "毕节市测试局文件", 40, "1 0 0 rg").Text(230, 710, "毕测发〔2026〕7号").Line(80, 700, 512, 700)
            .Text(160, 660 - lower, "毕节市测试局关于开展试验的通知").Text(80, 630 - lower, "各科室：")
            .Text(112, 605 - lower, "定于下月在文化馆举办群众书法作品展览请各单位组织参加").Text(80, 580 - lower, "并写明理由。")
            .Text(384, 540 - lower, "毕节市测试局").Text(376, 515 - lower, "2026年11月2日").Text(112, 490 - lower, "（此件公开发布）")
            .Line(80, 130, 512, 130).Text(96, 112, "抄送：市委办公室，市政府办公室。", 14).Line(80, 105, 512, 105)
            .Text(96, 87, "毕节市测试局办公室", 14).Text(380, 87, "2026年11月5日印发", 14).Line(80, 80, 512, 80).Text(280, 40, "— 1 —", 14);
        var read = Read(sheet);
        var paper = Documents.Import.Recognising.Recognition.Of(read, new DateOnly(2026, 11, 30));
        Assert.Equal(("毕节市测试局关于开展试验的通知", "毕测发〔2026〕7号", "毕节市测试局", new DateOnly(2026, 11, 2)),
            (paper.Title.Value, paper.DocumentNumber!.Value, paper.IssuingOrgan!.Value, paper.ProducedOn!.Value));
        Assert.Equal(["各科室：", "定于下月在文化馆举办群众书法作品展览请各单位组织参加并写明理由。", "毕节市测试局", "2026年11月2日", "（此件公开发布）",
            "抄送：市委办公室，市政府办公室。", "毕节市测试局办公室　2026年11月5日印发"], BodyText.Of(paper.Body).Split('\n'));
    }

    [Fact]
    public void How_lines_stand_is_kept_and_helps_to_find_the_title()
    {
        var blocks = Read(new Sheet().Text(248, 780, "毕节市测试局").Text(224, 750, "关于举办展览的通知").Text(80, 700, "各科室：")
            .Text(112, 670, "定于下月在文化馆举办群众书法作品展览请各单位组织参加").Text(400, 600, "毕节市测试局").Text(396, 570, "2026年11月2日")).Body.Blocks;
        Assert.Equal([Alignment.Center, Alignment.Center, Alignment.Start, Alignment.Start, Alignment.End, Alignment.End],
            blocks.Cast<Paragraph>().Select(block => block.Alignment));
    }

    [Fact]
    public void More_text_than_an_item_may_have_is_refused()
    {
        var sheet = new Sheet();
        for (var line = 0; line < 45; line++) sheet.Text(10, 830 - (line * 18), new string('文', 1_000), 0.5);
        Assert.Equal(ImportFailures.TooLong, Documents.Import.Pdf.PdfText.Read(Of([.. Enumerable.Repeat(sheet, 7)])).Failure);
    }
}
