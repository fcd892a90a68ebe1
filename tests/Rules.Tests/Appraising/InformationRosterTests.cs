using Disclosure.Kernel;
using Disclosure.Rules.Appraising;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Appraising;

/// <summary>Which units have named whom for their information work.</summary>
public sealed class InformationRosterTests
{
    [Fact]
    [Rule(5)]
    public void Each_unit_and_section_of_Gaotai_names_exactly_one_person_and_submits_nothing_before()
    {
        var pack = BureauPacks.Gaotai;
        List<NamedStaff> named = [.. pack.Units.Select(unit => new NamedStaff(unit.Code, $"{unit.Code}-1"))];
        Assert.Empty(InformationRoster.Gaps(pack, named));
        Assert.All(pack.Units, unit => Assert.True(InformationRoster.MaySubmit(pack, unit.Code, named)));

        var without = named.Where(staff => staff.Unit != "museum").Append(new NamedStaff("library", "library-2"))
            .Append(new NamedStaff("elsewhere", "somebody")).ToList();
        var gaps = InformationRoster.Gaps(pack, without);
        Assert.Equal([("library", RosterFault.SeveralNamed, "library-1、library-2"), ("museum", RosterFault.NobodyNamed, "")],
            gaps.Select(gap => (gap.Unit, gap.Fault, string.Join('、', gap.People))));
        Assert.False(InformationRoster.MaySubmit(pack, "museum", without));
        Assert.True(InformationRoster.MaySubmit(pack, "library", without));
    }

    [Fact]
    public void Who_is_named_twice_is_one_person()
        => Assert.Empty(InformationRoster
        .Gaps(BureauPacks.Gaotai,
        [.. BureauPacks.Gaotai.Units.SelectMany(unit => new[] { new NamedStaff(unit.Code, "one"), new NamedStaff(unit.Code, "one") })]));

    [Fact]
    [Rule(294)]
    public void City_and_county_bureaus_of_Jiangxi_name_a_section_and_a_person_divisions_and_direct_units_a_person()
    {
        var pack = BureauPacks.Jiangxi;
        Assert.Equal(pack.Units.Select(unit => (unit.Code, RosterFault.NobodyNamed)), InformationRoster.Gaps(pack, [])
            .Select(gap => (gap.Unit, gap.Fault)));

        // Everybody has named two people, which no rule forbids here, and no section.
        var people = pack.Units.SelectMany(unit => new[] { new NamedStaff(unit.Code, "a"), new NamedStaff(unit.Code, "b", " ") }).ToList();
        var bureaus = pack.Units.Where(unit => unit.Group is "city-bureau" or "county-bureau").Select(unit => unit.Code).ToList();
        Assert.NotEmpty(bureaus);
        // The rule of Jiangxi demands a name and bars nobody from submitting.
        Assert.True(InformationRoster.MaySubmit(pack, bureaus[0], []));
        Assert.True(bureaus.Count < pack.Units.Count);
        Assert.Equal(bureaus, InformationRoster.Gaps(pack, people).Where(gap => gap.Fault == RosterFault.SectionNotNamed)
            .Select(gap => gap.Unit));
        Assert.Empty(InformationRoster.Gaps(pack, people.Select(staff => staff.Person == "b" ? staff with { Section = "办公室" } : staff)));
    }

    [Fact]
    public void Where_no_rule_says_who_is_named_nothing_is_missing()
    {
        foreach (var pack in new[] { BureauPacks.Bijie, BureauPacks.Xinyuan, BureauPacks.Taishan })
        {
            Assert.Empty(InformationRoster.Gaps(pack, []));
            Assert.True(InformationRoster.MaySubmit(pack, pack.Units[0].Code, []));
        }
    }

    [Fact]
    [Rule(199)]
    public void A_group_of_representatives_of_Bijie_is_complete_with_deputies_cppcc_members_special_supervisors_and_citizens()
    {
        var appraisal = BureauPacks.Bijie.Appraisal;
        string[] capacities = ["people-congress", "cppcc", "special-supervisors", "citizens"];
        PanelMember[] members = [.. capacities.Select((capacity, n) => new PanelMember($"person-{n}", capacity))];
        Assert.Empty(AppraisalPanel.Missing(appraisal, [.. members, new PanelMember("another", "citizens")]));
        Assert.Equal(capacities, AppraisalPanel.Missing(appraisal, []).Select(capacity => capacity.Code));
        foreach (var absent in members)
            Assert.Equal(absent.Capacity,
            Assert.Single(AppraisalPanel.Missing(appraisal, [.. members.Where(member => member != absent)])).Code);
        // One person sits for one of them, whatever else is said of the same person.
        Assert.Equal(["cppcc", "special-supervisors", "citizens"],
            AppraisalPanel.Missing(appraisal, [.. capacities.Select(capacity => new PanelMember("everybody", capacity))])
            .Select(c => c.Code));
        Assert.Throws<ArgumentException>(() => AppraisalPanel.Missing(appraisal, [new PanelMember("x", "press")]));
        Assert.Throws<ArgumentException>(() => AppraisalPanel.Missing(BureauPacks.Gaotai.Appraisal, members));
    }
}
