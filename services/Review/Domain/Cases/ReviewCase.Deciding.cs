using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.People;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain.Cases;

/// <summary>Deciding: who may, and which decisions are accepted.</summary>
internal sealed partial class ReviewCase
{
    /// <summary>Takes a decision at a step. Nothing changes when it is refused.</summary>
    /// <param name="who">The person.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="now">When.</param>
    /// <param name="pack">The authority's pack; needed for changes and added conditions only.</param>
    /// <returns>What happened, or why not.</returns>
    public Verdict Decide(Person who, Decision decision, LegalTime now, RulePack? pack = null)
    {
        var step = steps.Find(s => s.Code == decision.Step);
        if (step is null) return Refusals.StepIsUnknown;
        if (MayTake(step, who, decision.Outcome, out var mandate) is { } forbidden) return forbidden;
        var alone = IsSignature(step, decision.Outcome) ? AwaitsCompanion(who) : null;
        if (decision.Digest != ContentDigest) return Refusals.DigestIsStale;
        if (decision.Outcome != StepOutcome.Approve && EnteredText.IsBlank(decision.Reason)) return Refusals.ReasonIsMissing;
        // One half alone is signed only with a word to those who look at it later.
        if (alone is not null && EnteredText.IsBlank(decision.Reason)) return alone.Failure.At("reason");
        if ((Refusals.OfReason(decision.Reason) ?? CheckWording(step, decision, pack) ?? CheckAnswers(step, decision)) is { } unusable)
            return unusable;
        decision = decision with { SignedAlone = alone?.Failure.Code };
        var verdict = decision.Outcome switch
        {
            StepOutcome.Approve => Approve(step, who, mandate!, decision, now, pack),
            StepOutcome.Return => End(step, StepState.Returned, CaseState.Returned, Acts.Returned, who, mandate!, decision, now),
            StepOutcome.Reject => End(step, StepState.Rejected, CaseState.Rejected,
                step.Determines is null ? Acts.Rejected : Acts.DeterminedSecret, who, mandate!, decision, now),
            StepOutcome.Hold => Hold(step, who, mandate!, decision, now),
            StepOutcome.Escalate => Escalate(step, who, mandate!, decision, now),
            _ => Bypass(step, who, mandate!, decision, now),
        };
        if (verdict.Failure is not null) return verdict;
        UpdateBarred();
        UpdateOpenFindings();
        return verdict;
    }

