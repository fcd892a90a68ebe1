using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Steps;
using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain.Cases;

/// <summary>What an accepted decision does, and what follows.</summary>
internal sealed partial class ReviewCase
{
    private const string DeterminationCode = "determination";
    private const string EscalationCode = "escalation";

    private Verdict Approve(CaseStep step, Person who, Mandate mandate, Decision decision, LegalTime now, RulePack? pack)
    {
        if (NeedsChecklist(step) && Checklist.ExceptBy(decision.Checklist, question => question.Code).ToList() is { Count: > 0 } missing)
            return Refusals.ChecklistIsIncomplete(missing);
        // 源头认定 decides about an attribute: without one marked there is nothing to pass on (rule 211).
        if (Flow == FlowCodes.Attribute && step.Determines is null && Attribute is null
            && decision.Changes.All(change => change.Field != "attribute"))
            return ChangeRefusals.AttributeIsNotMarked;
        if (step.PassesConfirmed + 1 < step.PassesRequired)
        {
            step.ConfirmPass(who, mandate);
            return Fact(Acts.ProofPassed, step, step.Roles, who, mandate, decision);
        }

        if (step.PassesRequired > 0) step.ConfirmPass(who, mandate);
        Settle(step, StepState.Approved, who, mandate, decision, now);
        Answer(step, who, decision.Disclosed, now);
        if (step.Determines is { } held) Resume(held, now);
        var before = Changes.Length;
        Apply(step, who, Clears(step) ? [ReviewerChange.SecrecyCleared] : decision.Changes, decision.Reason, now);
        Reconsider(step, decision.Changes, now);
        if (pack is not null) SwitchOn(decision, pack);
        Advance(who, now);
        return Fact(step.Determines is null ? Acts.Approved : Acts.Determined, step, step.Roles, who, mandate, decision, Changes[before..]);
    }

    private Verdict End(CaseStep step, StepState stepState, CaseState caseState, string act, Person who, Mandate mandate,
        Decision decision, LegalTime now)
    {
        Settle(step, stepState, who, mandate, decision, now);
        Corrections = [.. decision.Corrections];
        Conclude(caseState, who, WithCorrections(decision), now);
        return Fact(act, step, step.Roles, who, mandate, decision);
    }

    private Verdict Hold(CaseStep step, Person who, Mandate mandate, Decision decision, LegalTime now)
    {
        step.Hold();
        StateTaken(step, mandate.Unit, decision.Outcome, now);
        State = CaseState.Held;
        (HeldBy, HeldFor) = (who.Subject, mandate.Principal);
        // What the leading group itself cannot tell is asked of the secrecy authority.
        var to = mandate.Roles.First(step.Roles.Contains) == Roles.LeadingGroup ? DeterminedBy.SecrecyAuthority : decision.HoldTo;
        var (name, role) = DeterminationBy(to);
        var determination = CaseStep.Added(this, step, AddedCode(DeterminationCode), name, StepKind.Secrecy, [role], step.Code);
        determination.Open(now, SubjectDueOn);
        steps.Add(determination);
        return Fact(Acts.Held, step, step.Roles, who, mandate, decision, heldTo: to);
    }

    /// <summary>Nothing of the flow begins before the secrecy is determined (rule 128).</summary>
    private void HoldFromTheStart(LegalTime now)
    {
        var (name, role) = DeterminationBy(DeterminedBy.LeadingGroup);
        State = CaseState.Held;
        var determination = CaseStep.Determination(this, AddedCode(DeterminationCode), name, role);
        determination.Open(now, SubjectDueOn);
        steps.Insert(0, determination);
    }

    private static (string Name, string Role) DeterminationBy(DeterminedBy who) => who == DeterminedBy.LeadingGroup
        ? ("涉密认定（政务公开领导小组）", Roles.LeadingGroup)
        : ("涉密认定（报保密行政管理部门）", Roles.Secrecy);

