using Disclosure.Kernel;
using Disclosure.Kernel.People;

namespace Disclosure.Review.Domain;

/// <summary>The powers a person may use: the own ones, or those of somebody the person stands in for.</summary>
/// <param name="Principal">Whose powers: subject claim.</param>
/// <param name="PrincipalName">Name of the principal.</param>
/// <param name="Unit">Unit the powers belong to.</param>
/// <param name="Roles">Roles the powers consist of.</param>
internal sealed record Mandate(string Principal, string PrincipalName, string Unit, IReadOnlySet<string> Roles);

/// <summary>The person who acts (办理人).</summary>
/// <param name="Subject">Subject claim.</param>
/// <param name="Name">Name shown to colleagues.</param>
/// <param name="Authority">The person's authority (机关).</param>
/// <param name="Mandates">The own powers first, then those delegated (授权) or taken over from people who left.</param>
/// <param name="HasLeft">Whether the person has handed over and may do nothing any more.</param>
/// <param name="Address">Network address the request came from; null where there is none.</param>
internal sealed record Reviewer(string Subject, string Name, string Authority, IReadOnlyList<Mandate> Mandates, bool HasLeft = false,
    string? Address = null)
{
    /// <summary>The person as one who acts, under the powers that are used.</summary>
    public Actor As(Mandate mandate, string? role) => As(mandate.Unit, role, mandate.Principal == Subject ? null : mandate.Principal);

    /// <summary>The person as one who acts without powers of a role, as an author does.</summary>
    public Actor As(string? unit, string? role, string? onBehalfOf = null)
        => new(Subject, Name, Authority, unit, role, onBehalfOf, Address);

    /// <summary>Everyone in whose place the person may act, the person included.</summary>
    public IEnumerable<string> StandsFor => Mandates.Select(mandate => mandate.Principal).Append(Subject);

    /// <summary>三员、监督: whoever holds such an office takes no step, whatever else the person holds or was given.</summary>
    public bool IsKeptApart
        => Mandates.Count > 0 && Mandates[0].Roles.Any(role => role == Roles.Discipline || RoleSets.Administrators.Contains(role));

    public bool Holds(string role) => Mandates.Any(mandate => mandate.Roles.Contains(role));
}
