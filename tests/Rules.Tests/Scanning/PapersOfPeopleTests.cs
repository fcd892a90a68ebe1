using Disclosure.Rules.Scanning;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Scanning.SensitiveKind;

namespace Disclosure.Rules.Tests.Scanning;

/// <summary>Papers other than the identity card of eighteen digits, cards of other issuers, and mistyped numbers.</summary>
public sealed class PapersOfPeopleTests
{
    [Theory]
    [Rule(234)]
    [InlineData("旧身份证号520502900101001", "520502900101001")]
    [InlineData("张三 520502900101001", "520502900101001")]
    [InlineData("张三 520502 900101 001", "520502 900101 001")]
    [InlineData("永久居留身份证号932682198501010017", "932682198501010017")]
    [InlineData("永久居留身份证号952084019900101001", "952084019900101001")]
    [InlineData("外国人永久居留证号码：CAN110085010112", "CAN110085010112")]
    [InlineData("持CAN520085010112的外国人", "CAN520085010112")]
    [InlineData("香港居民居住证810000199001010019", "810000199001010019")]
    [InlineData("澳门居民居住证820000197806300219", "820000197806300219")]
    [InlineData("台湾居民居住证830000196912310039", "830000196912310039")]
    public void Every_number_of_a_person_s_card_is_found(string text, string value)
    {
        var span = Assert.Single(SensitiveDataScanner.Scan(text));
        Assert.Equal((IdentityCard, value), (span.Kind, span.Text));
    }

    [Theory]
    [InlineData("2221000000000009")]
    [InlineData("2720991234567894")]
    [InlineData("8100001234567899")]
    [InlineData("4563511234567890124")]
    [InlineData("9558801234567890128")]
    [InlineData("5123456789012346")]
    [InlineData("378282246310005")]
    [InlineData("3566002020360505")]
    [InlineData("622202123456789012")]
    public void Cards_of_every_issuer_are_found(string value)
    {
        var span = Assert.Single(SensitiveDataScanner.Scan($"银行卡号：{value}"));
        Assert.Equal((BankCard, value, "*"), (span.Kind, span.Text, span.Masked[..1]));
    }

    [Theory]
    [InlineData("护照号码：E12345678", "E12345678")]
    [InlineData("护照：EA1234567", "EA1234567")]
    [InlineData("护照 E 12345678", "E 12345678")]
    [InlineData("往来港澳通行证：C12345678", "C12345678")]
    [InlineData("港澳居民来往内地通行证号H1234567890", "H1234567890")]
    [InlineData("台湾居民来往大陆通行证12345678", "12345678")]
    [InlineData("军官证：南字第1234567号", "1234567")]
    [InlineData("士兵证号12345678", "12345678")]
    public void Other_papers_are_found_behind_their_heading(string text, string value)
    {
        var span = Assert.Single(SensitiveDataScanner.Scan(text));
        Assert.Equal((OtherDocument, value), (span.Kind, span.Text));
        Assert.True(span.Masked.Count(char.IsLetterOrDigit) <= 2, span.Masked);
    }

    [Theory]
    [InlineData("身份证号110105194912310021。", "110105194912310021")]
    [InlineData("身份证：52050219900101001Y 52050219900101001", "52050219900101001")]
    [InlineData("居民身份证号码为：520502199001010011", "520502199001010011")]
    [InlineData("证件号码：520502199013010011", "520502199013010011")]
    [InlineData("公民身份号码 99050219900101001X", "99050219900101001X")]
    [InlineData("身份证号\n520502 19900101 0011", "520502 19900101 0011")]
    [InlineData("身份证号：5205021990010100111", "5205021990010100111")]
    [InlineData("身份证号码（18位）：520502199001010011", "520502199001010011")]
    [InlineData("姓名\t身份证号\t金额\n李四\t无\t5\n张三\t520502199001010011\t5", "520502199001010011")]
    [InlineData("|身份证号码|姓名|\n|---|---|\n|520502199001010011|张三|", "520502199001010011")]
    public void A_mistyped_number_under_its_heading_looks_like_one(string text, string value)
    {
        var span = SensitiveDataScanner.Scan(text)[0];
        Assert.Equal((LikelyIdentityCard, value), (span.Kind, span.Text));
        Assert.True(span.Masked.Count(char.IsDigit) <= 5, span.Masked);
    }

    [Fact]
    public void Finds_are_read_by_kind_the_most_harmful_first_and_none_is_left_out()
    {
        var spans = SensitiveDataScanner.Scan("邮箱a@example.cn，电话0857-8222293，手机13812345678、13912345678，"
            + "身份证号110105194912310021，证件52050219900101001X");
        Assert.Equal([(IdentityCard, 1), (LikelyIdentityCard, 1), (MobilePhone, 2), (FixedPhone, 1), (Email, 1)],
            spans.MostHarmfulFirst().Select(group => (group.Key, group.Count())));
        Assert.Equal(8, Enum.GetValues<SensitiveKind>().Select(kind => kind.Name()).Distinct().Count());
    }
}
