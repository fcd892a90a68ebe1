using Disclosure.Rules.Fees;
using FsCheck.Fluent;
using Xunit;

namespace Disclosure.Rules.Tests.Properties;

public sealed class FeeProperties
{
    [Fact]
    public void Tiers_are_continuous()
        => Cases.Holds(input =>
        {
            var tiers = ProcessingFee.Compute(input.Basis, input.Count).Tiers;
            return tiers.Zip(tiers.Skip(1)).All(pair => pair.Second.From == pair.First.To + 1)
                && (tiers.Count == 0 || (tiers[0].From == 1 && tiers[^1].To == input.Count));
        });

    [Fact]
    public void One_more_costs_the_rate_of_its_tier_and_never_less_than_the_one_before()
        => Cases.Holds(input =>
        {
            var fee = ProcessingFee.Compute(input.Basis, input.Count);
            var next = ProcessingFee.Compute(input.Basis, input.Count + 1);
            return next.Amount - fee.Amount == next.Tiers[^1].Rate && (fee.Tiers.Count == 0 || next.Tiers[^1].Rate >= fee.Tiers[^1].Rate);
        });

    [Fact]
    public void Items_handled_one_by_one_cost_what_they_cost_together()
        => Gen.Choose(0, 500).Holds(count =>
            Enumerable.Range(1, count).Sum(position => (long)ProcessingFee.RateOfItem(position)) == ProcessingFee
                .Compute(FeeBasis.Items, count).Amount);

    private static FsCheck.Gen<(FeeBasis Basis, int Count)> Cases
        => Gen.Elements(FeeBasis.Items, FeeBasis.Pages).Zip(Gen.Choose(0, 1000), (basis, count) => (basis, count));
}
