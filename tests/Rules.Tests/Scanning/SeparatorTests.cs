using Disclosure.Rules.Scanning;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Scanning.SensitiveKind;

namespace Disclosure.Rules.Tests.Scanning;

/// <summary>What people, Word, Excel and web pages put between the digits of one number.</summary>
public sealed class SeparatorTests
{
    [Theory]
    [Rule(234)]
    [InlineData("上标5205021990010100¹X", "5205021990010100¹X")]
    [InlineData("甲 520502\u00A019900101001X", "520502\u00A019900101001X")]
    [InlineData("乙 520502\u300019900101001X", "520502\u300019900101001X")]
    [InlineData("丙 520502  19900101001X", "520502  19900101001X")]
    [InlineData("丁 520502\u200B19900101001X", "520502\u200B19900101001X")]
    [InlineData("戊 5205021990\n0101001X", "5205021990\n0101001X")]
    [InlineData("戊 5205021990\r\n0101001X", "5205021990\r\n0101001X")]
    [InlineData("5205\u206002\u00AD1990\uFEFF0101\u202D001\u202CX", "5205\u206002\u00AD1990\uFEFF0101\u202D001\u202CX")]
    [InlineData("520502.19900101.001X", "520502.19900101.001X")]
    [InlineData("520502·19900101·001X", "520502·19900101·001X")]
    [InlineData("520502—1990—0101—001—X", "520502—1990—0101—001—X")]
    [InlineData("520502/19900101/001X", "520502/19900101/001X")]
    [InlineData("520502_19900101_001X", "520502_19900101_001X")]
    [InlineData("520502(19900101)001X", "520502(19900101)001X")]
    [InlineData("520502，19900101，001X", "520502，19900101，001X")]
    [InlineData("5 2 0 5 0 2 1 9 9 0 0 1 0 1 0 0 1 X", "5 2 0 5 0 2 1 9 9 0 0 1 0 1 0 0 1 X")]
    [InlineData("５２０５０２ １９９００１０１ ００１Ｘ", "５２０５０２ １９９００１０１ ００１Ｘ")]
    [InlineData("52050219900101001Х（西里尔字母）", "52050219900101001Х")]
    [InlineData("身份证5205\u20020219—9001 0100‑1X", "5205\u20020219—9001 0100‑1X")]
    [InlineData("520502&nbsp;19900101<br>001X", "520502&nbsp;19900101<br>001X")]
    [InlineData("身份证520502\t19900101\t001X", "520502\t19900101\t001X")]
    public void An_identity_number_is_found_whole_whatever_parts_it(string text, string value) => Found(text, IdentityCard, value);

    [Theory]
    [InlineData("138.1234.5678")]
    [InlineData("138·1234·5678")]
    [InlineData("138．1234．5678")]
    [InlineData("138\u00A01234\u00A05678")]
    [InlineData("138\u30001234\u30005678")]
    [InlineData("138  1234  5678")]
    [InlineData("1381 2345 678")]
    [InlineData("13812 345678")]
    [InlineData("138123 45678")]
    [InlineData("1381234 5678")]
    [InlineData("138/1234/5678")]
    [InlineData("138\u20111234\u20115678")]
    [InlineData("138−1234−5678")]
    [InlineData("（138）12345678")]
    [InlineData("(138)1234-5678")]
    [InlineData("138\u200B1234\u200D5678")]
    [InlineData("1\u20603\u20608\u206012345678")]
    [InlineData("１３８－１２３４－５６７８")]
    [InlineData("138\n12345678")]
    [InlineData("1381234\n5678")]
    [InlineData("1 3 8 1 2 3 4 5 6 7 8")]
    public void A_mobile_number_is_found_whole_whatever_parts_it(string value)
        => Found($"联系电话：{value}。", MobilePhone, value);

