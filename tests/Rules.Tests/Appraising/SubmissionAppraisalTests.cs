using Disclosure.Rules.Appraising;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Appraising;

public sealed class SubmissionAppraisalTests
{
    [Fact]
    [Rule(32)]
    public void Units_are_ranked_by_quantity_and_quality_and_the_best_are_commended()
    {
        var places = Rank(2, ("library", 40, 10), ("museum", 30, 24), ("culture-centre", 24, 12), ("sports-centre", 10, 1));
        Assert.Equal([("museum", 2, 1, 1, true), ("library", 1, 3, 2, true), ("culture-centre", 3, 2, 3, false),
            ("sports-centre", 4, 4, 4, false)],
            places.Select(place => (place.Subject, place.QuantityRank, place.QualityRank, place.Rank, place.Commended)));
    }

    [Fact]
    [Rule(32)]
    public void More_of_the_same_quality_and_better_quality_of_as_many_both_win()
    {
        Assert.Equal(["library", "museum"], Rank(1, ("museum", 20, 10), ("library", 30, 15)).Select(place => place.Subject));
        Assert.Equal(["library", "museum"], Rank(1, ("museum", 20, 10), ("library", 20, 11)).Select(place => place.Subject));
        Assert.Equal([(1, true), (1, true), (3, false)], Rank(2, ("museum", 20, 15), ("library", 30, 15), ("gallery", 10, 1))
            .Select(place => (place.Rank, place.Commended)));
    }

    [Fact]
    [Rule(36)]
    public void Who_lost_the_years_awards_is_not_commended_and_nobody_moves_up()
    {
        var places = SubmissionAppraisal.Rank(BureauPacks.Gaotai.Scoring,
            [new("museum", 12, 12, ["shortfall"]), new("library", 10, 9, [])], 1);
        Assert.Equal([("museum", 1, false), ("library", 2, false)], places.Select(place => (place.Subject, place.Rank, place.Commended)));
    }

    [Fact]
    public void Nothing_submitted_is_nothing_to_commend() => Assert.False(Assert.Single(Rank(1, ("museum", 0, 0))).Commended);

    [Fact]
    public void More_adopted_than_submitted_and_a_pack_that_appraises_otherwise_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Rank(1, ("museum", 2, 3)));
        Assert.Throws<ArgumentException>(() => SubmissionAppraisal.Rank(BureauPacks.Jiangxi.Scoring, [], 1));
    }

    private static IReadOnlyList<AppraisedPlace> Rank(int commendations, params (string Subject, int Submitted, int Adopted)[] records)
        => SubmissionAppraisal
        .Rank(BureauPacks.Gaotai.Scoring,
        [.. records.Select(record => new SubmissionRecord(record.Subject, record.Submitted, record.Adopted, []))], commendations);
}
