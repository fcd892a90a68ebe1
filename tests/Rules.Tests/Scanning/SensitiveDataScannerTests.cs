using Disclosure.Rules.Scanning;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Scanning.SensitiveKind;

namespace Disclosure.Rules.Tests.Scanning;

public sealed class SensitiveDataScannerTests
{
    [Theory]
    [Rule(234)]
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
    [InlineData("证件110105 19491231 002X，", IdentityCard, "110105 19491231 002X")]
    [InlineData("证件440524-1880-0101-0014", IdentityCard, "440524-1880-0101-0014")]
    [InlineData("2023-01-05 13812345678", MobilePhone, "13812345678")]
    [InlineData("1 13812345678", MobilePhone, "13812345678")]
    [InlineData("0086 13812345678", MobilePhone, "13812345678")]
    [InlineData("008613812345678", MobilePhone, "13812345678")]
    [InlineData("8613812345678", MobilePhone, "13812345678")]
    [InlineData("Tel13812345678", MobilePhone, "13812345678")]
    [InlineData("微信wx13812345678。", MobilePhone, "13812345678")]
    [InlineData("座机（0851）28225566", FixedPhone, "（0851）28225566")]
    [InlineData("座机(010)12345678", FixedPhone, "(010)12345678")]
    [InlineData("座机(0857) 8222293-801", FixedPhone, "(0857) 8222293-801")]
    [InlineData("0857-8222293-801", FixedPhone, "0857-8222293-801")]
    [InlineData("0857-8222293转801", FixedPhone, "0857-8222293转801")]
    [InlineData("座机0857—8222293。", FixedPhone, "0857—8222293")]
    [InlineData("手机138–1234–5678", MobilePhone, "138–1234–5678")]
    [InlineData("0851-2822 5566", FixedPhone, "0851-2822 5566")]
    [InlineData("卡号622202 1234567890128", BankCard, "622202 1234567890128")]
    [InlineData("毕节市七星关区阳光小区3栋2单元501室", Address, "毕节市七星关区阳光小区3栋2单元501室")]
    [InlineData("北京市朝阳区望京花园12号楼3单元", Address, "北京市朝阳区望京花园12号楼3单元")]
    [InlineData("毕节市七星关区同心国际3栋2单元501室", Address, "毕节市七星关区同心国际3栋2单元501室")]
    [InlineData("台山市台城桂苑2单元501", Address, "台山市台城桂苑2单元501")]
    [InlineData("家住南华镇永进村。", Address, "南华镇永进村")]
    [InlineData("麻园街道桃花村5组", Address, "麻园街道桃花村5组")]
    [InlineData("高台县南华镇永进村新路12号", Address, "高台县南华镇永进村新路12号")]
    public void Personal_data_are_found_with_their_kind(string text, SensitiveKind kind, string value)
    {
        var span = Assert.Single(SensitiveDataScanner.Scan(text));
        Assert.Equal((kind, value), (span.Kind, span.Text));
        Assert.Equal(value, text.Substring(span.Start, span.Length));
        Assert.NotEqual(value, span.Masked);
    }

    [Theory]
    [InlineData("2026年11月24日，共收到12345件申请，金额1234567890元。")]
    [InlineData("编号甲110105194912310021。")]
    [InlineData("索引号000014349/2017-00110，国办函〔2020〕109号。")]
    [InlineData("统一社会信用代码91350100M000100Y43")]
    [InlineData("卡号6222021234567890129")]
    [InlineData("0000000000000000")]
    [InlineData("办公地点在高台县南华镇。")]
    [InlineData("第三组讨论了国务院令第711号")]
    [InlineData("编号138123456789012345678901234567")]
    [InlineData("@ a@ @b a@b")]
    [InlineData("拨打12345或110")]
    [InlineData("高台县城关镇人民政府公告2023年第5号")]
    [InlineData("高台县道路运输管理局第3号")]
    [InlineData("高台县道路运输管理局3号")]
    [InlineData("高台县城关镇5月12号举行演出")]
    [InlineData("高台县人民路5号文件")]
    [InlineData("南华镇各村、10个村和农村")]
    [InlineData("南华镇永进村委会、示范村")]
    [InlineData("高台县南华镇第三组")]
    [InlineData("020 2023 1105")]
    [InlineData("2019—2023年，2024—2025学年，20—30件")]
    [InlineData("15002 345678 12")]
    [InlineData("合计12.13812345678")]
    [InlineData("编码M13812345678Y4")]
    public void What_is_not_personal_is_left_alone(string text) => Assert.Empty(SensitiveDataScanner.Scan(text));

