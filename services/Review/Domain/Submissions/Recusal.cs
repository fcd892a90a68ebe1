namespace Disclosure.Review.Domain;

/// <summary>回避: whom a case is kept from, because the content accuses them. It never reaches them, by any path and under any office (rule 235).</summary>
/// <param name="People">Subject claims.</param>
/// <param name="Units">Codes of units: everybody in them.</param>
internal sealed record Recusal(string[] People, string[] Units)
{
    public static readonly Recusal Nobody = new([], []);

    /// <summary>Whether the case is kept from the person: accused, of an accused unit, or acting for somebody who is.</summary>
    public bool Keeps(Reviewer who)
        => who.StandsFor.Any(person => People.Contains(person, StringComparer.Ordinal)) || who.Mandates.Any(mandate => Units.Contains(mandate.Unit, StringComparer.Ordinal));

    /// <summary>Whether somebody who wrote or submitted the content is among them.</summary>
    public bool Concerns(string unit, IEnumerable<string> writers) => Units.Contains(unit, StringComparer.Ordinal) || writers.Any(person => People.Contains(person, StringComparer.Ordinal));

    /// <summary>Both together, in a fixed order: whom one round names, the next keeps.</summary>
    public Recusal And(Recusal other) => new(Union(People, other.People), Union(Units, other.Units));

    private static string[] Union(string[] some, string[] others) => [.. some.Union(others, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
