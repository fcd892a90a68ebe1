using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Packs.Bureaus;

public sealed class GaotaiTests
{
    private static readonly RulePack Pack = BureauPacks.Gaotai;

    [Fact]
    [Rule(9)]
    [Rule(10)]
    [Rule(11)]
    [Rule(12)]
    [Rule(13)]
    [Rule(14)]
    public void Information_is_collected_in_six_categories() => Assert.Equal(
        ["9 县委县政府和局部署落实", "10 新思路、新举措、成绩经验", "11 重要情况、热点难点和建议", "12 上级检查和重要会议", "13 赛事获奖和节会演出", "14 突发事件和其他重要信息"],
        Pack.SubmissionCategories.Select(category => $"{Assert.Single(category.Citation.Rules)} {category.Name}"));

    [Fact]
    public void Subordinate_units_and_sections_owe_two_items_a_month_and_twenty_four_a_year()
    {
        AssertQuota(24, QuotaSubject.Unit, Cycle.Month, 2, "subordinate", "section");
        AssertQuota(25, QuotaSubject.Unit, Cycle.Year, 24, "subordinate", "section");
        Assert.Equal(["图书馆", "文化馆", "博物馆", "社体中心"], Pack.Units.Where(unit => unit.Group == "subordinate").Select(unit => unit.Name));
    }

    [Fact]
    public void Each_member_of_the_office_owes_one_item_a_month_and_twelve_a_year()
    {
        AssertQuota(26, QuotaSubject.Person, Cycle.Month, 1, "office-staff");
        AssertQuota(27, QuotaSubject.Person, Cycle.Year, 12, "office-staff");
        Assert.Equal("office-staff", Pack.Unit("office")!.Group);
    }

    [Fact]
    public void A_month_that_is_short_costs_half_a_point_and_a_shortfall_above_thirty_percent_every_award()
    {
        var deduction = Assert.Single(Pack.Scoring.Deductions);
        Assert.Equal((0.5m, 35, ShortfallOccasion.Month),
            (deduction.Points, Assert.Single(deduction.Citation.Rules), deduction.Occasion!.Value));
        var exclusion = Assert.Single(Pack.Scoring.Exclusions);
        Assert.Equal((0.3m, 36, ShortfallTotal.Year),
            (exclusion.ShortfallAbove, Assert.Single(exclusion.Citation.Rules), exclusion.AddedUpOver!.Value));
        Assert.All([deduction.Citation, exclusion.Citation], citation => Assert.NotNull(citation.Unconfirmed));
        Assert.Equal([ScoringPrinciples.QuantityQualityRank], Pack.Scoring.Principles.Select(entry => entry.Code));
    }

    [Fact]
    [Rule(33)]
    [Rule(34)]
    public void Late_omitted_and_concealed_reports_are_criticised_and_serious_consequences_pursued() => Assert.Equal(
        [("迟报", Consequence.BulletinCriticism, 33), ("漏报", Consequence.BulletinCriticism, 33), ("瞒报", Consequence.BulletinCriticism, 33),
        ("引起严重后果", Consequence.Accountability, 34)],
        Pack.Scoring.Faults.Select(fault => (fault.Name, fault.Consequence, fault.Citation.Rules[0])));

    [Fact]
    public void Emergencies_and_time_critical_matters_know_no_waiting()
    {
        Pack.HasLimit(7, "emergency.report", 0, LimitUnit.Immediate);
        Pack.HasLimit(29, "emergency.written", 0, LimitUnit.Prompt);
        Assert.Equal(TimingKind.AnyTime, Assert.Single(Pack.Timings).Kind);
        Assert.Contains(Pack.Channels, channel => channel.Code == "notice-board" && channel.Citation.Rules.Contains(22));
    }

    [Fact]
    [Rule(15)]
    [Rule(23)]
    public void A_submission_is_checked_against_the_drafting_gate_and_six_qualities()
    {
        var checklist = Pack.Flow(FlowCodes.Submission)!.Checklist;
        Assert.Equal(["主题鲜明、观点明确", "内容真实", "文字精炼", "数字准确"], checklist.CitedBy(15));
        Assert.Equal(["准：准确无误", "实：真实可靠", "精：语句精炼", "快", "新：标题新颖", "广", "思想深刻"], checklist.CitedBy(23));
    }

    [Fact]
    [Rule(18)]
    public void A_submission_comes_printed_electronic_and_with_pictures() =>
        Assert.Equal(["打印文档", "电子文档", "图片"], Assert.Single(Pack.Forms, form => form.Citation.Rules.Contains(18)).Fields
            .Where(field => field.Required).Select(field => field.Name));

    [Fact]
    [Rule(19)]
    [Rule(20)]
    public void The_office_pushes_to_local_media_and_the_promotion_section_to_provincial_ones()
    {
        Assert.Equal(["高台政务网", "张掖文化旅游信息平台", "“灵秀高台文旅资讯”微信平台", "张掖日报", "中国张掖网"],
            Pack.Channels.Where(channel => channel.Citation.Rules.Contains(19)).Select(channel => channel.Name));
        Assert.All(Pack.Channels.Where(channel => channel.Citation.Rules.Contains(19)), channel => Assert.Equal(["office"], channel.Roles));
        var promoted = Pack.Channels.Where(channel => channel.Citation.Rules.Contains(20)).ToList();
        Assert.Equal(["今日头条", "抖音", "中国旅游报", "其他省级以上宣传平台"], promoted.Select(channel => channel.Name));
        Assert.All(promoted, channel => Assert.Equal(["promotion"], channel.Roles));
    }

