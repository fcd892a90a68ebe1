using Disclosure.Documents.Import.Recognising;
using Xunit;
using static Disclosure.Documents.Tests.Import.Recognising.Papers;

namespace Disclosure.Documents.Tests.Import.Recognising;

/// <summary>成文日期 and 发文机关: of the signature, never of the imprint or an annex.</summary>
public sealed class SignatureTests
{
    [Theory]
    [InlineData("2026年11月2日")]
    [InlineData("2026年11月02日")]
    [InlineData("2026 年 11 月 2 日")]
    [InlineData("２０２６年１１月２日")]
    [InlineData("二〇二六年十一月二日")]
    [InlineData("二0二六年十一月二日")]
    [InlineData("二０二六年十一月二日")]
    [InlineData("二○二六年十一月二日")]
    [InlineData("二零二六年十一月二日")]
    [InlineData("二O二六年十一月二日")]
    [InlineData("二Ｏ二六年十一月二日")]
    [InlineData("二О二六年十一月二日")]
    [InlineData("二 〇 二 六 年 十 一 月 二 日")]
    [InlineData("2026.11.2")]
    [InlineData("2026.11.02")]
    [InlineData("2026-11-02")]
    [InlineData("2026/11/2")]
    [InlineData("2026年11月2日（此件公开发布）")]
    [InlineData("（2026年11月2日）")]
    public void The_date_below_the_organ_in_all_its_forms(string date)
    {
        var document = Closed($"毕节市测试局\n{date}");
        Assert.Equal((new DateOnly(2026, 11, 2), "毕节市测试局"), (document.ProducedOn!.Value, document.IssuingOrgan!.Value));
    }

    [Fact]
    public void A_year_of_two_zeros_in_letters()
        => Assert.Equal(new DateOnly(2006, 11, 20), Closed("毕节市测试局\n二OO六年十一月二十日").ProducedOn!.Value);

    [Theory]
    [InlineData("抄送：市委办公室。\n毕节市测试局办公室　　　　2026年11月5日印发")]
    [InlineData("抄送：市委办公室。\n毕节市测试局办公室\n2026年11月5日印发")]
    [InlineData("抄送：市委办公室。\n毕节市测试局办公室\n2026年11月5日")]
    [InlineData("抄送：市委办公室。\n毕节市测试局办公室2026年11月5日印发")]
    [InlineData("毕节市测试局办公室2026年11月5日印发")]
    [InlineData("毕节市测试局办公室印发\n2026年11月5日")]
    [InlineData("毕节市测试局办公室\n2026年11月5日")]
    [InlineData("附件\n培训日程\n2026年3月1日\n上午报到")]
    [InlineData("附件1\n培训日程\n毕节市培训中心\n2026年11月20日")]
    [InlineData("附件\n培训日程\n2026年12月15日\n上午报到")]
    [InlineData("附件：1.培训日程\n有效期至2027年6月30日")]
    [InlineData("有效期至 2027年6月30日")]
    [InlineData("有效期至\n2027年6月30日")]
    [InlineData("施行日期：2026年12月1日")]
    [InlineData("附件：\n毕节市测试局办公室\n2026年11月20日\n共印30份")]
    public void What_stands_behind_it_changes_neither_date_nor_organ(string behind)
    {
        var document = Closed($"毕节市测试局\n2026年11月2日\n\n{behind}");
        Assert.Equal((new DateOnly(2026, 11, 2), "毕节市测试局"), (document.ProducedOn!.Value, document.IssuingOrgan!.Value));
        Assert.Equal((Confidence.High, Confidence.High), (document.ProducedOn.Confidence, document.IssuingOrgan.Confidence));
        foreach (var line in behind.Split('\n')) Assert.Contains(line, TextOf(document));
    }

    [Theory]
    [InlineData("抄送：市委办公室。\n毕节市测试局办公室　2026年11月5日印发")]
    [InlineData("有效期至 2026年6月30日")]
    [InlineData("有效期至\n2026年6月30日")]
    [InlineData("施行日期：\n2026年6月30日")]
    [InlineData("附件\n培训日程\n2026年3月1日")]
    [InlineData("本通知自2026年6月30日起施行。")]
    [InlineData("发布时间：2026-11-05")]
    [InlineData("毕节市测试局\n2026年13月40日")]
    public void Where_no_date_is_signed_none_is_proposed(string end) => Assert.Null(Closed(end).ProducedOn);

