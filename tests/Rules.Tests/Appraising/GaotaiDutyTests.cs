using Disclosure.Rules.Appraising;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Appraising;

public sealed class GaotaiDutyTests
{
    private static readonly SubmissionDuty Library = new(BureauPacks.Gaotai, QuotaSubject.Unit, "subordinate");
    private static readonly SubmissionDuty Member = new(BureauPacks.Gaotai, QuotaSubject.Person, "office-staff");

    [Fact]
    [Rule(24)]
    [Rule(25)]
    public void A_unit_that_submits_two_a_month_has_done_its_twenty_four()
    {
        Assert.Equal((2, 24), (Library.Owed(Cycle.Month), Library.Owed(Cycle.Year)));
        Assert.Equal(new Shortfall(24, 0, 0, 0), Library.Of(Year(2)));
        Assert.Equal(new Shortfall(24, 1, 1, 1), Library.Of(Year(2, february: 1)));
        Assert.Equal(Library.Of(Year(2)), new SubmissionDuty(BureauPacks.Gaotai, QuotaSubject.Unit, "section").Of(Year(2)));
    }

    [Fact]
    [Rule(26)]
    [Rule(27)]
    public void A_member_of_the_office_owes_one_a_month_and_twelve_a_year_and_the_office_as_a_unit_nothing()
    {
        Assert.Equal(new Shortfall(12, 0, 0, 0), Member.Of(Year(1)));
        Assert.Equal(new Shortfall(12, 1, 1, 1), Member.Of(Year(1, february: 0)));
        Assert.Equal(0, new SubmissionDuty(BureauPacks.Gaotai, QuotaSubject.Unit, "office-staff").Owed(Cycle.Month));
    }

    [Fact]
    public void A_rich_month_makes_up_a_poor_one_in_the_years_number_only()
        => Assert.Equal(new Shortfall(24, 0, 1, 1), Library.Of(Year(3, february: 1)));

    [Fact]
    [Rule(35)]
    public void Each_month_that_is_short_costs_half_a_point()
    {
        Assert.Equal(0m, Library.Points(Library.Of(Year(2))));
        Assert.Equal(0.5m, Library.Points(Library.Of(Year(2, february: 1))));
        Assert.Equal(0.5m, Library.Points(Library.Of(Year(2, february: 0))));
        Assert.Equal(6m, Library.Points(Library.Of(Year(0))));
    }

    /// <summary>Eleven months short cost 5.5 points; the year's number is met, so the award stays.</summary>
    [Fact]
    [Rule(35)]
    [Rule(36)]
    public void A_years_task_that_is_submitted_in_december_costs_eleven_occasions_and_no_award()
    {
        var december = Library.Of([.. Enumerable.Repeat(0, 11), 24]);
        Assert.Equal(new Shortfall(24, 0, 22, 11), december);
        Assert.Equal(5.5m, Library.Points(december));
        Assert.Empty(Library.Exclusions(december));
    }

    /// <summary>The other reading of the text, which a bureau may set in its pack.</summary>
    [Fact]
    public void A_bureau_may_count_each_missing_item_and_each_month_on_its_own()
    {
        using var directory = new PackDirectory().With("gaotai", pack =>
        {
            pack["scoring"]!["deductions"]![0]!["occasion"] = "item";
            pack["scoring"]!["exclusions"]![0]!["addedUpOver"] = "months";
        });
        var strict = new SubmissionDuty(RulePacks.Load(directory.FullName)["gaotai"], QuotaSubject.Unit, "subordinate");
        var december = strict.Of([.. Enumerable.Repeat(0, 11), 24]);
        Assert.Equal((11m, "shortfall"), (strict.Points(december), Assert.Single(strict.Exclusions(december))));
    }

    [Fact]
    public void A_share_without_what_it_is_added_up_over_is_a_fault()
    {
        using var directory = new PackDirectory().With("gaotai", pack =>
            pack["scoring"]!["exclusions"]![0]!.AsObject().Remove("addedUpOver"));
        Assert.Equal("$.scoring.exclusions[0]", Assert.Single(RulePacks.Validate(directory.FullName)).Path);
    }

    [Theory]
    [Rule(36)]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void More_than_thirty_percent_missing_costs_every_award(int missing, bool lost)
    {
        var shortfall = Library.Of([.. Enumerable.Range(1, 12).Select(month => 2 - Math.Clamp(missing - (2 * (month - 1)), 0, 2))]);
        Assert.Equal(missing, shortfall.OfYear);
        Assert.Equal(lost ? ["shortfall"] : [], Library.Exclusions(shortfall));
        var place = Assert.Single(YearlyAppraisal
            .Rank(BureauPacks.Gaotai.Scoring, [new("library", "subordinate", 1, Library.Exclusions(shortfall))]));
        Assert.Equal(!lost, place.Eligible);
    }

    private static int[] Year(int each, int? february = null)
        => [.. Enumerable.Range(1, 12).Select(month => month == 2 ? february ?? each : each)];
}
