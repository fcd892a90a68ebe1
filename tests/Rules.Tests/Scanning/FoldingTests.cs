using Disclosure.Rules.Scanning;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Scanning.SensitiveKind;

namespace Disclosure.Rules.Tests.Scanning;

/// <summary>Digits that a reader takes for digits though they are other characters, and what stands unseen among them.</summary>
public sealed class FoldingTests
{
    [Theory]
    [Rule(234)]
    [InlineData("\U0001D7D3\U0001D7D00502\U0001D7E3990\U0001D7F6101001X")]
    [InlineData("٥٢٠٥٠٢١٩٩٠٠١٠١٠٠٢٨")]
    [InlineData("५२०५०२१९९००१०१००२८")]
    [InlineData("\U000104A5\U000104A20502199001010028")]
    [InlineData("⑤②⓪⑤⓪②①⑨⑨⓪⓪①⓪①⓪⓪②⑧")]
    [InlineData("⑤ ② ⓪ ⑤ ⓪ ② ① ⑨ ⑨ ⓪ ⓪ ① ⓪ ① ⓪ ⓪ ② ⑧")]
    [InlineData("⓹⑵⓪⒌⓪❷➀➈⑼⓪⓪①⓪①⓪⓪②⑧")]
    [InlineData("52050219900101002⑧")]
    [InlineData("⒌⒉050219900101001X")]
    [InlineData("⁵²⁰₅₀₂199001010028")]
    [InlineData("5\uFE0F\u20E32\uFE0F\u20E30\uFE0F\u20E3502199001010028")]
    [InlineData("5\u03322\u03320\u03325\u03320\u03322\u033219900101001X")]
    [InlineData("5\u20DD2\u20DD0502199001010028")]
    [InlineData("520502\u316419900101\u115F00\u11601\uFFA0X")]
    [InlineData("520502\u180B1990\u180E0101001\u180DX")]
    [InlineData("5205\u202E02\u20661990\u20690101\u202A001\u202CX")]
    [InlineData("5\u200B\u200C\u200D\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B20502199001010028")]
    [InlineData("五二〇五〇二一九九〇〇一〇一〇〇二八")]
    [InlineData("五二零五零二一九九零零一零一零零一X")]
    [InlineData("五二零5零二一9九0零一零一零零二八")]
    [InlineData("&#53;&#50;&#x30;&#x0035;02199001010028")]
    [InlineData("&#65301;&#50&#8203;0502199001010028")]
    [InlineData("520502,19900101,0028")]
    [InlineData("52,0502|1990_0101,0028")]
    [InlineData("5,2,0,5,0,2,1,9,9,0,0,1,0,1,0,0,1,X")]
    [InlineData("52050|2199|00101|001X")]
    [InlineData("52050_2199_00101_001X")]
    [InlineData("520502\n19900101\n001X")]
    [InlineData("52050\r\n2199001\r\n010028")]
    public void An_identity_number_is_found_in_its_place_whatever_it_is_written_by(string number)
    {
        (string, string)[] around = [("", ""), ("第一行\n甲乙", "，是"), ("\u200B见\u0332", "\u200B"), ("&#20013;甲", "&")];
        foreach (var (before, behind) in around)
        {
            var text = before + number + behind;
            var span = Assert.Single(SensitiveDataScanner.Scan(text));
            Assert.Equal((IdentityCard, number, before.Length), (span.Kind, span.Text, span.Start));
            Assert.Equal(number, text.Substring(span.Start, span.Length));
            Assert.Equal((before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n')), (span.Line, span.Column));
            Assert.Empty(SensitiveDataScanner.Scan(Masks.Apply(text, [span])));
        }
    }

    [Theory]
    [InlineData("电话一三八一二三四五六七八。", "一三八一二三四五六七八", MobilePhone)]
    [InlineData("电话壹叁捌壹贰叁肆伍陆柒捌。", "壹叁捌壹贰叁肆伍陆柒捌", MobilePhone)]
    [InlineData("1\uFE0F\u20E33\uFE0F\u20E38\uFE0F\u20E312345678", "1\uFE0F\u20E33\uFE0F\u20E38\uFE0F\u20E312345678", MobilePhone)]
    [InlineData("卡号6222\u033202\U0001D7CF234567890128", "6222\u033202\U0001D7CF234567890128", BankCard)]
    [InlineData("证件号五二〇五〇二九〇〇一〇一〇〇一", "五二〇五〇二九〇〇一〇一〇〇一", IdentityCard)]
    [InlineData("身\u200B份证号110105194912310021", "110105194912310021", LikelyIdentityCard)]
    [InlineData("邮箱a&#64;b.cn，", "a&#64;b.cn", Email)]
    [InlineData("①13812345678", "13812345678", MobilePhone)]
    [InlineData("①520502199001010028", "520502199001010028", IdentityCard)]
    [InlineData("见①52050219900101001X", "52050219900101001X", IdentityCard)]
    [InlineData("520502199001010028①", "520502199001010028", IdentityCard)]
    [InlineData("一520502199001010028", "520502199001010028", IdentityCard)]
    [InlineData("共三13812345678", "13812345678", MobilePhone)]
    public void Other_numbers_are_found_with_it_and_beside_it(string text, string value, SensitiveKind kind)
    {
        var span = Assert.Single(SensitiveDataScanner.Scan(text));
        Assert.Equal((kind, value), (span.Kind, span.Text));
    }

    [Theory]
    [InlineData("①申请条件\n②申请材料\n③1件\n④20日\n⑤3812345678")]
    [InlineData("①3812345678")]
    [InlineData("① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯")]
    [InlineData("二〇二六年十一月三十日，一九四九—二〇二六，一二三四五六七八九")]
    [InlineData("一二三四五六七八九〇一二")]
    [InlineData("三一三八一二三四五六七八九")]
    [InlineData("&#1234567;&#;&#x;&#38;&amp;#53;&")]
    [InlineData("面积120m²，浓度10³³，e\u0301te\u0301，\u0E01\u0E34")]
    [InlineData("合计1,523,168,417,223,001,234,556,789")]
    [InlineData("\uD835 \uDFCE \uDB40")]
    public void Lists_years_and_marks_are_no_numbers(string text) => Assert.Empty(SensitiveDataScanner.Scan(text));
}
