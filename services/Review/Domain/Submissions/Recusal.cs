using Disclosure.Kernel.People;

namespace Disclosure.Review.Domain.Submissions;

/// <summary>回避: whom a case is kept from, because the content accuses them. It never reaches them, by any path and under any office (rule
/// 235).</summary>
/// <param name="People">Subject claims of the accused.</param>
/// <param name="Units">Codes of the accused units: everybody in them, but for those who lead or supervise the whole authority, hold no
/// office of the unit and only have
/// their desk there; of them only who is accused as a person.</param>
internal sealed record Recusal(string[] People, string[] Units)
{
    /// <summary>People or units that one request may name; an accusation of more is none of a person or a unit.</summary>
    public const int MaxNamed = 50;

    public static readonly Recusal Nobody = new([], []);

    public bool IsEmpty => People.Length + Units.Length == 0;

    /// <summary>Whether the case is kept from the person: accused, of an accused unit, acting for somebody who is, or no longer known to
    /// belong elsewhere.</summary>
    public bool Keeps(Person who) => !IsEmpty && (who.HasLeft || Names(who));

    /// <summary>Whether the person is accused, of an accused unit, or acts for somebody who is.</summary>
    public bool Names(Person who) => who.StandsFor.Any(person => People.Contains(person, StringComparer.Ordinal))
        || UnitsOf(who).Any(unit => Units.Contains(unit, StringComparer.Ordinal));

    /// <summary>Whether the submitting unit or somebody who wrote or submitted the content is among them.</summary>
    public bool Concerns(string unit, IEnumerable<string> writers) => Units.Contains(unit, StringComparer.Ordinal)
        || writers.Any(person => People.Contains(person, StringComparer.Ordinal));

    /// <summary>Both together, in a fixed order: whom one request names, every round of the subject is kept from.</summary>
    public Recusal And(Recusal other) => new(Union(People, other.People), Union(Units, other.Units));

    /// <summary>Whether it names everybody whom the other names.</summary>
    public bool Covers(Recusal other) => !other.People.Except(People, StringComparer.Ordinal).Any()
        && !other.Units.Except(Units, StringComparer.Ordinal).Any();

    /// <summary>Units whose accusation concerns the person.</summary>
    public static IEnumerable<string> UnitsOf(Person who)
        => who.Mandates.Where(mandate => IsOfUnit(mandate.Roles)).Select(mandate => mandate.Unit);

    /// <summary>Whether such powers are those of the unit: of its offices, or of nobody who stands above units.</summary>
    public static bool IsOfUnit(IReadOnlySet<string> roles) => roles.Overlaps(RoleSets.OfUnit)
        || !roles.Overlaps(RoleSets.OfWholeAuthority);

    private static string[] Union(string[] some, string[] others)
        => [.. some.Union(others, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
