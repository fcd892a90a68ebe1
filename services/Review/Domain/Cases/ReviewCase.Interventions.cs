using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Steps;

namespace Disclosure.Review.Domain.Cases;

/// <summary>Ways out for a case at which nobody is left who may go on.</summary>
internal sealed partial class ReviewCase
{
    private static readonly string[] Enders = [Roles.Director, Roles.LeadingGroup];

    /// <summary>终止审核: the director or the leading group sends the case back to its author, whatever it waits for.</summary>
    /// <remarks>Nothing is published by it; a determination left open is asked again in the next round.</remarks>
    public Verdict EndAsReturned(Person who, string? reason, LegalTime now)
    {
        if (who.HasLeft) return PeopleFailures.HasLeft;
        if (who.IsKeptApart) return Refusals.KeptApart;
        if (who.Mandates.FirstOrDefault(m => m.Roles.Overlaps(Enders)) is not { } mandate) return Refusals.OnlyLeadersEnd;
        if (IsConcluded) return Refusals.CaseIsConcluded(this);
        if (EnteredText.IsBlank(reason)) return Refusals.ReasonIsMissing;
        if (Refusals.OfReason(reason) is { } unusable) return unusable;
        Conclude(CaseState.Returned, who, reason, now);
        return Fact(Acts.Ended, who.As(mandate, mandate.Roles.First(Enders.Contains)), reason: reason);
    }

    /// <summary>Whether the person may end the case now.</summary>
    public bool MayBeEndedBy(Person who) => !IsConcluded && !who.HasLeft && !who.IsKeptApart && Enders.Any(who.Holds);

    /// <summary>Whether the person holds the role above the step's and could take it over if nobody else is left.</summary>
    public bool MayBeRaisedBy(CaseStep step, Person who) => WaitsForSomebody(step) && !IsWrittenBy(who)
        && MayRaise(step, who, out _) is null;

    private static Failure? MayRaise(CaseStep step, Person who, out string role)
    {
        role = "";
        if (who.HasLeft) return PeopleFailures.HasLeft;
        if (who.IsKeptApart) return Refusals.KeptApart;
        // A determination belongs to the leading group or the secrecy authority, whoever they are (Regulation art. 17).
        if (step.Determines is not null) return Refusals.StepIsNotRaised;
        var above = step.Roles.Select(RoleSets.Above).OfType<string>().Except(step.Roles).ToHashSet(StringComparer.Ordinal);
        role = who.Mandates.SelectMany(m => m.Roles).FirstOrDefault(above.Contains) ?? "";
        return role.Length == 0 ? Refusals.StepIsNotRaised : null;
    }

    /// <summary>上级接办: the next higher role takes a step that nobody known to the authority may take.</summary>
    /// <param name="code">The step.</param>
    /// <param name="who">A holder of the higher role.</param>
    /// <param name="reason">Why.</param>
    /// <param name="nobodyIsLeft">Whether the directory of colleagues knows nobody who may take the step.</param>
    public Verdict Raise(string code, Person who, string? reason, bool nobodyIsLeft)
    {
        if (steps.Find(s => s.Code == code) is not { } step) return Refusals.StepIsUnknown;
        if (MayRaise(step, who, out var role) is { } forbidden) return forbidden;
        if (IsWrittenBy(who)) return Refusals.OwnDraft;
        if (IsConcluded) return Refusals.CaseIsConcluded(this);
        if (step.IsDone) return Refusals.StepIsDecided(step);
        if (!WaitsForSomebody(step)) return State == CaseState.Held ? Refusals.CaseIsHeld : Refusals.StepIsWaiting;
        if (!nobodyIsLeft) return Refusals.SomebodyIsLeft;
        if (EnteredText.IsBlank(reason)) return Refusals.ReasonIsMissing;
        if (Refusals.OfReason(reason) is { } unusable) return unusable;
        var mandate = who.Mandates.First(m => m.Roles.Contains(role));
        step.Raise(role);
        return Fact(Acts.Raised, who.As(mandate, role), code, reason);
    }
}
