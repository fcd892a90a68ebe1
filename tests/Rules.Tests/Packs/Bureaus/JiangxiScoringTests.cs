using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Packs.Bureaus;

public sealed class JiangxiScoringTests
{
    private static readonly RulePack Pack = BureauPacks.Jiangxi;

    [Theory]
    [InlineData(305, "department-site", 1, "")]
    [InlineData(306, "culture-information", 2, "")]
    [InlineData(306, "culture-information-brief", 1, "")]
    [InlineData(307, "special-report", 5, "")]
    [InlineData(308, "special-report-instruction", 10, "special-report")]
    [InlineData(309, "ministry-or-province-site", 2, "")]
    [InlineData(310, "culture-daily-news", 2, "")]
    [InlineData(310, "culture-daily-feature", 5, "")]
    [InlineData(311, "office-journals", 5, "")]
    [InlineData(312, "office-journals-instruction", 10, "office-journals")]
    [InlineData(313, "central-offices", 20, "")]
    [InlineData(314, "central-instruction", 20, "central-offices")]
    public void Adoption_earns_points(int rule, string code, int points, string addsTo)
    {
        var score = Assert.Single(Pack.Scoring.Scores, score => score.Code == code);
        Assert.Equal((points, addsTo), (score.Points, string.Join(',', score.AddsTo)));
        Assert.Equal([rule], score.Citation.Rules);
    }

    [Theory]
    [InlineData(315, ScoringPrinciples.CumulativeLevels)]
    [InlineData(331, ScoringPrinciples.RankedByGroup)]
    public void The_appraisal_has_two_principles(int rule, string principle) =>
        Assert.Equal(principle, Assert.Single(Pack.Scoring.Principles, entry => entry.Citation.Rules.Contains(rule)).Code);

    [Theory]
    [InlineData(316, "submission.commissioned", 1, LimitUnit.WorkingDay)]
    [InlineData(317, "submission.proactive", 1, LimitUnit.WorkingDay)]
    [InlineData(318, "submission.activity", 5, LimitUnit.WorkingDay)]
    [InlineData(319, "submission.research", 30, LimitUnit.CalendarDay)]
    public void Lateness_forfeits_the_points(int rule, string limit, int amount, LimitUnit unit)
    {
        // 超过N个工作日 forgives the Nth day, 延迟N个工作日 does not.
        Assert.Equal(amount < 5 ? LateFrom.Exceeded : LateFrom.Reached, Pack.Limit(limit)!.Late);
        Assert.Equal(limit, Assert.Single(Pack.Scoring.NoScores, noScore => noScore.Citation.Rules.Contains(rule)).Limit);
        Pack.HasLimit(rule, limit, amount, unit);
    }

    [Theory]
    [InlineData(320, 10, null)]
    [InlineData(321, 5, null)]
    [InlineData(322, 5, null)]
    [InlineData(323, 3, 3)]
    [InlineData(324, 3, null)]
    [InlineData(325, 3, null)]
    [InlineData(326, 2, null)]
    [InlineData(327, 2, null)]
    [InlineData(328, 2, 45)]
    [InlineData(329, 2, null)]
    [InlineData(330, 1, null)]
    public void Faults_cost_points_for_each_occurrence(int rule, int points, int? workingDays)
    {
        var deduction = Assert.Single(Pack.Scoring.Deductions, deduction => deduction.Citation.Rules.Contains(rule));
        if (rule is 322 or 330) Assert.EndsWith("汇报材料", deduction.Name, StringComparison.Ordinal);
        Assert.Equal((points, workingDays, workingDays is null ? null : LimitUnit.WorkingDay),
            (deduction.Points, deduction.LateByMoreThan, deduction.Unit));
    }

    [Fact]
    public void The_days_that_cost_points_are_limits_too()
    {
        Pack.HasLimit(323, "submission.proactive-penalty", 3, LimitUnit.WorkingDay);
        Pack.HasLimit(328, "column.staleness", 45, LimitUnit.WorkingDay);
    }

    [Theory]
    [InlineData("city-bureau", 3, 6)]
    [InlineData("county-bureau", 20, 30)]
    [InlineData("division", 4, 6)]
    [InlineData("direct-unit", 5, 6)]
    public void Awards_go_to_the_first_of_each_group_and_more_of_them_may_nominate_one_person(string group, int units, int persons)
    {
        var unit = Assert.Single(Pack.Scoring.CutOffs, cutOff => cutOff.Group == group && cutOff.Kind == AwardKind.AdvancedUnit);
        var person = Assert.Single(Pack.Scoring.CutOffs, cutOff => cutOff.Group == group && cutOff.Kind == AwardKind.AdvancedPerson);
        Assert.Equal((units, 0, 333), (unit.TopRank, unit.Nominations, unit.Citation.Rules[0]));
        Assert.Equal((persons, 1, 334), (person.TopRank, person.Nominations, person.Citation.Rules[0]));
    }

    [Fact]
    [Rule(293)]
    [Rule(301)]
    public void False_items_are_pursued_and_heavy_loss_costs_every_award()
    {
        Assert.Equal(Consequence.Accountability,
            Assert.Single(Pack.Scoring.Faults, fault => fault.Citation.Rules.Contains(293)).Consequence);
        Assert.Equal(Consequence.Bulletin,
            Assert.Single(Pack.Scoring.Faults, fault => fault.Citation.Rules.Contains(301)).Consequence);
        Assert.Equal(Consequence.BulletinCriticism,
            Assert.Single(Pack.Scoring.Faults, fault => fault.Citation.Rules.Contains(335)).Consequence);
        Assert.Equal([335], Assert.Single(Pack.Scoring.Exclusions).Citation.Rules);
        Assert.All([Assert.Single(Pack.Scoring.Exclusions).Name, Pack.Scoring.Faults[^1].Name],
            name => Assert.Contains("重大损失和不良影响", name, StringComparison.Ordinal));
    }
}
