using Disclosure.Rules.Appraising;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Appraising;

public sealed class QuotaTests
{
    [Theory]
    [Rule(297)]
    [Rule(298)]
    [Rule(299)]
    [InlineData("city-bureau", 4)]
    [InlineData("county-bureau", 1)]
    [InlineData("division", 2)]
    [InlineData("direct-unit", 2)]
    public void A_unit_of_Jiangxi_that_sends_less_than_its_number_in_a_month_has_fallen_short(string group, int owed)
    {
        var duty = new SubmissionDuty(BureauPacks.Jiangxi, QuotaSubject.Unit, group);
        Assert.Equal(new Shortfall(12 * owed, 0, 0, 0), duty.Of([.. Enumerable.Repeat(owed, 12)]));
        Assert.Equal(new Shortfall(12 * owed, 1, 1, 1), duty.Of([owed - 1, .. Enumerable.Repeat(owed, 11)]));
        Assert.Equal(new Shortfall(12 * owed, 0, 1, 1), duty.Of([owed - 1, 100, .. Enumerable.Repeat(owed, 10)]));
    }

    [Fact]
    [Rule(350)]
    public void The_head_of_Taishan_hears_one_report_a_year_whenever_it_is()
    {
        var duty = new SubmissionDuty(BureauPacks.Taishan, QuotaSubject.Authority);
        Assert.Equal(new Shortfall(1, 1, 1, 0), duty.Of(new int[12]));
        Assert.Equal(new Shortfall(1, 0, 0, 0), duty.Of([.. new int[11], 1]));
        Assert.Equal(0, new SubmissionDuty(BureauPacks.Taishan, QuotaSubject.Unit, "section").Owed(Cycle.Year));
    }
}
