using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Packs.Bureaus;

public sealed class JiangxiTests
{
    private static readonly RulePack Pack = BureauPacks.Jiangxi;

    [Fact]
    [Rule(269)]
    public void Four_kinds_of_units_are_bound() => Assert.Equal(
        ["设区市文广新局（本级）", "县（市、区）文广新局", "厅机关处室", "厅直单位"], Pack.Groups.Select(group => group.Name));

    [Theory]
    [Rule(270)]
    [Rule(271)]
    [Rule(272)]
    [Rule(273)]
    [Rule(274)]
    [Rule(275)]
    [Rule(276)]
    [Rule(277)]
    [Rule(278)]
    [Rule(279)]
    [InlineData(270, "上级决策部署和批示落实")]
    [InlineData(271, "重点项目、问题和热点")]
    [InlineData(272, "特色亮点和创新")]
    [InlineData(273, "统计、计划、总结")]
    [InlineData(274, "政策制定与研究")]
    [InlineData(275, "会议和视察调研")]
    [InlineData(276, "基层建议")]
    [InlineData(277, "重大突发紧急信息")]
    [InlineData(278, "公益惠民便民")]
    [InlineData(279, "其他")]
    public void Submissions_fall_into_ten_categories(int rule, string name) =>
        Assert.Equal(name, Assert.Single(Pack.SubmissionCategories.CitedBy(rule)));

    [Theory]
    [Rule(280)]
    [Rule(281)]
    [Rule(282)]
    [Rule(283)]
    [InlineData(280, "portal,weibo,wechat")]
    [InlineData(281, "culture-information,special-report,performance-information")]
    [InlineData(282, "press-conference,online-interview,hotline")]
    [InlineData(283, "digital-culture-platform")]
    public void Publication_platforms_are_channels(int rule, string channels)
    {
        Assert.Equivalent(channels.Split(','), Pack.Channels.Where(channel => channel.Citation.Rules.Contains(rule))
            .Select(channel => channel.Code), strict: true);
        Assert.Single(Pack.Platforms.CitedBy(rule));
    }

    [Fact]
    [Rule(280)]
    [Rule(284)]
    public void The_site_has_its_columns_and_the_summaries_are_published_too()
    {
        Assert.Equal(["政务公开", "文化资讯", "公共服务", "专题栏目", "信访咨询和领导信箱回复"],
            Pack.Categories.Where(category => category.Citation.Rules.Contains(280)).Select(category => category.Name));
        Assert.Equal("年度、半年和专题工作总结", Pack.CategoryOf(284).Name);
    }

    [Theory]
    [Rule(285)]
    [Rule(286)]
    [Rule(288)]
    [InlineData(285, "中办、国办、文化部办公厅约稿")]
    [InlineData(286, "部、省办公厅和省委宣传部专报简报")]
    [InlineData(288, "省政府网站、文化部网站|中国文化报约稿")]
    public void Items_go_up_to_four_kinds_of_platforms(int rule, string names) =>
        Assert.Equal(names.Split('|'), Pack.UpwardPlatforms.CitedBy(rule));

    [Fact]
    [Rule(287)]
    [Rule(295)]
    public void Sections_report_by_the_twentieth_and_staff_lists_are_filed_in_january()
    {
        Pack.HasLimit(287, "submission.monthly", 20, LimitUnit.DayOfMonth);
        Pack.HasLimit(295, "personnel.list", 1, LimitUnit.MonthOfYear);
        Pack.HasLimit(296, "personnel.change", 0, LimitUnit.Prompt);
    }

    [Theory]
    [Rule(297)]
    [Rule(298)]
    [Rule(299)]
    [InlineData(297, 4, "city-bureau")]
    [InlineData(298, 1, "county-bureau")]
    [InlineData(299, 2, "division,direct-unit")]
    public void Each_kind_of_unit_owes_its_number_of_items_a_month(int rule, int minimum, string groups)
    {
        var quota = Assert.Single(Pack.Quotas, quota => quota.Citation.Rules.Contains(rule));
        Assert.Equal((QuotaSubject.Unit, Cycle.Month, minimum), (quota.Subject, quota.Period, quota.Minimum));
        Assert.Equal(groups.Split(','), quota.Groups);
    }

    [Theory]
    [Rule(289)]
    [Rule(290)]
    [Rule(302)]
    [Rule(303)]
    [Rule(304)]
    [InlineData(289, "work-plan", "具体内容,时限,负责人")]
    [InlineData(290, "author-declaration", "真实性,导向性,合法性")]
    [InlineData(302, "submission-package", "电子文档（发送至 whxx@jxwh.gov.cn）")]
    [InlineData(304, "disclosure-package", "电子邮件（发送至 xxzx@jxwh.gov.cn）,纸质表单")]
    public void Forms_demand_what_the_rule_demands(int rule, string code, string fields)
    {
        var form = Assert.Single(Pack.Forms, form => form.Citation.Rules.Contains(rule));
        Assert.Equal(code, form.Code);
        Assert.Equal(fields.Split(','), form.Fields.Where(field => field.Required).Select(field => field.Name));
        if (rule == 302) Assert.Equal([303], Assert.Single(form.Fields, field => !field.Required).Citation!.Rules);
    }

    [Fact]
    [Rule(300)]
    [Rule(301)]
    [Rule(332)]
    public void Rankings_come_every_month_faults_at_once_and_results_every_year() => Assert.Equal(
        [(300, Cycle.Month), (301, Cycle.AtOnce), (332, Cycle.Year)],
        Pack.Reports.Select(report => (report.Citation.Rules[0], report.Period)));
}
