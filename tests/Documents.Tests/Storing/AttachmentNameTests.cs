using Disclosure.Documents.Storing;
using Xunit;

namespace Disclosure.Documents.Tests.Storing;

/// <summary>A name of a file can be used on every system, and is what it looks like.</summary>
public sealed class AttachmentNameTests
{
    [Theory]
    [InlineData("附件1.docx", "附件1.docx")]
    [InlineData("  2026年预算（公开）.xlsx  ", "2026年预算（公开）.xlsx")]
    [InlineData("C:\\Users\\zhang\\桌面\\名单.pdf", "名单.pdf")]
    [InlineData("/home/zhang/名单.pdf", "名单.pdf")]
    [InlineData("C:\\a/b\\名单.pdf", "名单.pdf")]
    [InlineData("cafe\u0301.pdf", "café.pdf")]
    [InlineData("说明", "说明")]
    [InlineData("a.b.c.pdf", "a.b.c.pdf")]
    [InlineData("控制.con.pdf", "控制.con.pdf")]
    [InlineData("连接 词.pdf", "连接 词.pdf")]
    public void A_name_that_can_be_used_is_taken(string sent, string name) => Assert.Equal(name, AttachmentName.Of(sent).Value);

    [Theory]
    [InlineData(null, "不能为空")]
    [InlineData("", "不能为空")]
    [InlineData("  ", "不能为空")]
    [InlineData("目录/", "不能为空")]
    [InlineData("\u3000", "不能为空")]
    [InlineData(".pdf", "点前至少")]
    [InlineData(".htaccess", "点前至少")]
    [InlineData("..", "点前至少")]
    [InlineData("附件.", "不能以点结尾")]
    [InlineData("附件.pdf.", "不能以点结尾")]
    [InlineData("附件\u0000.pdf", "无法保存")]
    [InlineData("附件\n.pdf", "控制字符")]
    [InlineData("附件\u0085.pdf", "控制字符")]
    [InlineData("附件\u202Efdp.exe", "看不见")]
    [InlineData("附\u200B件.pdf", "看不见")]
    [InlineData("附\u2028件.pdf", "看不见")]
    [InlineData("附\u200D件.pdf", "看不见")]
    [InlineData("附:件.pdf", "这些字符")]
    [InlineData("附*件.pdf", "这些字符")]
    [InlineData("附?件.pdf", "这些字符")]
    [InlineData("附\"件.pdf", "这些字符")]
    [InlineData("附<件.pdf", "这些字符")]
    [InlineData("附>件.pdf", "这些字符")]
    [InlineData("附|件.pdf", "这些字符")]
    [InlineData("con.pdf", "Windows")]
    [InlineData("NUL", "Windows")]
    [InlineData("com1.tar.zip", "Windows")]
    [InlineData("LPT9 .pdf", "Windows")]
    public void What_cannot_be_a_name_is_refused_with_a_reason(string? sent, string reason)
    {
        var failure = AttachmentName.Of(sent).Failure;
        Assert.NotNull(failure);
        Assert.Contains(reason, failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_refused() => Assert.NotNull(AttachmentName.Of("附件\ud800.pdf").Failure);

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_name_has_a_hundred_characters_at_most(int length, bool isTaken)
        => Assert.Equal(isTaken, AttachmentName.Of(new string('附', length - 4) + ".pdf").Failure is null);

    [Theory]
    [InlineData("a/b.pdf")]
    [InlineData("a\\b.pdf")]
    [InlineData(" a.pdf")]
    [InlineData("a.pdf ")]
    [InlineData("cafe\u0301.pdf")]
    public void A_kept_name_has_no_path_and_is_tidied_already(string name) => Assert.NotNull(AttachmentName.Problem(name));
}
