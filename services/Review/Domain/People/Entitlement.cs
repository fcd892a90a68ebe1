using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Steps;
using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain.People;

/// <summary>Who may take a step: the role, the unit, not the author, and nobody twice (四眼原则).</summary>
internal static class Entitlement
{
    /// <summary>Finds the powers under which the person may take the step.</summary>
    /// <param name="review">The case.</param>
    /// <param name="step">The step.</param>
    /// <param name="who">The person.</param>
    /// <param name="mandate">The powers, when null is returned.</param>
    /// <returns>Why not, or null.</returns>
    public static Failure? Find(ReviewCase review, CaseStep step, Person who, out Mandate? mandate)
        => Find(review, step, who, step.Roles, step.Scope, out mandate);

    /// <summary>The same for a release past the remaining steps: the pack's bypass roles, of the whole authority.</summary>
    public static Failure? FindBypass(ReviewCase review, CaseStep step, Person who, out Mandate? mandate)
    {
        var refusal = Find(review, step, who, review.BypassRoles, UnitScope.Authority, out mandate);
        return refusal == Refusals.RoleIsNotOfThisStep ? Refusals.BypassIsNotAllowed : refusal;
    }

    private static Failure? Find(ReviewCase review, CaseStep step, Person who, string[] roles, UnitScope scope, out Mandate? mandate)
    {
        mandate = null;
        if (who.HasLeft) return PeopleFailures.HasLeft;
        // Who must stand aside is told what anybody is told of a case that does not exist.
        if (review.IsKeptFrom(who)) return Refusals.CaseIsUnknown;
        // Whoever stands in for the author is the author: a delegation is no way around four eyes.
        if (who.IsKeptApart) return Refusals.KeptApart;
        if (review.IsWrittenBy(who)) return Refusals.OwnDraft;
        var withRole = who.Mandates.Where(m => m.Roles.Overlaps(roles)).ToList();
        if (withRole.Count == 0) return Refusals.RoleIsNotOfThisStep;
        var ofUnit = withRole.Where(m => scope == UnitScope.Authority || m.Unit == review.Unit).ToList();
        if (ofUnit.Count == 0) return Refusals.UnitIsNotOfThisCase;
        mandate = ofUnit.Find(m => !TookPart(review, step, who.Subject) && !TookPart(review, step, m.Principal));
        return mandate is null ? Refusals.AlreadyTookPart : null;
    }

    /// <summary>Whether the person had a say before that bars this one.</summary>
    /// <remarks>A determination is a question apart: it bars from no ordinary step, and is barred only to whoever asked it. Recording what
    /// the
    /// secrecy authority answered decides nothing and is open to the asker too.</remarks>
    private static bool TookPart(ReviewCase review, CaseStep step, string person)
        => Barred(review, step).Contains(person, StringComparer.Ordinal);

    /// <summary>Everybody who had a say before that bars them from the step, and in whose name they had it.</summary>
    public static IEnumerable<string> Barred(ReviewCase review, CaseStep step) => step switch
    {
        { Determines: null } => review.Steps.Where(other => other.Code != step.Code && other.Determines is null)
            .SelectMany(other => other.TakenBy),
        { RecordsAnAnswer: true } => [],
        _ => new[] { review.HeldBy, review.HeldFor }.OfType<string>(),
    };
}