    [Theory]
    [InlineData("440524188001010014 13812345678", "440524188001010014|13812345678")]
    [InlineData("13812345678 13912345678", "13812345678|13912345678")]
    [InlineData("13812345678-13912345678-15012345678", "13812345678|13912345678|15012345678")]
    [InlineData("138 1234 5678 139 1234 5678", "138 1234 5678|139 1234 5678")]
    [InlineData("6222021234567890128 4111111111111111", "6222021234567890128|4111111111111111")]
    [InlineData("4111 1111 1111 1111 4111 1111 1111 1111", "4111 1111 1111 1111|4111 1111 1111 1111")]
    [InlineData("6222 0212 3456 7890 128 4111 1111 1111 1111", "6222 0212 3456 7890 128|4111 1111 1111 1111")]
    [InlineData("110105 19491231 002X 13812345678", "110105 19491231 002X|13812345678")]
    [InlineData("0857-8222293 13812345678", "0857-8222293|13812345678")]
    [InlineData("0857-8222293-13812345678", "0857-8222293|13812345678")]
    [InlineData("（0851）28225566（010）62345678", "（0851）28225566|（010）62345678")]
    [InlineData("1 2 3 13812345678 4 5 010-62345678 7 8", "13812345678|010-62345678")]
    [InlineData("2023-01-05 11010519491231002X 2023-01-06 13812345678", "11010519491231002X|13812345678")]
    [InlineData("高台县南华镇永进村三社8号，南华镇永进村", "高台县南华镇永进村三社8号|南华镇永进村")]
    [InlineData("张三 13812345678 毕节市七星关区阳光小区3栋2单元501室 a@example.cn", "13812345678|毕节市七星关区阳光小区3栋2单元501室|a@example.cn")]
    public void Neighbours_are_found_each_on_its_own(string text, string values)
        => Assert.Equal(values.Split('|'), SensitiveDataScanner.Scan(text).Select(span => span.Text));

    [Fact]
    public void Enough_is_enough()
    {
        var text = string.Concat(Enumerable.Repeat("13812345678，", 5));
        Assert.Equal(3, SensitiveDataScanner.Scan(text, 3, out var more).Count);
        Assert.True(more);
        Assert.Equal(5, SensitiveDataScanner.Scan(text, 5, out more).Count);
        Assert.False(more);
        Assert.Equal(Email, Assert.Single(SensitiveDataScanner.Scan("13812345678@example.com，13812345678", 1, out more)).Kind);
        Assert.True(more);
    }

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

    [Theory]
    [InlineData("座机02062345678-8。", "0206*******-8")]
    [InlineData("座机02062345678-801。", "0206*********01")]
    [InlineData("座机0857-8222293-801。", "0857-*********01")]
    [InlineData("座机（0851）28225566。", "（0851）******66")]
    [InlineData("座机0857—8222293。", "0857—*****93")]
    public void The_mask_of_a_phone_with_an_extension_hides_the_phone(string text, string masked)
        => Assert.Equal(masked, Assert.Single(SensitiveDataScanner.Scan(text)).Masked);

    [Fact]
    public void Long_runs_are_read_once()
    {
        foreach (var run in (string[])["1", "1 ", "a@", "号", "三社", "@", "1-", "村", "镇甲村", "(010)", "a1", "一"])
        {
            var text = string.Concat(Enumerable.Repeat(run, 200_000));
            Assert.DoesNotContain(SensitiveDataScanner.Scan(text), span => span.Kind == IdentityCard);
        }
    }
}
