using Disclosure.Catalogue.Import;
using Xunit;

namespace Disclosure.Catalogue.Tests;

/// <summary>What is read out of the ways in which offices really write: pasted web pages, annexes, signatures on one line.</summary>
public sealed class RecognitionTests
{
    [Fact]
    public void A_number_inside_a_sentence_is_another_documents()
    {
        var document = DocumentRecognition.Recognise("附件1\n\n某某市文化局2026年公开工作方案\n\n按照《关于推进服务的意见》（国发〔2016〕55号）要求，制定本方案。\n");
        Assert.Null(document.DocumentNumber);
        Assert.Equal("某某市文化局2026年公开工作方案", document.Title);
        Assert.Equal("某某市文化局", document.IssuingOrgan);
    }

    [Theory]
    [InlineData("某文旅发〔2026〕7号")]
    [InlineData("（某文旅发〔2026〕7号）")]
    [InlineData("某文旅发[2026]7号　签发人：某某")]
    [InlineData("索引号：1　文号：某文旅发（2026）第7号")]
    public void A_number_on_its_own_line_or_behind_its_label_is_the_documents(string line)
        => Assert.StartsWith("某文旅发〔2026〕", DocumentRecognition.Recognise($"{line}\n关于举办展览的通知\n\n正文。\n").DocumentNumber!,
        StringComparison.Ordinal);

    [Fact]
    public void The_menu_of_a_pasted_web_page_is_no_title()
    {
        var document = DocumentRecognition.Recognise(
            "帮助 政务公开 公开制度\n\n关于印发《某省文化厅报送办法》的通知\n\n来源:某省文化厅发布时间:2026-09-05[关闭][打印]\n\n各单位:\n\n现印发给你们。\n\n2026年8月29日\n\n附件\n");
        Assert.Equal(("关于印发《某省文化厅报送办法》的通知", new DateOnly(2026, 8, 29), "某省文化厅"),
            (document.Title, document.ProducedOn!.Value, document.IssuingOrgan));
    }

    [Fact]
    public void An_organ_that_signs_on_the_line_of_the_date_is_read_with_it()
    {
        var document = DocumentRecognition.Recognise("政务公开工作年度报告\n\n全年公开信息一批。\n\n某县文化和旅游局 2026年1月12日\n");
        Assert.Equal((new DateOnly(2026, 1, 12), "某县文化和旅游局"), (document.ProducedOn!.Value, document.IssuingOrgan));
    }

    [Theory]
    [InlineData("文号：中中[2020]", " ", "x")]
    [InlineData("中中[2020]", " ", "x")]
    [InlineData("中中[2020]第", " ", "x")]
    [InlineData("文号", " ", "x")]
    [InlineData("文号：", "文 ", "x")]
    [InlineData("", "文 号 ： ", "x")]
    [InlineData("", "中中 [2020] 第 ", "x")]
    [InlineData("来源：", "中", "x")]
    [InlineData("", "来源 ", "x")]
    [InlineData("成文日期", " ", "x")]
    [InlineData("", "成文日期 ", "x")]
    [InlineData("某县文化局", " ", "x")]
    [InlineData("2020年", " ", "x")]
    [InlineData("", "，", "x")]
    [InlineData("", "aa ", "x")]
    [InlineData("", "办法（", "x")]
    public void A_line_of_anything_costs_little(string first, string repeated, string last)
    {
        var line = first + string.Concat(Enumerable.Repeat(repeated, 280_000 / repeated.Length)) + last;
        var before = Environment.CpuUsage.TotalTime;
        DocumentRecognition.Recognise($"关于某事的通知\n{line}\n正文。\n2026年1月1日");
        DocumentRecognition.Recognise(line);
        // What other tests of this process spend counts too; unbounded it is minutes.
        Assert.InRange(Environment.CpuUsage.TotalTime - before, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Many_long_lines_cost_little()
    {
        var before = Environment.CpuUsage.TotalTime;
        DocumentRecognition.Recognise(string.Concat(Enumerable.Repeat("文号：中中[2020]" + new string(' ', 985) + "x\n", 300)));
        Assert.InRange(Environment.CpuUsage.TotalTime - before, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_title_broken_over_lines_is_joined()
    {
        var document = DocumentRecognition.Recognise("某文旅通〔2026〕90号\n某某市文化局关于印发\n《工作制度》等有关制度的通知\n各科（室）\n现予以印发。\n");
        Assert.Equal(("某某市文化局关于印发《工作制度》等有关制度的通知", "某某市文化局"), (document.Title, document.IssuingOrgan));
    }
}
