using Disclosure.Documents.Release;
using Disclosure.Documents.Release.Mosaic;
using Xunit;

namespace Disclosure.Documents.Tests.Release.Mosaic;

/// <summary>Two texts of which each hides what the other shows are told before the second one leaves.</summary>
public sealed class MosaicCheckTests
{
    [Theory]
    [InlineData("联系电话：138****5678", "举报电话 13800005678")]
    [InlineData("举报电话 13800005678", "联系电话：138****5678")]
    [InlineData("身份证 110101********0134", "张三，身份证号110101199003070134")]
    [InlineData("身份证 11*************134", "张三，身份证号110101 1990 0307 0134")]
    [InlineData("电话 １３８＊＊＊＊５６７８", "电话 138-0000-5678")]
    [InlineData("卡号 ***************0128", "卡号 6222021234567890128")]
    public void A_number_that_is_masked_here_and_readable_there(string candidate, string published) => Told(candidate, published);

    [Theory]
    [InlineData("张三 138****5678", "张三 1380000****")]
    [InlineData("110101199003******", "1101011990****0134")]
    [InlineData("李四，110101************", "李四：11*************134")]
    public void A_number_that_is_masked_in_two_ways(string candidate, string published) => Told(candidate, published);

    [Fact]
    public void A_text_that_gives_itself_away() => Told("张三 138****5678\n经办 张三 1380000****", "无关");

    [Theory]
    [InlineData("经查，当事人于2024年3月向██████公司支付货款。", "经查，当事人于2024年3月向某某建材公司支付货款。")]
    [InlineData("经查，当事人于2024年3月向某某建材公司支付货款。", "经查，当事人于2024年3月向×××公司支付货款。")]
    [InlineData("当事人：***，住所地为贵阳市云岩区。", "当事人：王小明，住所地为贵阳市云岩区。")]
    public void Versions_of_a_paper_that_cover_different_words(string candidate, string published) => Told(candidate, published);

    [Theory]
    [InlineData("电话 138****5678", "电话 13900005678")]
    [InlineData("电话 138****5678", "电话 138****5678")]
    [InlineData("张三 138****5678", "李四 1380000****")]
    [InlineData("张三 138****5678", "张三 138****567*")]
    [InlineData("张*三于2024年到任", "张小三于2024年到任")]
    [InlineData("当事人：***，住所地为贵阳市云岩区。", "当事人：***，住所地为贵阳市云岩区。")]
    [InlineData("当事人：***，住所地为贵阳市云岩区。", "住所地为贵阳市云岩区。")]
    public void What_tells_nothing_together(string candidate, string published)
        => Assert.Empty(MosaicCheck.Find(candidate, [new PublishedText("公告", published)]));

    [Fact]
    public void Texts_of_a_megabyte_are_compared_in_seconds()
    {
        var random = new Random(1);
        var lines = Enumerable.Range(0, 20_000).Select(index => $"第{index}号张某 138{random.Next(10_000_000, 99_999_999)}").ToList();
        var masked = lines.Select(line => line[..^8] + "****" + line[^4..]);
        var start = Environment.TickCount64;
        var finding = Assert.Single(MosaicCheck.Find(string.Join('\n', masked), [new PublishedText("公告", string.Join('\n', lines))]));
        Assert.True(finding.Count >= 20_000);
        Assert.InRange(Environment.TickCount64 - start, 0, 5_000);
    }

    private static void Told(string candidate, string published)
    {
        var finding = Assert.Single(MosaicCheck.Find(candidate, [new PublishedText("公告", published)]));
        Assert.Equal((ReleaseKind.Mosaic, ReleaseLevel.Answer, "body/mosaic"), (finding.Kind, finding.Level, finding.Key));
        Assert.All(finding.Spots, spot => Assert.Contains(spot.Words, c => "*＊×█".Contains(c, StringComparison.Ordinal)));
        Assert.All(finding.Spots, spot => Assert.NotNull(spot.Line));
    }
}
