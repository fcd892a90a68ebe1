using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Packs.Bureaus;

public sealed class XinyuanTests
{
    private static readonly RulePack Pack = BureauPacks.Xinyuan;

    [Fact]
    public void Disclosure_enters_the_annual_assessment_of_the_unit()
    {
        var assessment = Assert.Single(Pack.Scoring.Assessments);
        Assert.Equal(("单位年度目标考核", 63), (assessment.Name, assessment.Citation.Rules[0]));
    }

    [Fact]
    [Rule(69)]
    public void Work_items_carry_one_of_the_five_disclosures() =>
        Assert.Equal(["决策公开", "执行公开", "管理公开", "服务公开", "结果公开"], Pack.WorkTags.CitedBy(69));

    [Fact]
    [Rule(72)]
    public void Progress_of_major_decisions_is_published_in_four_categories() => Assert.Equal(
        ["重大决策落实情况", "工作报告", "政策性文件和决策文件", "重点工作与责任分工"],
        Pack.Categories.Where(category => category.Citation.Rules.Contains(72)).Select(category => category.Name));

    [Fact]
    [Rule(73)]
    public void The_catalogue_holds_leaders_rules_addresses_opening_hours_and_contacts()
    {
        Assert.Equal(["领导班子分工", "下属部门制度", "地址", "免费开放时间", "联系方式"],
            Assert.Single(Pack.Forms, form => form.Citation.Rules.Contains(73)).Fields.Select(field => field.Name));
        Assert.Equal(["leaders", "unit-rules", "venues"], Pack.Categories.Where(category => category.Citation.Rules.Contains(73))
            .Select(category => category.Code));
        Assert.Contains(Pack.Flow(FlowCodes.Publication)!.Steps, step => step.Roles.Contains("deputy") && step.When.Count == 0);
    }

    [Fact]
    [Rule(70)]
    [Rule(71)]
    public void Items_go_to_the_portal_microblog_wechat_and_mobile_client()
    {
        Assert.Equal(["走进新源", "新源印象", "新源旅游"], Pack.Categories.Where(category => category.Citation.Rules.Contains(70))
            .Select(category => category.Name));
        Assert.Equal("portal", Assert.Single(Pack.Channels, channel => channel.Citation.Rules.Contains(70)).Code);
        Assert.Equal(["政务微博", "政务微信", "移动客户端"], Pack.Channels.Where(channel => channel.Citation.Rules.Contains(71))
            .Select(channel => channel.Name));
    }

    [Fact]
    [Rule(79)]
    [Rule(85)]
    public void The_report_reconciles_and_is_out_by_the_end_of_january()
    {
        Assert.Equal([79], Assert.Single(Pack.AnnualReport.Checks, check => check.Code == "R1").Citation.Rules);
        Assert.Equal(Enumerable.Range(1, 13).Select(n => $"R{n}"), Pack.AnnualReport.Checks.Select(check => check.Code));
        Pack.HasLimit(85, "annual-report.department", 131, LimitUnit.MonthDay, statutory: 131);
    }

    [Fact]
    [Rule(62)]
    public void The_party_group_leads_discipline_supervises_the_office_coordinates_and_a_named_person_works() => Assert.Equal(
        ["director", "discipline", "office", "officer"],
        Pack.Responsibilities.Where(duty => duty.Citation.Rules.Contains(62)).Select(duty => Assert.Single(duty.Roles)));
}