    /// <summary>Channels of the national base have roles here too: the office is the single outlet, 产业促进股 has its own.</summary>
    [Fact]
    [Rule(30)]
    public void Nobody_but_the_office_and_the_promotion_section_pushes_outside_the_bureau() => Assert.Equal(
        ["notice-board", "superior-department"], Pack.Channels.Where(channel => channel.Code != Channel.Portal
            && channel.MayBeUsedBy(role => role == "officer")).Select(channel => channel.Code));

    [Fact]
    [Rule(58)]
    public void The_public_is_told_on_the_county_site_and_on_notice_boards() => Assert.Equal(["portal", "notice-board"],
        Pack.Channels.Where(channel => channel.Citation.Rules.Contains(58)).Select(channel => channel.Code));

    [Theory]
    [Rule(41)]
    [Rule(42)]
    [Rule(43)]
    [Rule(44)]
    [Rule(45)]
    [Rule(46)]
    [Rule(47)]
    [Rule(48)]
    [Rule(49)]
    [InlineData(41, "机构设置", "organisation")]
    [InlineData(42, "政策法规", "regulations")]
    [InlineData(43, "规划计划与预决算", "planning")]
    [InlineData(44, "业务工作（行政许可）", "licensing")]
    [InlineData(45, "统计工作", "statistics")]
    [InlineData(46, "人事工作", "recruitment")]
    [InlineData(47, "工作动态与重要会议", "other-statutory")]
    [InlineData(48, "年度报告", "annual-report")]
    [InlineData(49, "其他应当公开的信息", "other-statutory")]
    public void Nine_categories_are_published_proactively(int rule, string name, string statutoryColumn)
    {
        var category = Pack.CategoryOf(rule);
        Assert.Equal((name, statutoryColumn), (category.Name, category.Parent));
        Assert.Empty(category.Units);
    }

    [Theory]
    [Rule(50)]
    [Rule(51)]
    [Rule(52)]
    [Rule(53)]
    [Rule(54)]
    [Rule(55)]
    [InlineData(50, "国家秘密")]
    [InlineData(51, "商业秘密或可能泄露商业秘密")]
    [InlineData(52, "个人隐私或可能不当侵害隐私")]
    [InlineData(53, "正在调查、讨论、处理过程中的信息（法律、法规另有规定的除外）")]
    [InlineData(54, "可能影响检查、调查、取证")]
    [InlineData(55, "法律、法规、规章规定免予公开的其他情形")]
    public void Six_grounds_withhold_a_document(int rule, string name)
    {
        var ground = Assert.Single(Pack.Grounds, ground => ground.Citation.Rules.Contains(rule));
        Assert.Equal((name, DisclosureAttribute.Withheld), (ground.Name, ground.Attribute));
    }

    [Fact]
    [Rule(38)]
    [Rule(39)]
    public void What_is_not_withheld_is_open_or_given_on_request_and_published_fully_truly_timely_and_conveniently()
    {
        Assert.Equal(DisclosureAttribute.OnRequest, Pack.DefaultAttribute!.Attribute);
        Assert.Equal([38], Pack.DefaultAttribute.Citation.Rules);
        Assert.Equal(["内容全面", "内容真实", "公开及时", "方式便捷"], Pack.Flow(FlowCodes.Publication)!.Checklist.CitedBy(39));
    }

    [Fact]
    [Rule(61)]
    public void The_contact_of_applications_is_given_with_phone_room_and_mail()
    {
        Assert.Equal([61], Pack.Contact!.Citation.Rules);
        Assert.Equal("09366621050", Pack.Contact.Phone);
        Assert.EndsWith("405室", Pack.Contact.Address, StringComparison.Ordinal);
        Assert.Equal("wgxj6621050@163.com", Pack.Contact.Email);
    }

    [Fact]
    [Rule(3)]
    [Rule(31)]
    public void Counts_are_published_to_the_bureau_every_month()
    {
        var bulletin = Assert.Single(Pack.Reports, report => report.Code == "adoption-bulletin");
        Assert.Equal([31], bulletin.Citation.Rules);
        Assert.Equal((Cycle.Month, "全局"), (bulletin.Period, bulletin.Audience));
        var counts = Assert.Single(Pack.Reports, report => report.Citation.Rules.Contains(3));
        Assert.Equal((Cycle.Regularly, "全局"), (counts.Period, counts.Audience));
    }

    [Theory]
    [Rule(1)]
    [Rule(4)]
    [Rule(6)]
    [Rule(57)]
    [InlineData(1, "office")]
    [InlineData(4, "promotion")]
    [InlineData(5, "officer")]
    [InlineData(6, "officer")]
    [InlineData(57, "leading-group")]
    public void Duties_are_carried_by_their_roles(int rule, string role) =>
        Assert.Equal([role], Assert.Single(Pack.Responsibilities, duty => duty.Citation.Rules.Contains(rule)).Roles);

    private static void AssertQuota(int rule, QuotaSubject subject, Cycle period, int minimum, params string[] groups)
    {
        var quota = Assert.Single(Pack.Quotas, quota => quota.Citation.Rules.Contains(rule));
        Assert.Equal((subject, period, minimum), (quota.Subject, quota.Period, quota.Minimum));
        Assert.Equal(groups, quota.Groups);
    }
}
