using Disclosure.Documents.Bodies;
using Xunit;
using static Disclosure.Documents.Tests.Import.Pdf.PdfFile;

namespace Disclosure.Documents.Tests.Import.Pdf;

/// <summary>页眉 and 页脚 are no text, and sentences go on over them.</summary>
public sealed class RunningLineTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void A_line_at_the_same_place_of_most_pages_is_left_out_and_that_is_said(int pages)
    {
        var document = Read([.. Enumerable.Range(1, pages).Select(page => new Sheet().Text(80, 810, "毕节市测试局文件汇编")
            .Text(80, 740, "定于下月在文化馆举办群众书法作品展览请各单位组织到").Text(280, 40, $"- {page} -"))]);
        Assert.Equal(string.Concat(Enumerable.Repeat("定于下月在文化馆举办群众书法作品展览请各单位组织到", pages)), BodyText.Of(document.Body));
        Assert.Equal("每页重复的页眉或页脚“毕节市测试局文件汇编”未列入正文。", Assert.Single(document.Remarks).Words);
    }

    [Theory]
    [InlineData("文件汇编　第{0}页")]
    [InlineData("第 {0} 页 / 共 4 页　毕节市测试局")]
    [InlineData("毕节市测试局 {0}")]
    public void Whatever_number_it_carries(string footer)
    {
        var document = Read([.. Enumerable.Range(1, 4).Select(page => new Sheet().Text(80, 700, $"正文{"甲乙丙丁"[page - 1]}。")
            .Text(200, 50, footer.Replace("{0}", $"{page}", StringComparison.Ordinal), 10))]);
        Assert.Equal("正文甲。\n正文乙。\n正文丙。\n正文丁。", BodyText.Of(document.Body));
        Assert.Single(document.Remarks);
    }

    [Fact]
    public void Left_and_right_pages_have_their_own()
    {
        var lines = Lines([.. Enumerable.Range(1, 6).Select(page => new Sheet()
            .Text(page % 2 == 0 ? 60 : 400, 810, page % 2 == 0 ? "文件汇编" : "第一部分", 10).Text(80, 700, $"正文{page}。"))]);
        Assert.Equal(["正文1。", "正文2。", "正文3。", "正文4。", "正文5。", "正文6。"], lines);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Pages_that_lie_on_their_side_have_headers_too(int quarters)
    {
        var lines = Lines([.. Enumerable.Range(1, 3).Select(page => new Sheet { Quarters = quarters }.Turned(90, 40, 100, "文件汇编", 10)
            .Turned(90, 200, 100, $"正文{page}。").Turned(90, 560, 400, $"— {page} —"))]);
        Assert.Equal(["正文1。", "正文2。", "正文3。"], lines);
    }

    [Fact]
    public void The_first_page_may_have_none()
    {
        var lines = Lines([.. Enumerable.Range(1, 4).Select(page => (page == 1 ? new Sheet() : new Sheet().Text(80, 810, "文件汇编"))
            .Text(80, 700, $"正文{page}。"))]);
        Assert.Equal(["正文1。", "正文2。", "正文3。", "正文4。"], lines);
    }

    [Fact]
    public void A_line_of_one_page_or_in_the_middle_of_pages_stays()
    {
        Assert.Equal(["毕节市测试局", "正文。"], Lines(new Sheet().Text(80, 810, "毕节市测试局").Text(80, 700, "正文。")));
        Assert.Equal(["同样的一行。", "甲。", "同样的一行。", "乙。"], Lines(
            new Sheet().Text(80, 500, "同样的一行。").Text(80, 400, "甲。"), new Sheet().Text(80, 500, "同样的一行。").Text(80, 400, "乙。")));
    }
}
