using Disclosure.Review.Domain.Findings;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;

namespace Disclosure.Review.Domain;

/// <summary>Deciding: who may, what it does, what follows.</summary>
internal sealed partial class ReviewCase
{
    /// <summary>Takes a decision at a step. Nothing changes when it is refused.</summary>
    /// <param name="who">The person.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="now">When.</param>
    /// <param name="pack">The authority's pack; needed for changes only.</param>
    /// <returns>What happened, or why not.</returns>
    public Verdict Decide(Reviewer who, Decision decision, Moment now, RulePack? pack = null)
    {
        var step = steps.Find(s => s.Code == decision.Step);
        if (step is null) return Refusals.StepIsUnknown;
        if (MayTake(step, who, decision.Outcome, out var mandate) is { } forbidden) return forbidden;
        if (decision.Digest != ContentDigest) return Refusals.DigestIsStale;
        if (decision.Outcome != StepOutcome.Approve && string.IsNullOrWhiteSpace(decision.Reason)) return Refusals.ReasonIsMissing;
        if ((Refusals.OfReason(decision.Reason) ?? CheckWording(step, decision, pack)) is { } unusable) return unusable;
        return decision.Outcome switch
        {
            StepOutcome.Approve => Approve(step, who, mandate!, decision, now),
            StepOutcome.Return => End(step, StepState.Returned, CaseState.Returned, Acts.Returned, who, mandate!, decision, now),
            StepOutcome.Reject => End(step, StepState.Rejected, CaseState.Rejected, Acts.Rejected, who, mandate!, decision, now),
            StepOutcome.Hold => Hold(step, who, mandate!, decision, now),
            StepOutcome.Escalate => Escalate(step, who, mandate!, decision, now),
            _ => Bypass(step, who, mandate!, decision, now),
        };
    }

    /// <summary>What the person may do at the step now; empty when nothing.</summary>
    public IReadOnlyList<StepOutcome> Offered(CaseStep step, Reviewer who)
        => [.. Enum.GetValues<StepOutcome>().Where(outcome => MayTake(step, who, outcome, out _) is null)];

    private Refusal? MayTake(CaseStep step, Reviewer who, StepOutcome outcome, out Mandate? mandate)
    {
        var refusal = outcome == StepOutcome.Bypass
            ? Entitlement.FindBypass(this, step, who, out mandate)
            : Entitlement.Find(this, step, who, out mandate);
        // Who loses a race learns who won; nobody else learns anything of a step that is not theirs.
        if (refusal is null || refusal == Refusals.AlreadyTookPart)
        {
            if (IsConcluded) return Refusals.CaseIsConcluded(this);
            if (step.IsDone) return Refusals.StepIsDecided(step);
        }

        if (refusal is not null) return refusal;
        return step.State switch
        {
            StepState.Open => IsOffered(step, outcome),
            StepState.Held => Refusals.CaseIsHeld,
            _ => State == CaseState.Held ? Refusals.CaseIsHeld : Refusals.StepIsWaiting,
        };
    }

    private Refusal? IsOffered(CaseStep step, StepOutcome outcome)
    {
        if (State == CaseState.Held && step.Determines is null) return Refusals.CaseIsHeld;
        if (outcome is StepOutcome.Approve or StepOutcome.Bypass && step.Kind != StepKind.Proof && Findings.FirstOrDefault(finding => finding.Level == FindingLevel.Blocking) is { } found)
            return Refusals.FindingBlocks(found);
        return outcome switch
        {
            StepOutcome.Hold when step.Determines is not null => Refusals.OutcomeIsNotOffered,
            StepOutcome.Escalate when step.Kind == StepKind.Proof => Refusals.OutcomeIsNotOffered,
            StepOutcome.Escalate when RoleCodes.Above(step) is null => Refusals.NobodyIsAbove,
            StepOutcome.Bypass when step.Determines is not null => Refusals.SecrecyIsNeverBypassed,
            StepOutcome.Bypass when steps.Exists(s => s.Kind == StepKind.Secrecy && !s.IsDone) => Refusals.SecrecyIsNeverBypassed,
            _ => null,
        };
    }

    private Refusal? CheckWording(CaseStep step, Decision decision, RulePack? pack)
    {
        if (decision.Changes.Count > 0)
        {
            if (decision.Outcome != StepOutcome.Approve || pack is null) return ChangeRefusals.OnlyWithApproval;
            if (Domain.Changes.Check(step, decision.Changes, pack) is { } refusal) return refusal;
        }

        if (decision.Corrections.Count == 0) return null;
        if (decision.Outcome != StepOutcome.Return || step.Kind != StepKind.Proof || decision.Corrections.Count > Correction.MaxCount)
            return ChangeRefusals.CorrectionsOnlyWithReturn;
        return decision.Corrections.All(Fits) ? null : ChangeRefusals.CorrectionIsNotInText;
    }

    private bool Fits(Correction correction)
        => correction.Original.Length is > 0 and <= Correction.MaxLength && correction.Corrected.Length <= Correction.MaxLength
            && !correction.Corrected.Contains('\0', StringComparison.Ordinal)
            && (Snapshot.Body.Contains(correction.Original, StringComparison.Ordinal)
                || Snapshot.Fields.Any(field => field.Value.Contains(correction.Original, StringComparison.Ordinal)));

