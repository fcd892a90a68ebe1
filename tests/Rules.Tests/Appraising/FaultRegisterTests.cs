using Disclosure.Rules.Appraising;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Appraising;

public sealed class FaultRegisterTests
{
    [Fact]
    [Rule(33)]
    [Rule(34)]
    public void Late_omitted_and_concealed_reports_are_criticised_and_serious_consequences_are_pursued_as_well()
    {
        var consequences = Of(BureauPacks.Gaotai, ("museum", "concealed", "2026-03-05"), ("library", "omitted", "2026-03-04"),
            ("library", "late", "2026-03-02"), ("museum", "serious-consequences", "2026-03-06"));
        Assert.Equal([("library", Consequence.BulletinCriticism, "late,omitted"), ("museum", Consequence.BulletinCriticism, "concealed"),
            ("museum", Consequence.Accountability, "serious-consequences")],
            consequences.Select(found => (found.Subject, found.Consequence, string.Join(',', found.Faults.Select(fault => fault.Fault)))));
    }

    [Fact]
    [Rule(293)]
    [Rule(301)]
    public void The_author_of_a_false_item_is_pursued_and_who_shirks_is_made_known_without_criticism()
        => Assert.Equal([("author", Consequence.Accountability), ("city-nanchang", Consequence.Bulletin)],
            Of(BureauPacks.Jiangxi, ("author", "false-content", "2026-03-02"), ("city-nanchang", "overdue-false-shirked", "2026-03-02"))
            .Select(found => (found.Subject, found.Consequence)));

    [Fact]
    public void No_fault_has_no_consequence_and_an_unknown_one_is_refused()
    {
        Assert.Empty(Of(BureauPacks.Gaotai));
        Assert.Throws<ArgumentException>(() => Of(BureauPacks.Gaotai, ("library", "untidy", "2026-03-02")));
    }

    private static IReadOnlyList<FaultConsequence> Of(RulePack pack, params (string Subject, string Fault, string On)[] faults)
        => FaultRegister.Consequences(pack.Scoring,
        faults.Select(fault => new RecordedFault(fault.Subject, fault.Fault, Day.Of(fault.On))));
}