    /// <summary>Work lists read the steps alone: each keeps who is barred from it as the case stands.</summary>
    private void UpdateBarred() => steps
        .ForEach(step => step.SetBarred(
            [.. Entitlement.Barred(this, step).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));

    /// <summary>What the person may do at the step now; empty when nothing.</summary>
    public IReadOnlyList<StepOutcome> Offered(CaseStep step, Person who)
        => [.. Enum.GetValues<StepOutcome>().Where(outcome => MayTake(step, who, outcome, out _) is null)];

    /// <summary>Whether the step knows this decision at all, whoever takes it.</summary>
    public bool IsForeseen(CaseStep step, StepOutcome outcome) => outcome switch
    {
        StepOutcome.Approve or StepOutcome.Return => true,
        StepOutcome.Bypass => BypassRoles.Length > 0,
        _ when step.Kind == StepKind.Proof => false,
        StepOutcome.Hold => step.Determines is null,
        StepOutcome.Escalate => step.Determines is null ? step.Roles.Any(role => RoleSets.Above(role) is not null)
        : step.Roles.Contains(Roles.LeadingGroup),
        _ => true,
    };

    private Failure? MayTake(CaseStep step, Person who, StepOutcome outcome, out Mandate? mandate)
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
            StepState.Open => IsOffered(step, who, outcome, mandate!),
            StepState.Held => Refusals.CaseIsHeld,
            _ => State == CaseState.Held ? Refusals.CaseIsHeld : Refusals.StepIsWaiting,
        };
    }

    private bool IsSignature(CaseStep step, StepOutcome outcome) => outcome == StepOutcome.Bypass
        || (outcome == StepOutcome.Approve && Signs(step));

    private Failure? IsOffered(CaseStep step, Person who, StepOutcome outcome, Mandate mandate)
    {
        if (!WaitsForSomebody(step)) return Refusals.CaseIsHeld;
        if (outcome is StepOutcome.Approve or StepOutcome.Bypass && step.Kind != StepKind.Proof
            && Findings.FirstOrDefault(finding => finding.Level == FindingLevel.Blocking) is { } found)
            return Refusals.FindingBlocks(found);
        // Neither half is signed ahead of the other; a release past steps is no way around that either.
        if (IsSignature(step, outcome) && AwaitsCompanion(who) is { IsFinal: true } obstacle) return obstacle.Failure;
        return outcome switch
        {
            // A proof-reader (校对) confirms the wording or returns it; judging the content is not the reader's.
            StepOutcome.Hold or StepOutcome.Escalate or StepOutcome.Reject when step.Kind == StepKind.Proof => Refusals.OutcomeIsNotOffered,
            StepOutcome.Hold when step.Determines is not null => Refusals.OutcomeIsNotOffered,
            StepOutcome.Escalate when Superior(step, mandate) is null => Refusals.NobodyIsAbove,
            StepOutcome.Bypass when step.Determines is not null => Refusals.SecrecyIsNeverBypassed,
            StepOutcome.Bypass when steps.Exists(s => s.Kind == StepKind.Secrecy && !s.IsDone) => Refusals.SecrecyIsNeverBypassed,
            _ => null,
        };
    }

    private Failure? CheckWording(CaseStep step, Decision decision, RulePack? pack)
    {
        if (decision.Changes.Count + decision.Conditions.Count > 0)
        {
            if (decision.Outcome != StepOutcome.Approve || pack is null) return ChangeRefusals.OnlyWithApproval;
            if (Decisions.Changes.Check(this, step, decision.Changes, pack) is { } refusal) return refusal;
            if (!decision.Conditions.All(ReviewConditions.All.Contains)) return ChangeRefusals.ConditionIsUnknown;
        }

        if (step.RecordsAnAnswer && decision.Outcome is StepOutcome.Approve or StepOutcome.Reject
            && !Citations.NameAnAnswer(decision.Reason))
            return Refusals.AnswerIsNotCited;
        if (decision.Corrections.Count == 0) return null;
        if (step.Kind != StepKind.Proof) return ChangeRefusals.CorrectionsOnlyWithReturn;
        if (decision.Outcome != StepOutcome.Return) return ChangeRefusals.CorrectionsMeanReturn;
        if (decision.Corrections.Count > Correction.MaxCount) return ChangeRefusals.TooManyCorrections;
        var text = Snapshot.Text();
        var faults = decision.Corrections.Select((correction, at) => (At: at, Fault: FaultOf(correction, text)))
            .Where(fault => fault.Fault is not null).Select(fault => (fault.At, fault.Fault!)).ToList();
        return faults.Count == 0 ? null : ChangeRefusals.CorrectionsDoNotFit(faults);
    }

    private CorrectionFault? FaultOf(Correction correction, string text) => correction switch
    {
        { Original.Length: 0 } => CorrectionFault.NoOriginal,
        { Original.Length: > Correction.MaxLength } or { Corrected.Length: > Correction.MaxLength } => CorrectionFault.TooLong,
        _ when !EnteredText.IsStorable(correction.Original) || !EnteredText.IsStorable(correction.Corrected)
            => CorrectionFault.Unreadable,
        _ when text.Contains(correction.Original, StringComparison.Ordinal)
            || Snapshot.Fields.Any(field => field.Value.Contains(correction.Original, StringComparison.Ordinal)) => null,
        _ => CorrectionFault.NotInText,
    };

    /// <summary>要点 are confirmed by whoever judges content; by the signing leader only where nobody else does.</summary>
    public bool NeedsChecklist(CaseStep step) => NeedsChecklist(step.Kind, Checklist.Length, steps.Exists(s => s.Kind == StepKind.Review));

    /// <summary>The same, for lists that read a case only in part.</summary>
    public static bool NeedsChecklist(StepKind kind, int questions, bool isJudgedElsewhere)
        => questions > 0 && (kind == StepKind.Review || (kind == StepKind.SignOff && !isJudgedElsewhere));

    /// <summary>To whom a step is passed on: above the powers that were used, and above whoever of that rank already had a say.</summary>
    private string? Superior(CaseStep step, Mandate mandate)
    {
        // What the leading group cannot determine goes to the secrecy authority (Regulation art. 17), and never back.
        if (step.Determines is not null) return step.Roles.Contains(Roles.LeadingGroup) ? Roles.Secrecy : null;
        var superior = RoleSets.Above(mandate.Roles.First(step.Roles.Contains));
        while (superior is not null && steps.Exists(s => s.IsDone && s.Determines is null && s.DecidedRole == superior)) superior = RoleSets
            .Above(superior);
        return superior;
    }
}
