using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Decisions;

namespace Disclosure.Review.Domain.Cases;

/// <summary>催办: reminding those who have the case now.</summary>
internal sealed partial class ReviewCase
{
    /// <summary>催办: somebody reminds those who have the case now.</summary>
    public Verdict Urge(Person who, Power power, string? reason, LegalTime now)
    {
        if (who.HasLeft) return PeopleFailures.HasLeft;
        if (IsConcluded) return Refusals.CaseIsConcluded(this);
        if (Refusals.OfReason(reason) is { } unusable) return unusable;
        foreach (var step in steps.Where(WaitsForSomebody)) step.Urge(now, string.IsNullOrWhiteSpace(reason) ? null : reason);
        return Fact(Acts.Urged, who.As(power), reason: reason);
    }

    /// <summary>催办 by the system: overdue steps, once per legal day. Nobody is urged to sign what may not be signed yet.</summary>
    /// <returns>What happened; nothing when nothing is overdue or all of it was urged today.</returns>
    public Verdict UrgeOverdue(Actor platform, LegalTime now)
    {
        var maySign = AwaitsCompanion(null) is not { IsFinal: true };
        var overdue = steps.Where(step => WaitsForSomebody(step) && (maySign || !Signs(step)) && step.DueOn < now.Today
            && (step.UrgedOn is null || step.UrgedOn < now.Today)).ToList();
        if (IsConcluded || overdue.Count == 0) return Verdict.Nothing;
        var words = $"已超过办理期限：{string.Join("、", overdue.Select(step => step.Name))}";
        foreach (var step in overdue)
        {
            step.Urge(now, words);
            StateOverdue(step);
        }

        return Fact(Acts.Urged, platform, overdue[0].Code, words);
    }
}
