using Disclosure.Rules.Scanning;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Scanning.SensitiveKind;

namespace Disclosure.Rules.Tests.Scanning;

public sealed class SensitiveDataScannerTests
{
    [Theory]
    [Rule(234)]
    [Rule(259)]
    [InlineData("身份证号11010519491231002X。", IdentityCard, "11010519491231002X")]
    [InlineData("身份证号11010519491231002x，", IdentityCard, "11010519491231002x")]
    [InlineData("证件：440524188001010014", IdentityCard, "440524188001010014")]
    [InlineData("证件１１０１０５１９４９１２３１００２Ｘ", IdentityCard, "１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("电话13812345678联系", MobilePhone, "13812345678")]
    [InlineData("电话138 1234 5678", MobilePhone, "138 1234 5678")]
    [InlineData("电话138-1234-5678", MobilePhone, "138-1234-5678")]
    [InlineData("+86 13812345678", MobilePhone, "13812345678")]
    [InlineData("座机0857-8288123。", FixedPhone, "0857-8288123")]
    [InlineData("座机010-62345678", FixedPhone, "010-62345678")]
    [InlineData("座机02062345678", FixedPhone, "02062345678")]
    [InlineData("卡号6222021234567890128", BankCard, "6222021234567890128")]
    [InlineData("卡号 4111 1111 1111 1111", BankCard, "4111 1111 1111 1111")]
    [InlineData("邮箱zhang.san_1@mail.example.cn，", Email, "zhang.san_1@mail.example.cn")]
    [InlineData("邮箱13812345678@example.com.", Email, "13812345678@example.com")]
    [InlineData("家住高台县南华镇永进村三社8号，", Address, "高台县南华镇永进村三社8号")]
    [InlineData("住址：毕节市七星关区麻园街道碧阳大道12号3栋2单元501室", Address, "毕节市七星关区麻园街道碧阳大道12号3栋2单元501室")]
    public void Personal_data_are_found_with_their_kind(string text, SensitiveKind kind, string value)
    {
        var span = Assert.Single(SensitiveDataScanner.Scan(text));
        Assert.Equal((kind, value), (span.Kind, span.Text));
        Assert.Equal(value, text.Substring(span.Start, span.Length));
        Assert.NotEqual(value, span.Masked);
    }

    [Theory]
    [InlineData("2026年11月24日，共收到12345件申请，金额1234567890元。")]
    [InlineData("身份证号110105194912310021。")]
    [InlineData("索引号000014349/2017-00110，国办函〔2020〕109号。")]
    [InlineData("统一社会信用代码91350100M000100Y43")]
    [InlineData("卡号6222021234567890129")]
    [InlineData("0000000000000000")]
    [InlineData("办公地点在高台县南华镇。")]
    [InlineData("第三组讨论了国务院令第711号")]
    [InlineData("编号138123456789012345678901234567")]
    [InlineData("@ a@ @b a@b")]
    [InlineData("拨打12345或110")]
    public void What_is_not_personal_is_left_alone(string text) => Assert.Empty(SensitiveDataScanner.Scan(text));

    [Fact]
    public void Positions_are_given_by_offset_line_and_column()
    {
        var spans = SensitiveDataScanner.Scan("第一行\n电话13812345678，邮箱a@example.cn\n\n证号11010519491231002X");
        Assert.Equal([(MobilePhone, 6, 2, 3), (Email, 20, 2, 17), (IdentityCard, 36, 4, 3)],
            spans.Select(span => (span.Kind, span.Start, span.Line, span.Column)));
    }

    [Fact]
    public void A_text_is_masked_in_one_go()
    {
        const string text = "张三，电话13812345678，身份证11010519491231002X，家住高台县南华镇永进村三社8号。";
        var masked = Masks.Apply(text, SensitiveDataScanner.Scan(text));
        Assert.Equal("张三，电话138****5678，身份证11*************02X，家住高台县南华镇***。", masked);
        Assert.Empty(SensitiveDataScanner.Scan(masked));
    }

    [Fact]
    public void Long_runs_are_read_once()
    {
        foreach (var run in (string[])["1", "1 ", "a@", "号", "三社", "@", "1-"])
        {
            var text = string.Concat(Enumerable.Repeat(run, 200_000));
            Assert.DoesNotContain(SensitiveDataScanner.Scan(text), span => span.Kind == IdentityCard);
        }
    }
}
