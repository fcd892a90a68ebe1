using Disclosure.Documents.Import;
using Xunit;
using static Disclosure.Documents.Tests.Import.WordFile;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Remarks can be read, and none is lost silently.</summary>
public sealed class RemarkListTests
{
    [Fact]
    public void What_is_beyond_the_bound_is_counted()
    {
        var remarks = new RemarkList();
        for (var i = 0; i < 500; i++) remarks.Add(RemarkKind.Picture, $"图片 {i}。");
        for (var i = 0; i < 3; i++) remarks.Add(RemarkKind.HiddenText, $"隐藏 {i}。");
        var list = remarks.ToList();
        Assert.InRange(list.Count, 40, RemarkList.Most);
        Assert.Equal(3, list.Count(remark => remark.Code == "hidden-text"));
        var shown = list.Count(remark => remark.Code == "picture") - 1;
        Assert.Equal($"图片另有 {500 - shown} 处，未逐一列出。", list.Last(remark => remark.Code == "picture").Words);
    }

    [Fact]
    public void The_same_words_are_said_once()
    {
        var remarks = new RemarkList();
        for (var i = 0; i < 100; i++) remarks.Add(RemarkKind.Link, "同一句。");
        Assert.Equal([new ImportRemark("link", "同一句。")], remarks.ToList());
    }

    [Fact]
    public void A_document_of_hidden_text_everywhere_says_how_much()
    {
        var read = Reading.Docx(string.Concat(Enumerable.Range(0,
            300).Select(i => $"<w:p>{Run($"明{i}")}{Run($"暗{i}", "<w:vanish/>")}</w:p>")));
        Assert.InRange(read.Remarks.Count, 2, RemarkList.Most);
        Assert.Contains("隐藏文字另有", read.Remark("hidden-text"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("短", "“短”")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十", "“一二三四五六七八九十一二三四五六七八九十”")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一", "“一二三四五六七八九十一二三四五六七八九十…”")]
    [InlineData(" 多 \n 行 ", "“多 行”")]
    public void A_quotation_is_twenty_characters_at_most(string text, string quote) => Assert.Equal(quote, RemarkList.Quote(text));
}
