using Disclosure.Rules.Identifiers;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Identifiers;

public sealed class IdentifierTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("440524188001010014")]
    [InlineData("11010519491231002x")]
    [InlineData("１１０１０５１９４９１２３１００２Ⅹ")]
    [InlineData("11010519491231002×")]
    [InlineData(" 110105 19491231 002X ")]
    public void A_true_identity_number_is_accepted(string value) => Assert.True(IdentityCard.Check(value, Today).Valid);

    [Theory]
    [InlineData("110105194912310021", "校验码应为 X")]
    [InlineData("11010519490231002X", "有效日期")]
    [InlineData("990105194912310027", "前 2 位“99”不是省级行政区划")]
    [InlineData("1101051949123100", "应为 18 位")]
    [InlineData("11010519491231002Y", "第 18 位")]
    [InlineData("1101O519491231002X", "第 5 位")]
    [InlineData("110105202701010010", "晚于今天")]
    [InlineData("", "应为 18 位")]
    public void A_wrong_identity_number_says_why(string value, string reason) => Refused(IdentityCard.Check(value, Today), reason);

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("11341702486344515H")]
    [InlineData("115224000100006370")]
    public void A_true_credit_code_is_accepted(string value) => Assert.True(SocialCreditCode.Check(value).Valid);

    [Theory]
    [InlineData("91350100M000100Y44", "校验码应为 3")]
    [InlineData("91350100I000100Y43", "不是允许的字符")]
    [InlineData("Q1350100M000100Y43", "登记管理部门")]
    [InlineData("91A50100M000100Y43", "行政区划")]
    [InlineData("9135", "应为 18 位")]
    public void A_wrong_credit_code_says_why(string value, string reason) => Refused(SocialCreditCode.Check(value), reason);

    [Theory]
    [InlineData("000014349")]
    [InlineData("014416330")]
    [InlineData("002489401")]
    [InlineData("00250239-7")]
    [InlineData("01527918X")]
    public void A_true_organisation_code_is_accepted(string value) => Assert.True(OrganisationCode.Check(value).Valid);

    [Theory]
    [InlineData("000014348", "校验码应为 9")]
    [InlineData("00001434", "应为 9 位")]
    [InlineData("0000143.9", "第 8 位")]
    [InlineData("00001434A", "不是数字或 X")]
    public void A_wrong_organisation_code_says_why(string value, string reason) => Refused(OrganisationCode.Check(value), reason);

    [Theory]
    [InlineData("000014349/2017-00110")]
    [InlineData("014416330/2018-04736")]
    [InlineData("002489401/2025-276512")]
    [InlineData("00250239-7/2025-00413")]
    [InlineData("11341702486344515H/202110-00013")]
    [InlineData("6107000043/2022-000051")]
    [InlineData("01527918X-2020-153077")]
    [InlineData("330200-A01-02-003-20210513-0007")]
    [InlineData("530000123456202000123")]
    [InlineData("000000001/2021-00151")]
    [InlineData("００００１４３４９/2017-00110")]
    public void An_index_number_in_use_is_accepted(string value)
        => Assert.True(IndexNumber.Check(value).Valid, IndexNumber.Check(value).Reason);

    [Theory]
    [InlineData("000014348/2017-00110", "校验码应为 9")]
    [InlineData("000014349/1017-00110", "年份")]
    [InlineData("000014349/2017-00000", "流水号")]
    [InlineData("11341702486344515H/202113-00013", "月份")]
    [InlineData("330200-A01-02-003-20211313-0007", "有效日期")]
    [InlineData("甲/2017-00110", "通行格式")]
    [InlineData("000014349/٢٠١٧-00110", "通行格式")]
    [InlineData("530000१२३456202000123", "通行格式")]
    [InlineData("000000001/2021-00000", "流水号")]
    public void A_wrong_index_number_says_why(string value, string reason) => Refused(IndexNumber.Check(value), reason);

    [Fact]
    public void A_prefix_that_a_site_assigned_itself_is_accepted_with_a_warning()
    {
        Assert.Contains("站点自编号", IndexNumber.Check("000000001/2021-00151").Warning, StringComparison.Ordinal);
        Assert.Null(IndexNumber.Check("000014349/2017-00110").Warning);
    }

    [Fact]
    public void The_platforms_own_index_number_is_valid() => Assert.True(IndexNumber.Check(IndexNumber.Format("000014349", 2026, 1)).Valid);

    [Theory]
    [InlineData("毕文广旅通〔2020〕90号")]
    [InlineData("国办函〔2020〕109号")]
    [InlineData("国办发明电〔2025〕7号")]
    [InlineData("国务院令第711号")]
    [InlineData("财政部公告2023年第5号")]
    public void A_document_number_in_standard_form_is_accepted(string value)
        => Assert.True(DocumentNumber.Check(value).Valid, DocumentNumber.Check(value).Reason);

    [Theory]
    [InlineData("国办函[2020]109号", "六角括号", "国办函〔2020〕109号")]
    [InlineData("国办函（2020）109号", "六角括号", "国办函〔2020〕109号")]
    [InlineData("国办函〔2020〕第109号", "不加“第”", "国办函〔2020〕109号")]
    [InlineData("国办函〔2020〕009号", "不编虚位", "国办函〔2020〕9号")]
    [InlineData("国办函〔20〕109号", "写全 4 位", null)]
    [InlineData("国办函〔2020〕109", "缺少“号”", "国办函〔2020〕109号")]
    [InlineData("〔2020〕109号", "机关代字", null)]
    [InlineData("国办函〔2020〕 109 号", "空格", "国办函〔2020〕109号")]
    [InlineData("国办函〔3020〕109号", "年份", null)]
    [InlineData("国办函109", "由机关代字", null)]
    [InlineData("国务院令第0711号", "不编虚位", "国务院令第711号")]
    [InlineData("国务院令第000号", "从 1 开始", null)]
    [InlineData("财政部公告２０２３年第５号", "全角", "财政部公告2023年第5号")]
    [InlineData("国务院令第７１１号", "全角", "国务院令第711号")]
    [InlineData("国务院令 第711号", "空格", "国务院令第711号")]
    [InlineData("国办函〔２０２０〕109号", "全角", "国办函〔2020〕109号")]
    [InlineData("国办函〔٢٠٢٠〕109号", "由机关代字", null)]
    [InlineData("国办函〔2020〕١٠٩号", "由机关代字", null)]
    [InlineData("财政部公告２０२३年第५号", "由机关代字", null)]
    [InlineData("国办函〔2020〕000号", "从 1 开始", null)]
    public void A_wrong_document_number_says_why(string value, string reason, string? normal)
    {
        Refused(DocumentNumber.Check(value), reason);
        if (normal is not null) Assert.Equal(normal, DocumentNumber.Check(value).Normalized);
        Assert.DoesNotContain("〕号", DocumentNumber.Check(value).Normalized ?? "", StringComparison.Ordinal);
    }

    [Fact]
    [Rule(234)]
    public void Personal_data_are_masked_in_the_usual_formats()
    {
        Assert.Equal("138****1234", Masking.Phone("13812341234"));
        Assert.Equal("35*************123", Masking.IdentityNumber("350104199001011123"));
        Assert.Equal("张**", Masking.Name("张小三"));
        Assert.Equal("0857-******34", Masking.FixedPhone("0857-82881234"));
        Assert.Equal("***************1234", Masking.BankCard("6222021234567891234"));
        Assert.Equal("z***@example.cn", Masking.Email("zhang@example.cn"));
        Assert.Equal("贵州省毕节市七星关区麻园街道***", Masking.Address("贵州省毕节市七星关区麻园街道碧阳大道12号"));
        Assert.Equal("高台县南华镇***", Masking.Address("高台县南华镇永进村三社8号"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("")]
    public void What_is_too_short_to_mask_is_hidden_whole(string value)
    {
        Assert.DoesNotContain("1", Masking.Phone(value) + Masking.FixedPhone(value) + Masking.IdentityNumber(value) + Masking
            .BankCard(value)
            + Masking.Email(value) + Masking.Address(value) + Masking.Name(value), StringComparison.Ordinal);
    }

    private static void Refused(Checked check, string reason)
    {
        Assert.False(check.Valid);
        Assert.Contains(reason, check.Reason, StringComparison.Ordinal);
    }
}
