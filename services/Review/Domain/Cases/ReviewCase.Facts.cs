using Disclosure.Contracts.Facts;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Steps;

namespace Disclosure.Review.Domain.Cases;

/// <summary>统计事实: what of a case counts.</summary>
internal sealed partial class ReviewCase : IStatesFacts
{
    private readonly List<FactEntry> stated = [];

    List<FactEntry> IStatesFacts.Stated => stated;

    private void StateOpened(LegalTime now) => Count(now.Today, Unit, new ReviewOpenedFact(Flow, PreviousCaseId is not null));

    /// <summary>A step is counted with the unit of the powers that took it.</summary>
    private void StateTaken(CaseStep step, string unit, StepOutcome outcome, LegalTime now) => Count(now.Today, unit,
        new ReviewStepTakenFact(Flow, step.Code, step.Kind, outcome, LegalDay.Of(step.OpenedAt!.Value), step.DueOn));

    /// <summary>It counts from the day after the last one, whenever the sweep came by.</summary>
    private void StateOverdue(CaseStep step)
    {
        if (step.DueOn is not { } due || step.ToldOverdue == due) return;
        step.TellOverdue(due);
        Count(due.AddDays(1), step.Scope == UnitScope.Own ? Unit : null, new ReviewStepOverdueFact(Flow, step.Code, step.Kind, due));
    }

    /// <summary>What counted before somebody was named is kept from them as well.</summary>
    private void StateRestricted() => Count(LegalDay.Of(OpenedAt), null, new SubjectRestrictedFact());

    private void StateEnded(LegalTime now) => Count(now.Today, Unit, new ReviewEndedFact(Flow, State switch
    {
        CaseState.Approved => ReviewOutcome.Approved,
        CaseState.Returned => ReviewOutcome.Returned,
        CaseState.Rejected => ReviewOutcome.Rejected,
        CaseState.Withdrawn => ReviewOutcome.Withdrawn,
        _ => throw new InvalidOperationException($"Case {Id} has not ended."),
    }, LegalDay.Of(OpenedAt), IsBypassed, Changes.Length));

    private void Count(DateOnly on, string? unit, StatisticalFact body)
        => stated.Add(new FactEntry(on, SubjectKinds.ReviewCase, Id.Value, unit, body, !Recusal.IsEmpty));
}
