using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Packs.Bureaus;

public sealed class TaishanTests
{
    private const string Business = "广电旅游和公共服务股、艺术股、市场执法股";

    private static readonly RulePack Pack = BureauPacks.Taishan;

    [Theory]
    [Rule(354)]
    [Rule(355)]
    [Rule(356)]
    [Rule(357)]
    [Rule(358)]
    [Rule(359)]
    [Rule(360)]
    [Rule(361)]
    [Rule(362)]
    [Rule(363)]
    [Rule(364)]
    [Rule(365)]
    [Rule(366)]
    [Rule(367)]
    [Rule(368)]
    [Rule(369)]
    [Rule(370)]
    [Rule(371)]
    [InlineData(354, "党务公开", "办公室")]
    [InlineData(355, "组织机构", "办公室")]
    [InlineData(356, "行政处罚", "市场执法股")]
    [InlineData(357, "财政预决算及“三公”经费", "计划财务股")]
    [InlineData(358, "人事信息", "办公室")]
    [InlineData(359, "办事指南", "广电旅游和公共服务股")]
    [InlineData(360, "工作动态类信息", Business)]
    [InlineData(361, "双公开", "广电旅游和公共服务股")]
    [InlineData(362, "政务服务平台", "广电旅游和公共服务股")]
    [InlineData(363, "通知公告", Business)]
    [InlineData(364, "部门文件", Business)]
    [InlineData(365, "全域旅游专栏", Business)]
    [InlineData(366, "重点领域信息公开（文化结构信息）", "艺术股、文化馆、书画院")]
    [InlineData(367, "重点领域信息公开（旅游市场监管执法信息）", "市场执法股")]
    [InlineData(368, "政府信息公开年报", "办公室")]
    [InlineData(369, "政策解读信息", Business)]
    [InlineData(370, "互动交流", Business)]
    [InlineData(371, "依申请公开", Business)]
    public void Each_of_eighteen_items_has_its_responsible_sections(int rule, string name, string units)
    {
        var category = Pack.CategoryOf(rule);
        Assert.Equal(name, category.Name);
        Assert.Equal(units, string.Join('、', category.Units.Select(unit => Pack.Unit(unit)!.Name)));
        Assert.Equal(units == Business, category.EachForItsOwn);
    }

    [Fact]
    [Rule(372)]
    public void The_first_of_several_sections_leads_and_nobody_where_each_has_its_own()
    {
        Assert.Equal("art", Pack.CategoryOf(366).LeadingUnit());
        Assert.All([360, 363, 364, 365, 369, 370, 371], rule => Assert.Null(Pack.CategoryOf(rule).LeadingUnit()));
    }

    [Fact]
    [Rule(353)]
    public void A_category_without_a_responsible_section_is_refused()
    {
        Assert.True(Pack.ResponsibleUnits!.Required);
        using var directory = new PackDirectory().With("taishan", pack => pack["categories"]![4]!["units"]!.AsArray().Clear());
        var error = Assert.Single(RulePacks.Validate(directory.FullName));
        Assert.Equal(("$.categories[4].units", "缺少责任单位"), (error.Path, error.Message));
    }

    [Fact]
    [Rule(337)]
    [Rule(338)]
    public void The_plan_names_the_industry_items_and_three_key_fields()
    {
        Assert.Superset(new HashSet<string> { "work-news", "notices", "yearly-report", "department-documents", "budget-and-three-public",
            "party-affairs" },
            Pack.Categories.Where(category => category.Citation.Rules.Contains(337)).Select(category => category.Code).ToHashSet());
        Assert.Equal(["all-for-one-tourism", "cultural-structure", "market-enforcement"],
            Pack.Categories.Where(category => category.Citation.Rules.Contains(338)).Select(category => category.Code));
    }

    [Fact]
    public void Superior_interpretations_and_changes_of_the_powers_list_are_published_at_once()
    {
        Pack.HasLimit(340, "interpretation.superior", 0, LimitUnit.Prompt);
        Pack.HasLimit(342, "powers-list.update", 0, LimitUnit.Prompt);
    }

    [Fact]
    [Rule(350)]
    [Rule(351)]
    public void The_head_hears_one_report_a_year_and_one_leader_is_in_charge()
    {
        var quota = Assert.Single(Pack.Quotas, quota => quota.Citation.Rules.Contains(350));
        Assert.Equal((QuotaSubject.Authority, Cycle.Year, 1), (quota.Subject, quota.Period, quota.Minimum));
        Assert.Equal(["deputy"], Assert.Single(Pack.Responsibilities, duty => duty.Citation.Rules.Contains(351)).Roles);
    }

    [Fact]
    [Rule(345)]
    public void New_media_are_being_given_up_and_are_no_channel()
    {
        Assert.DoesNotContain(Pack.Channels, channel => channel.Citation.Rules.Contains(345));
        Assert.Contains("注销", Assert.Single(Pack.Prohibitions.CitedBy(345)), StringComparison.Ordinal);
    }

    [Fact]
    [Rule(344)]
    public void Questions_are_consultations_or_petitions() =>
        Assert.Equal(["业务咨询", "信访"], Pack.Interaction.QuestionClasses.CitedBy(344));
}
