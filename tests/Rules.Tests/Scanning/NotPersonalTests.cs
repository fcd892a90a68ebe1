using Disclosure.Rules.Scanning;
using Xunit;

namespace Disclosure.Rules.Tests.Scanning;

/// <summary>Numbers of organisations, things, papers and tables that look like a person's.</summary>
public sealed class NotPersonalTests
{
    [Theory]
    [InlineData("统一社会信用代码：915205029075793803")]
    [InlineData("925205025526678667")]
    [InlineData("贵州某某有限公司（935205023626998753）")]
    [InlineData("证件号码：915205021343342257")]
    [InlineData("统一社会信用代码91520502MA6ABCDE70、12520500MA6ABCDE78")]
    [InlineData("纳税人识别号 9152 0502 5712 4911 73")]
    [InlineData("施工许可证编号520502202012150119")]
    [InlineData("建筑工程施工许可证：520502202012150127、520502202012150135")]
    [InlineData("许可证编号：520502202012150012")]
    [InlineData("食品经营许可证JY15205020012345")]
    [InlineData("建字第520502202012010号")]
    [InlineData("建字第520502201201150号")]
    [InlineData("贵公网安备52050202001234号")]
    [InlineData("贵公网安备 52050202001234号，黔ICP备12345678号-1")]
    [InlineData("条码6901234567892")]
    [InlineData("商品6901234567892上市")]
    [InlineData("决算金额13812345678元")]
    [InlineData("合计 13812345678.50")]
    [InlineData("总额13,812,345,678元")]
    [InlineData("投资1381234567890元")]
    [InlineData("人民币13812345678")]
    [InlineData("订单编号13812345678")]
    [InlineData("第13812345678号")]
    [InlineData("合同编号：6222021234567890128")]
    [InlineData("项目代码2020-520502-78-03-123456")]
    [InlineData("经度138.12345678，纬度27.30123456")]
    [InlineData("国办发〔2020〕109号，索引号000014349/2017-00110")]
    [InlineData("11341702486344515H/202110-00013")]
    [InlineData("2019年10月15日至2020年12月31日，2023-01-05 10:30:15")]
    [InlineData("全年 1523 1684 1790 12 38\n上年 1498 1601 1702 11 35")]
    [InlineData("合计\t138\t1234\t5678\t12")]
    [InlineData("138 1234 567\n12 13 14 15")]
    [InlineData("宗地520502 2020 0012 0034")]
    [InlineData("公民110105194912310021")]
    [InlineData("身份证11*************02X，手机138****5678")]
    [InlineData("服务热线12345、400-123-4567")]
    [InlineData("版本4.1.2.3，IP 192.168.1.138")]
    [InlineData("不动产权第0012345号")]
    [InlineData("2025-03-12至2018-12-22，20200305，2009.11.12")]
    [InlineData("食品经营许可证（副本）编号：520502202012150012")]
    [InlineData("单位\t许可证编号\n某某公司\t520502202012150012")]
    [InlineData("项目|金额\n某某工程|13812345678")]
    [InlineData("受理号：5205022024010001，受理6205022020121004")]
    [InlineData("索引号：861524811/2023-33450")]
    [InlineData("身份证号后四位0028，卡号尾号0128")]
    [InlineData("11  1760  46558  4802  7032  8373  5448  4516")]
    [InlineData("校验码57137515192010100811")]
    [InlineData("护照和通行证办理3000件")]
    public void What_is_not_personal_is_left_alone(string text) => Assert.Empty(SensitiveDataScanner.Scan(text));

    [Fact]
    public void A_person_who_is_taxed_by_the_identity_number_is_found_all_the_same()
        => Assert.Equal(SensitiveKind.IdentityCard, Assert.Single(SensitiveDataScanner.Scan("纳税人识别号：52050219900101001X")).Kind);

    [Fact]
    public void A_number_behind_one_of_a_paper_is_a_number_of_its_own()
        => Assert.Equal(["13812345678"], SensitiveDataScanner.Scan("施工许可证520502202012150119 13812345678").Select(span => span.Text));
}
