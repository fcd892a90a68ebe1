using Xunit;
using static Disclosure.Documents.Tests.Import.Recognising.Papers;

namespace Disclosure.Documents.Tests.Import.Recognising;

/// <summary>What is read out of the ways in which offices really write: pasted web pages, annexes, signatures on one line.</summary>
public sealed class RecognitionTests
{
    [Fact]
    public void A_number_inside_a_sentence_is_another_documents()
    {
        var document = Recognise("附件1\n\n某某市文化局2026年公开工作方案\n\n按照《关于推进服务的意见》（国发〔2016〕55号）要求，制定本方案。\n");
        Assert.Null(document.DocumentNumber);
        Assert.Equal("某某市文化局2026年公开工作方案", document.Title.Value);
        Assert.Equal("某某市文化局", document.IssuingOrgan!.Value);
    }

    [Theory]
    [InlineData("某文旅发〔2026〕7号")]
    [InlineData("（某文旅发〔2026〕7号）")]
    [InlineData("某文旅发[2026]7号　签发人：某某")]
    [InlineData("索引号：1　文号：某文旅发（2026）第7号")]
    public void A_number_on_its_own_line_or_behind_its_label_is_the_documents(string line)
        => Assert.StartsWith("某文旅发〔2026〕", Recognise($"{line}\n关于举办展览的通知\n\n正文。\n").DocumentNumber!.Value,
        StringComparison.Ordinal);

    [Fact]
    public void The_menu_of_a_pasted_web_page_is_no_title()
    {
        var document = Recognise("帮助 政务公开 公开制度\n\n关于印发《某省文化厅报送办法》的通知\n\n来源:某省文化厅发布时间:2026-09-05[关闭][打印]"
            + "\n\n各单位:\n\n现印发给你们。\n\n2026年8月29日\n\n附件\n");
        Assert.Equal(("关于印发《某省文化厅报送办法》的通知", new DateOnly(2026, 8, 29), "某省文化厅"),
            (document.Title.Value, document.ProducedOn!.Value, document.IssuingOrgan!.Value));
    }

    [Fact]
    public void An_organ_that_signs_on_the_line_of_the_date_is_read_with_it()
    {
        var document = Recognise("政务公开工作年度报告\n\n全年公开信息一批。\n\n某县文化和旅游局 2026年1月12日\n");
        Assert.Equal((new DateOnly(2026, 1, 12), "某县文化和旅游局"), (document.ProducedOn!.Value, document.IssuingOrgan!.Value));
    }

    [Fact]
    public void A_title_broken_over_lines_is_joined()
    {
        var document = Recognise("某文旅通〔2026〕90号\n某某市文化局关于印发\n《工作制度》等有关制度的通知\n各科（室）\n现予以印发。\n");
        Assert.Equal(("某某市文化局关于印发《工作制度》等有关制度的通知", "某某市文化局"), (document.Title.Value, document.IssuingOrgan!.Value));
    }

    [Fact]
    public void Radicals_in_a_paper_copied_from_a_pdf_are_read_as_ideographs()
    {
        var document = Recognise("毕测发〔2026〕7号\n毕节市⼈⺠政府关于⻓期⽤⽔的通知\n各科室：\n正⽂。\n毕节市⼈⺠政府\n2026年11⽉2⽇");
        Assert.Equal(("毕节市人民政府关于长期用水的通知", new DateOnly(2026, 11, 2), "毕节市人民政府"),
            (document.Title.Value, document.ProducedOn!.Value, document.IssuingOrgan!.Value));
    }

    [Theory]
    [InlineData("毕节市测试管理办法\n（2026年11月2日毕节市人民政府令第3号公布　自2027年1月1日起施行）\n第一章　总则\n第一条　略。", "毕节市人民政府令第3号")]
    [InlineData("毕节市测试条例\n（2026年11月2日毕节市第三届人民代表大会常务委员会第九次会议通过）\n第一章　总则\n第一条　略。", null)]
    public void The_note_below_a_regulations_title_has_its_day_and_order(string text, string? number)
    {
        var document = Recognise(text);
        Assert.Equal((new DateOnly(2026, 11, 2), number), (document.ProducedOn!.Value, document.DocumentNumber?.Value));
        Assert.StartsWith("毕节市测试", document.Title.Value, StringComparison.Ordinal);
        Assert.StartsWith("（2026年11月2日", TextOf(document)[0], StringComparison.Ordinal);
    }
}