    private Verdict Escalate(CaseStep step, Person who, Mandate mandate, Decision decision, LegalTime now)
    {
        var superior = Superior(step, mandate)!;
        Settle(step, StepState.Escalated, who, mandate, decision, now);
        // Where the higher leader has a step of the case anyway, that step is the answer: two by one person would strand the case.
        if (step.Determines is not null || !steps.Exists(s => IsAnswerOf(s, superior)))
        {
            // A determination that is passed on still decides about the same held step.
            var name = step.Determines is null ? $"{step.Name}（上级审定）" : DeterminationBy(DeterminedBy.SecrecyAuthority).Name;
            var higher = CaseStep.Added(this, step, AddedCode(EscalationCode), name, step.Kind, [superior], step.Determines);
            higher.Open(now, SubjectDueOn);
            steps.Add(higher);
        }

        Advance(who, now);
        return Fact(step.Determines is null ? Acts.Escalated : Acts.DeterminationEscalated, step, step.Roles, who, mandate, decision);
    }

    private static bool IsAnswerOf(CaseStep step, string superior)
        => step.State is StepState.Waiting or StepState.Open && step.Determines is null && step.Kind != StepKind.Proof
        && step.Roles.Contains(superior);

    private Verdict Bypass(CaseStep step, Person who, Mandate mandate, Decision decision, LegalTime now)
    {
        Settle(step, StepState.Bypassed, who, mandate, decision, now);
        Answer(step, who, decision.Disclosed, now);
        foreach (var remaining in steps.Where(s => s.State is StepState.Open or StepState.Waiting)) remaining
            .EndUntaken(StepState.Bypassed);
        Conclude(CaseState.Approved, who, decision.Reason, now);
        return Fact(Acts.Bypassed, step, BypassRoles, who, mandate, decision);
    }

    private void Settle(CaseStep step, StepState state, Person who, Mandate mandate, Decision decision, LegalTime now)
    {
        var roles = state == StepState.Bypassed ? BypassRoles : step.Roles;
        step.Decide(state, who, mandate, mandate.Roles.Intersect(roles).First(), decision, now);
        StateTaken(step, mandate.Unit, decision.Outcome, now);
    }

    /// <summary>The author learns the proof-reader's corrections with the reason.</summary>
    private static string? WithCorrections(Decision decision) => decision.Corrections.Count == 0 ? decision.Reason
        : $"{decision.Reason}\n" + string.Join('\n', decision.Corrections
            .Select((correction, index) => $"{index + 1}. “{correction.Original}”应为“{correction.Corrected}”"));

    private void Resume(string heldStep, LegalTime now)
    {
        if (heldStep != CaseStep.WholeCase) steps.Find(s => s.Code == heldStep)!.Open(now, SubjectDueOn);
        State = CaseState.Open;
        (HeldBy, HeldFor) = (null, null);
    }

    private void Advance(Person who, LegalTime now)
    {
        if (steps.Exists(step => step.State is StepState.Open or StepState.Held)) return;
        if (steps.TrueForAll(step => step.IsDone)) Conclude(CaseState.Approved, who, null, now);
        else OpenNextStage(now);
    }

    /// <summary>Whether a step of this code is a higher leader's word (上级审定), which no flow foresees.</summary>
    public static bool IsEscalation(string code) => code.StartsWith($"{EscalationCode}-", StringComparison.Ordinal);

    private string AddedCode(string kind) => $"{kind}-{steps.Count(step => step.Code.StartsWith(kind, StringComparison.Ordinal)) + 1}";

    private AuditFact Fact(string act, CaseStep step, string[] roles, Person who, Mandate mandate, Decision decision,
        AppliedChange[]? changes = null, DeterminedBy? heldTo = null)
        => Fact(act, who.As(mandate, mandate.Roles.Intersect(roles).First()), step.Code, decision.Reason) with
        {
            // The act names the digest that was read; later steps read the corrected one.
            Digest = decision.Digest,
            Detail = FactDetail.Decided(decision, heldTo is { } asked ? Codes.Of(asked) : null, changes ?? [],
                [.. decision.Disclosed.Select(answer => Find(answer.Finding)!)], ContentDigest),
        };
}
