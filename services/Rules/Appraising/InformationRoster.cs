using Disclosure.Kernel;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Appraising;

/// <summary>Somebody named for a unit's information work (信息员).</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Person">The person, however the caller tells people apart.</param>
/// <param name="Section">The section (职能科室) that carries the work; null where none is named.</param>
public sealed record NamedStaff(string Unit, string Person, string? Section = null);

/// <summary>A gap in the roster.</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="People">Who is named, in order.</param>
public sealed record RosterGap(string Unit, RosterFault Fault, IReadOnlyList<string> People);

/// <summary>The roster of those who do the information work (信息员名单): which units have named whom they must (rules 5, 294). Pure.</summary>
public static class InformationRoster
{
    /// <summary>The gaps of every unit.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="named">Everybody who is named; people of units that the pack does not have are left aside.</param>
    /// <returns>The gaps in the order of the pack's units; empty where no rule says who is named.</returns>
    public static IReadOnlyList<RosterGap> Gaps(RulePack pack, IEnumerable<NamedStaff> named)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(named);
        if (pack.InformationStaff is not { } rule) return [];
        var byUnit = named.ToLookup(staff => staff.Unit, StringComparer.Ordinal);
        return [.. pack.Units.SelectMany(unit => Gaps(rule, unit, [.. byUnit[unit.Code]]))];
    }

    /// <summary>Whether the unit may submit (报送): it has named somebody, or no rule makes that a condition.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="unit">Code of the unit.</param>
    /// <param name="named">Everybody who is named, of whichever unit.</param>
    /// <returns>False where the unit has to name somebody first.</returns>
    public static bool MaySubmit(RulePack pack, string unit, IEnumerable<NamedStaff> named)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return pack.InformationStaff is not { BlocksSubmission: true } || named.Any(staff => staff.Unit == unit);
    }

    private static IEnumerable<RosterGap> Gaps(InformationStaff rule, Unit unit, List<NamedStaff> named)
    {
        string[] people = [.. named.Select(staff => staff.Person).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (people.Length == 0) yield return new RosterGap(unit.Code, RosterFault.NobodyNamed, people);
        if (people.Length > rule.PerUnit) yield return new RosterGap(unit.Code, RosterFault.SeveralNamed, people);
        if (people.Length > 0 && rule.SectionGroups.Contains(unit.Group)
            && named.TrueForAll(staff => string.IsNullOrWhiteSpace(staff.Section)))
            yield return new RosterGap(unit.Code, RosterFault.SectionNotNamed, people);
    }
}
