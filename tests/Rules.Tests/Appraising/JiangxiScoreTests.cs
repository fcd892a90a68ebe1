using Disclosure.Rules.Appraising;
using Disclosure.Rules.Tests.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Appraising;

public sealed class JiangxiScoreTests
{
    private static readonly SubmissionScore Score = new(BureauPacks.Jiangxi);

    [Theory]
    [Rule(305)]
    [Rule(306)]
    [Rule(307)]
    [Rule(308)]
    [Rule(309)]
    [Rule(310)]
    [Rule(311)]
    [Rule(312)]
    [Rule(313)]
    [Rule(314)]
    [InlineData(1, "department-site")]
    [InlineData(2, "culture-information")]
    [InlineData(1, "culture-information-brief")]
    [InlineData(5, "special-report")]
    [InlineData(15, "special-report,special-report-instruction")]
    [InlineData(2, "ministry-or-province-site")]
    [InlineData(2, "culture-daily-news")]
    [InlineData(5, "culture-daily-feature")]
    [InlineData(5, "office-journals")]
    [InlineData(15, "office-journals,office-journals-instruction")]
    [InlineData(20, "central-offices")]
    [InlineData(40, "central-offices,central-instruction")]
    public void An_adopted_item_earns_the_points_of_where_it_was_adopted(int points, string adoptions)
        => Assert.Equal(points, Score.Of(Item(adoptions)));

    [Theory]
    [Rule(313)]
    [Rule(314)]
    [InlineData(0, "central-offices")]
    [InlineData(0, "central-offices,central-instruction")]
    [InlineData(5, "office-journals,central-offices")]
    [InlineData(5, "special-report")]
    public void The_central_offices_count_only_for_what_the_superior_department_recommended(int points, string adoptions)
        => Assert.Equal(points, Score.Of(Item(adoptions) with { Recommended = false }));

    [Fact]
    [Rule(315)]
    public void Adoptions_at_successive_levels_add_up()
    {
        Assert.Equal(1 + 2 + 5 + 20, Score.Of(Item("department-site,ministry-or-province-site,office-journals,central-offices")));
        using var directory = new PackDirectory().With("jiangxi", pack => pack["scoring"]!["principles"]!.AsArray().RemoveAt(0));
        var single = new SubmissionScore(Disclosure.Rules.Packs.RulePacks.Load(directory.FullName)["jiangxi"]);
        Assert.Equal(20, single.Of(Item("department-site,ministry-or-province-site,office-journals,central-offices")));
    }

    [Theory]
    [InlineData("special-report-instruction")]
    [InlineData("central-instruction,office-journals")]
    [InlineData("village-newspaper")]
    public void An_instruction_without_its_adoption_and_an_unknown_place_are_refused(string adoptions)
        => Assert.Throws<ArgumentException>(() => Score.Of(Item(adoptions)));

    [Theory]
    [Rule(316)]
    [Rule(317)]
    [Rule(318)]
    [Rule(319)]
    [InlineData("submission.commissioned", 1)]
    [InlineData("submission.proactive", 1)]
    [InlineData("submission.activity", 4)]
    [InlineData("submission.research", 29)]
    public void Points_are_forfeited_the_day_after_the_last_tolerated_one(string limit, int tolerated)
    {
        Assert.Equal(2, Score.Of(Item("culture-information") with { Limit = limit, Elapsed = tolerated }));
        Assert.Equal(0, Score.Of(Item("culture-information") with { Limit = limit, Elapsed = tolerated + 1 }));
    }

    [Theory]
    [Rule(320)]
    [Rule(321)]
    [Rule(322)]
    [Rule(324)]
    [Rule(325)]
    [Rule(326)]
    [Rule(327)]
    [Rule(329)]
    [Rule(330)]
    [InlineData("urgent-concealed", 10)]
    [InlineData("urgent-omitted", 5)]
    [InlineData("commissioned-omitted", 5)]
    [InlineData("instruction-not-answered", 3)]
    [InlineData("unauthorised-interview", 3)]
    [InlineData("interview-not-as-required", 2)]
    [InlineData("public-not-answered", 2)]
    [InlineData("important-omitted", 2)]
    [InlineData("general-omitted", 1)]
    public void Every_occurrence_of_a_fault_costs_its_points(string fault, int points)
        => Assert.Equal(20 - (2 * points), Score.Of([Item("central-offices")], [new(fault), new(fault)]));

    [Theory]
    [Rule(323)]
    [Rule(328)]
    [InlineData("proactive-late", 3, 3)]
    [InlineData("column-stale", 45, 2)]
    public void Lateness_costs_points_from_the_day_after_the_last_tolerated_one(string fault, int tolerated, int points)
    {
        Assert.Equal(0, Score.Of(new ScoredFault(fault, tolerated)));
        Assert.Equal(points, Score.Of(new ScoredFault(fault, tolerated + 1)));
    }

    [Fact]
    public void A_proactive_item_four_days_late_earns_nothing_and_costs_three_points()
        => Assert.Equal(-3, Score
        .Of([Item("department-site") with { Limit = "submission.proactive", Elapsed = 4 }], [new("proactive-late", 4)]));

    [Fact]
    [Rule(331)]
    public void Four_groups_are_ranked_apart_and_equal_points_share_a_rank()
    {
        var places = Rank(("c1", "city-bureau", 1, null), ("c2", "city-bureau", 9, null), ("k1", "county-bureau", 5, null),
            ("k2", "county-bureau", 5, null), ("k3", "county-bureau", 4, null));
        Assert.Equal([("c2", 1), ("c1", 2), ("k1", 1), ("k2", 1), ("k3", 3)], places.Select(place => (place.Unit, place.Rank)));
    }

    [Theory]
    [Rule(333)]
    [Rule(334)]
    [InlineData("city-bureau", 3, 6)]
    [InlineData("county-bureau", 20, 30)]
    [InlineData("division", 4, 6)]
    [InlineData("direct-unit", 5, 6)]
    public void The_first_of_each_group_are_advanced_and_more_of_them_nominate_one_person(string group, int units, int persons)
    {
        var places = Rank([.. Enumerable.Range(1, 40).Select(rank => ($"u{rank:00}", group, (decimal)(100 - rank), (string?)null))]);
        Assert.Equal(Enumerable.Range(1, units), places.Where(place => place.IsAdvanced).Select(place => place.Rank));
        Assert.Equal(Enumerable.Range(1, persons), places.Where(place => place.Nominations == 1).Select(place => place.Rank));
    }

    [Fact]
    [Rule(335)]
    public void Heavy_loss_after_a_late_urgent_report_costs_the_award_but_not_the_rank()
    {
        var places = Rank(("a", "division", 9, "urgent-with-heavy-loss"), ("b", "division", 8, null));
        Assert.Equal([("a", 1, false, false, 0), ("b", 2, true, true, 1)],
            places.Select(place => (place.Unit, place.Rank, place.Eligible, place.IsAdvanced, place.Nominations)));
    }

    private static ScoredItem Item(string adoptions) => new(adoptions.Split(','), Recommended: true);

    private static IReadOnlyList<Place> Rank(params (string Unit, string Group, decimal Points, string? Exclusion)[] results)
        => YearlyAppraisal.Rank(BureauPacks.Jiangxi.Scoring,
        [.. results.Select(result
        => new UnitResult(result.Unit, result.Group, result.Points, result.Exclusion is null ? [] : [result.Exclusion]))]);
}