    [Theory]
    [InlineData("毕节市测试局\n2026年12月15日")]
    [InlineData("成文日期：2027-01-05")]
    public void A_date_after_today_is_not_proposed_and_that_is_said(string end)
    {
        var document = Closed(end);
        Assert.Null(document.ProducedOn);
        Assert.Contains(document.Remarks,
            remark => remark.Code == "future-date" && remark.Words.Contains("晚于今天", StringComparison.Ordinal));
    }

    [Fact]
    public void Today_is_not_after_today() => Assert.Equal(Today, Closed("毕节市测试局\n2026年11月30日").ProducedOn!.Value);

    [Fact]
    public void A_label_in_the_future_leaves_the_signature()
    {
        var document = Recognise("成文日期：2027-01-05\n毕节市测试局关于开展试验的通知\n各科室：\n正文。\n毕节市测试局\n2026年11月2日");
        Assert.Equal(new DateOnly(2026, 11, 2), document.ProducedOn!.Value);
        Assert.Equal(Confidence.Low, document.ProducedOn.Confidence);
    }

    [Theory]
    [InlineData("毕节市测试局　　毕节市财政局\n2026年11月2日")]
    [InlineData("毕节市测试局\n毕节市财政局\n2026年11月2日")]
    [InlineData("毕节市测试局、毕节市财政局\n2026年11月2日")]
    [InlineData("毕节市测试局毕节市财政局\n2026年11月2日")]
    [InlineData("毕节市测试局　毕节市财政局　2026年11月2日")]
    [InlineData("毕节市测试局（盖章）\n毕节市财政局（盖章）\n2026年11月2日")]
    [InlineData("毕节市测试局\n2026年11月2日\n毕节市财政局\n2026年11月2日")]
    public void Joint_organs_are_told_apart_the_main_one_first(string end)
    {
        foreach (var head in (string[])["毕节市测试局\n毕节市财政局\n关于开展试验的通知", "毕节市测试局 毕节市财政局关于开展试验的通知", "关于开展试验的通知",
            "毕节市测试局毕节市财政局关于开展试验的通知", "毕节市测试局等部门关于开展试验的通知", "毕节市测试局\n毕节市财政局\n文件\n毕测发〔2026〕7号\n关于开展试验的通知"])
        {
            var document = Recognise($"{head}\n各科室：\n正文。\n{end}");
            Assert.Equal("毕节市测试局 毕节市财政局", document.IssuingOrgan?.Value);
        }
    }

    [Theory]
    [InlineData("毕节市测试局转发贵州省测试厅关于开展试验的通知", "毕节市测试局")]
    [InlineData("毕节市测试局关于转发《贵州省测试厅关于开展试验的通知》的通知", "毕节市测试局")]
    [InlineData("毕节市人民政府办公室转发市测试局关于开展试验意见的通知", "毕节市人民政府办公室")]
    [InlineData("毕节市人民政府批转市测试局关于开展试验意见的通知", "毕节市人民政府")]
    public void Who_forwards_a_document_issues_it(string title, string organ)
        => Assert.Equal(organ, Recognise($"{title}\n各科室：\n正文。\n贵州省测试厅\n2026年11月2日").IssuingOrgan?.Value);

    [Theory]
    [InlineData("转发贵州省测试厅关于开展试验的通知\n各科室：\n正文。\n毕节市测试局\n2026年11月2日")]
    [InlineData("毕节市测试局文件\n毕测发〔2026〕7号\n关于开展试验的通知\n各科室：\n正文。")]
    [InlineData("毕节市测试局\n毕测函〔2026〕7号\n关于开展试验的函\n市财政局：\n正文。")]
    [InlineData("毕节市测试局公告2026年第3号\n关于公开试验目录的公告\n现将目录予以公布。")]
    [InlineData("发文机关：毕节市测试局\n关于开展试验的通知\n各科室：\n正文。")]
    [InlineData("毕节市测试局2026年工作要点\n正文。")]
    [InlineData("关于开展试验的通知\n正文。\n毕节市测试局 2026年11月2日")]
    [InlineData("市测试局关于开展试验的通知\n正文。\n毕节市测试局\n2026年11月2日")]
    public void The_organ_is_found_where_it_stands(string text) => Assert.Equal("毕节市测试局", Recognise(text).IssuingOrgan?.Value);

    [Fact]
    public void An_announcement_is_numbered_by_its_name()
    {
        var document = Recognise("毕节市测试局公告2026年第3号\n关于公开试验目录的公告\n\n现将目录予以公布。\n\n毕节市测试局\n2026年11月2日");
        Assert.Equal(("关于公开试验目录的公告", "毕节市测试局公告2026年第3号", "毕节市测试局", "公告"),
            (document.Title.Value, document.DocumentNumber?.Value, document.IssuingOrgan?.Value, document.Kind?.Value));
    }
}