    [Theory]
    [InlineData("6222.0212.3456.7890.128")]
    [InlineData("6222  0212  3456  7890  128")]
    [InlineData("6222\u00A00212\u00A03456\u00A07890\u00A0128")]
    [InlineData("6222\u30000212\u30003456\u30007890\u3000128")]
    [InlineData("6222—0212—3456—7890—128")]
    [InlineData("622202\n1234567890128")]
    [InlineData("6222\u200B0212345678\u200B90128")]
    [InlineData("6222021 23456 7890128")]
    [InlineData("６２２２０２１２３４５６７８９０１２８")]
    public void A_card_is_found_whole_whatever_parts_it(string value)
    {
        Found($"卡号：{value}，", BankCard, value);
        Found($"给{value}汇款", BankCard, value);
    }

    [Theory]
    [InlineData("0857.8222293", "0857.8222293")]
    [InlineData("0857/8222293", "0857/8222293")]
    [InlineData("0857 8222293", "0857 8222293")]
    [InlineData("0857\u00A08222293", "0857\u00A08222293")]
    [InlineData("0857·8222293", "0857·8222293")]
    [InlineData("[0857]8222293", "[0857]8222293")]
    [InlineData("０８５７－８２２２２９３", "０８５７－８２２２２９３")]
    [InlineData("0857-8222293/801", "0857-8222293/801")]
    [InlineData("0857-8222293转 801", "0857-8222293转 801")]
    [InlineData("0857-8222293 分机：801", "0857-8222293 分机：801")]
    [InlineData("+86-857-8222293", "857-8222293")]
    [InlineData("+86 (857) 8222293", "857) 8222293")]
    [InlineData("+86 10 62345678", "10 62345678")]
    [InlineData("010 6234 5678", "010 6234 5678")]
    public void A_fixed_phone_is_found_whole_whatever_parts_it(string value, string found) => Found($"电话：{value}。", FixedPhone, found);

    [Theory]
    [InlineData("52050219900101001X13812345678", "52050219900101001X|13812345678")]
    [InlineData("52050219900101002813812345678", "520502199001010028|13812345678")]
    [InlineData("1381234567852050219900101001X", "13812345678|52050219900101001X")]
    [InlineData("13812345678520502199001010028", "13812345678|520502199001010028")]
    [InlineData("520502199001010028520502199001010036", "520502199001010028|520502199001010036")]
    [InlineData("5205021990010100286222021234567890128", "520502199001010028|6222021234567890128")]
    [InlineData("12520502199001010028", "520502199001010028")]
    [InlineData("张三52050219900101001X李四520502199001010028", "52050219900101001X|520502199001010028")]
    [InlineData("sfz52050219900101001Xabc", "52050219900101001X")]
    [InlineData("0857-8222293/8222294", "0857-8222293|8222294")]
    [InlineData("0857-8222293、8222294", "0857-8222293|8222294")]
    [InlineData("13812345678/13912345678", "13812345678|13912345678")]
    [InlineData("13812345678、13912345678", "13812345678|13912345678")]
    [InlineData("1.13812345678", "13812345678")]
    [InlineData("0857-8222293 8222294", "0857-8222293|8222294")]
    [InlineData("ａｂｃ１２３＠１６３．ｃｏｍ，abc @ 163.com，a\u200Bbc@qq.com。", "ａｂｃ１２３＠１６３．ｃｏｍ|abc @ 163.com|a\u200Bbc@qq.com")]
    public void Numbers_written_against_each_other_are_each_found(string text, string values)
        => Assert.Equal(values.Split('|'), SensitiveDataScanner.Scan(text).Select(span => span.Text));

    [Fact]
    public void A_local_number_behind_its_heading_is_a_phone() => Found("办公电话：8222293", FixedPhone, "8222293");

    private static void Found(string text, SensitiveKind kind, string value)
    {
        var span = Assert.Single(SensitiveDataScanner.Scan(text));
        Assert.Equal((kind, value), (span.Kind, span.Text));
    }
}