    private Verdict Approve(CaseStep step, Reviewer who, Mandate mandate, Decision decision, Moment now)
    {
        if (NeedsChecklist(step) && Checklist.ExceptBy(decision.Checklist, question => question.Code).ToList() is { Count: > 0 } missing)
            return Refusals.ChecklistIsIncomplete(missing);
        // The act names the digest that was read; later steps read the corrected one.
        var fact = Fact(step.PassesConfirmed + 1 < step.PassesRequired ? Acts.ProofPassed : step.Determines is null ? Acts.Approved : Acts.Determined,
            step, step.Roles, who, mandate, decision);
        if (step.PassesConfirmed + 1 < step.PassesRequired)
        {
            step.ConfirmPass(who, mandate);
            Version++;
            return fact;
        }

        if (step.PassesRequired > 0) step.ConfirmPass(who, mandate);
        Settle(step, StepState.Approved, who, mandate, decision, now);
        if (step.Determines is { } held) Resume(held, now);
        Apply(step, who, decision, now);
        Advance(who, now);
        return fact;
    }

    private Verdict End(CaseStep step, StepState stepState, CaseState caseState, string act, Reviewer who, Mandate mandate, Decision decision, Moment now)
    {
        Settle(step, stepState, who, mandate, decision, now);
        Corrections = [.. decision.Corrections];
        Conclude(caseState, who, WithCorrections(decision), now);
        return Fact(act, step, step.Roles, who, mandate, decision);
    }

    private Verdict Hold(CaseStep step, Reviewer who, Mandate mandate, Decision decision, Moment now)
    {
        step.Hold();
        State = CaseState.Held;
        HeldBy = who.Subject;
        var (name, role) = decision.HoldTo == DeterminedBy.LeadingGroup
            ? ("涉密认定（政务公开领导小组）", RoleCodes.LeadingGroup)
            : ("涉密认定（报保密行政管理部门）", RoleCodes.Secrecy);
        var determination = CaseStep.Added(step, AddedCode("determination"), name, StepKind.Secrecy, [role], step.Code);
        determination.Open(now);
        steps.Add(determination);
        Version++;
        return Fact(Acts.Held, step, step.Roles, who, mandate, decision);
    }

    private Verdict Escalate(CaseStep step, Reviewer who, Mandate mandate, Decision decision, Moment now)
    {
        var superior = RoleCodes.Above(step)!;
        Settle(step, StepState.Escalated, who, mandate, decision, now);
        // A determination that is passed on still decides about the same held step.
        var higher = CaseStep.Added(step, AddedCode("escalation"), $"{step.Name}（上报）", step.Kind, [superior], step.Determines);
        higher.Open(now);
        steps.Add(higher);
        return Fact(Acts.Escalated, step, step.Roles, who, mandate, decision);
    }

    private Verdict Bypass(CaseStep step, Reviewer who, Mandate mandate, Decision decision, Moment now)
    {
        Settle(step, StepState.Bypassed, who, mandate, decision, now);
        foreach (var remaining in steps.Where(s => s.State is StepState.Open or StepState.Waiting)) remaining.EndUntaken(StepState.Bypassed);
        Conclude(CaseState.Approved, who, decision.Reason, now);
        return Fact(Acts.Bypassed, step, BypassRoles, who, mandate, decision);
    }

    private void Settle(CaseStep step, StepState state, Reviewer who, Mandate mandate, Decision decision, Moment now)
    {
        var roles = state == StepState.Bypassed ? BypassRoles : step.Roles;
        step.Decide(state, who, mandate, mandate.Roles.Intersect(roles).First(), decision.Reason, now);
        Version++;
    }

    private void Apply(CaseStep step, Reviewer who, Decision decision, Moment now)
    {
        ContentDigest = ReviewedDigest.After(ContentDigest, decision.Changes);
        Changes = [.. Changes, .. decision.Changes.Select(change => new AppliedChange(change.Field, change.Value, step.Code, who.Subject, now.At))];
    }

    /// <summary>The author learns the proof-reader's corrections with the reason.</summary>
    private static string? WithCorrections(Decision decision) => decision.Corrections.Count == 0 ? decision.Reason
        : $"{decision.Reason}\n{string.Join('\n', decision.Corrections.Select((correction, index) => $"{index + 1}. “{correction.Original}”应为“{correction.Corrected}”"))}";

    private void Resume(string heldStep, Moment now)
    {
        steps.Find(s => s.Code == heldStep)!.Open(now);
        State = CaseState.Open;
        HeldBy = null;
    }

    private void Advance(Reviewer who, Moment now)
    {
        if (steps.Exists(step => step.State is StepState.Open or StepState.Held)) return;
        if (steps.TrueForAll(step => step.IsDone)) Conclude(CaseState.Approved, who, null, now);
        else OpenNextStage(now);
    }

    /// <summary>要点 are confirmed by whoever judges content; by the signing leader only where nobody else does.</summary>
    public bool NeedsChecklist(CaseStep step) => Checklist.Length > 0
        && (step.Kind == StepKind.Review || (step.Kind == StepKind.SignOff && !steps.Exists(s => s.Kind == StepKind.Review)));

    private string AddedCode(string kind) => $"{kind}-{steps.Count(step => step.Code.StartsWith(kind, StringComparison.Ordinal)) + 1}";

    private CaseFact[] Fact(string act, CaseStep step, string[] roles, Reviewer who, Mandate mandate, Decision decision) =>
        [new(act, who.Subject, who.Name, mandate.Roles.Intersect(roles).First(), mandate.Unit, mandate.Principal == who.Subject ? null : mandate.Principal,
            step.Code, ContentDigest, string.IsNullOrWhiteSpace(decision.Reason) ? null : decision.Reason)];
}
