using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Steps;
using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain.Submissions;

/// <summary>Who may read a case (知悉范围): who submitted, who reviews, who supervises. Nobody else of the authority, and nobody outside
/// it.</summary>
/// <remarks>Apart from the case itself, so that lists decide it without reading what was handed in.</remarks>
/// <param name="Author">Subject claim of the drafter.</param>
/// <param name="Contributors">Subject claims of everybody else who wrote or submitted the content.</param>
/// <param name="Unit">The submitting unit.</param>
/// <param name="BypassRoles">Roles that may release past the remaining steps.</param>
/// <param name="Steps">The steps as they stand.</param>
/// <param name="Recusal">Whom the case is kept from, whatever else would let them read it.</param>
internal sealed record Readership(string Author, IReadOnlyList<string> Contributors, string Unit, IReadOnlyList<string> BypassRoles,
    IReadOnlyList<CaseStep> Steps, Recusal Recusal)
{
    /// <summary>Whether the person wrote or submitted the content, or stands in for somebody who did.</summary>
    public bool Wrote(Person who)
        => who.StandsFor.Any(person => person == Author || Contributors.Contains(person, StringComparer.Ordinal));

    /// <summary>Whether the person may read the case. Whoever has left may not, whatever the token still says.</summary>
    public bool Includes(Person who)
        => !who.HasLeft && !Recusal.Keeps(who) && (Wrote(who)
            || who.Mandates.Any(m => m.Unit == Unit && m.Roles.Overlaps(RoleSets.Business))
            || RoleSets.Supervision.Any(who.Holds) || BypassRoles.Any(who.Holds)
            || Steps.Any(step => step.TakenBy.Contains(who.Subject, StringComparer.Ordinal)
                || who.Mandates.Any(m => m.Roles.Overlaps(step.Roles) && (step.Scope == UnitScope.Authority || m.Unit == Unit))));
}
