using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;

namespace Disclosure.Review.Tests.Domain.Model;

/// <summary>What may be done, and what it does.</summary>
internal sealed partial class Oracle
{
    /// <summary>Whether the person should be let do this now.</summary>
    public bool May(Person who, Act act) => !who.HasLeft && !Ended && act.Kind switch
    {
        ActKind.Decide => MayDecide(who, Step(act.Step), act.Outcome),
        ActKind.Raise => TakesOver(who, Step(act.Step)) is not null && !SomebodyIsLeft(act.Step),
        ActKind.End => !IsApart(who)
        && who.Mandates.Any(mandate => mandate.Roles.Contains("director") || mandate.Roles.Contains("leading-group")),
        ActKind.Withdraw => State == CaseState.Open
        && (who.Subject == authors[0] || who.Mandates.Any(mandate => mandate.Principal == authors[0])),
        _ => true,
    };

    /// <summary>Does what <see cref="May"/> allows.</summary>
    public void Do(Person who, Act act)
    {
        switch (act.Kind)
        {
            case ActKind.Decide:
                Decide(who, Step(act.Step), act.Outcome, act.To);
                break;
            case ActKind.Raise:
                var over = Step(act.Step);
                (over.Roles, over.Own) = ([TakesOver(who, over)!], false);
                break;
            case ActKind.End:
                Conclude(CaseState.Returned);
                break;
            case ActKind.Withdraw:
                Conclude(CaseState.Withdrawn);
                break;
            default:
                // 催办 moves nothing.
                break;
        }
    }

    private bool MayDecide(Person who, ModelStep step, StepOutcome outcome)
    {
        if (!Active(step) || Powers(who, step, outcome == StepOutcome.Bypass) is not { } powers) return false;
        var judges = step.Kind != StepKind.Proof;
        return outcome switch
        {
            StepOutcome.Reject => judges,
            StepOutcome.Hold => judges && step.Decides is null,
            StepOutcome.Escalate when step.Decides is not null => step.Roles.Contains("leading-group"),
            StepOutcome.Escalate => judges && StillAbove(powers.Role).Any(),
            StepOutcome.Bypass => step.Decides is null && steps.All(other => other.Kind != StepKind.Secrecy || other.Done),
            _ => true,
        };
    }

    /// <summary>The role under which the person takes a step over: the one next above one of its roles, of anybody in whose place the
    /// person acts.</summary>
    private string? TakesOver(Person who, ModelStep step)
    {
        if (IsApart(who) || Wrote(who) || step.Decides is not null || !Active(step)) return null;
        var next = step.Roles.SelectMany(role => Ladder.GetValueOrDefault(role, []).Take(1)).Where(role => !step.Roles.Contains(role))
            .ToList();
        return who.Mandates.SelectMany(mandate => mandate.Roles).FirstOrDefault(next.Contains);
    }

    private void Decide(Person who, ModelStep step, StepOutcome outcome, DeterminedBy to)
    {
        var (mandate, role) = Powers(who, step, outcome == StepOutcome.Bypass)!.Value;
        if (outcome == StepOutcome.Hold)
        {
            // Nobody's decision yet: the same person may take the step up again afterwards.
            (step.State, State, asker) = (StepState.Held, CaseState.Held, (who.Subject, mandate.Principal));
            steps.Add(Determination(role == "leading-group" || to == DeterminedBy.SecrecyAuthority ? "secrecy" : "leading-group", step.Code,
                step.Stage));
            return;
        }

        step.Hands.UnionWith([who.Subject, mandate.Principal]);
        if (outcome == StepOutcome.Approve && step.Kind == StepKind.Proof && ++step.Confirmed < step.Passes) return;
        step.By = role;
        switch (outcome)
        {
            case StepOutcome.Return:
                step.State = StepState.Returned;
                Conclude(CaseState.Returned);
                return;
            case StepOutcome.Reject:
                step.State = StepState.Rejected;
                Conclude(CaseState.Rejected);
                return;
            case StepOutcome.Bypass:
                foreach (var remaining in steps.Where(other => other.State is StepState.Open or StepState.Waiting)) remaining.State =
                StepState.Bypassed;
                State = CaseState.Approved;
                return;
            case StepOutcome.Escalate:
                PassOn(step, role);
                break;
            default:
                step.State = StepState.Approved;
                if (step.Decides is { } about) Answered(about);
                break;
        }

        if (steps.Any(other => other.State is StepState.Open or StepState.Held)) return;
        if (steps.All(other => other.Done)) State = CaseState.Approved;
        else OpenNext();
    }

    private void PassOn(ModelStep step, string role)
    {
        var higher = step.Decides is null ? StillAbove(role).First() : "secrecy";
        step.State = StepState.Escalated;
        // A higher leader who has a step of the case before him anyway answers there: one person, one step.
        if (step.Decides is null
            && steps.Any(other => other.State is StepState.Open or StepState.Waiting && other.Decides is null
            && other.Kind != StepKind.Proof && other.Roles.Contains(higher)))
            return;
        steps.Add(new ModelStep
        {
            Code = $"escalation-{steps.Count(other => other.Code.StartsWith("escalation-", StringComparison.Ordinal)) + 1}",
            Kind = step.Kind,
            Stage = step.Stage,
            Roles = [higher],
            Own = false,
            Decides = step.Decides,
            State = StepState.Open,
        });
    }

    private void Answered(string about)
    {
        if (about != "*") Step(about).State = StepState.Open;
        (State, asker) = (CaseState.Open, null);
    }

    private void OpenNext()
    {
        var stage = steps.Where(step => step.State == StepState.Waiting).Min(step => step.Stage);
        foreach (var step in steps.Where(step => step.State == StepState.Waiting && step.Stage == stage)) step.State = StepState.Open;
    }

    private void Conclude(CaseState state)
    {
        State = state;
        foreach (var step in steps.Where(step => step.State is StepState.Open or StepState.Waiting or StepState.Held)) step.State =
            StepState.Cancelled;
    }
}
