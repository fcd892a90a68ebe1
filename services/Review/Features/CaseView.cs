using System.Text.Json;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Audit;

namespace Disclosure.Review.Features;

/// <summary>A case as a reviewer reads it.</summary>
/// <param name="Id">Case id.</param>
/// <param name="Flow">Flow code.</param>
/// <param name="FlowName">Flow name, Chinese.</param>
/// <param name="SubjectKind">Kind of subject.</param>
/// <param name="SubjectId">The subject at its owner.</param>
/// <param name="Title">Title.</param>
/// <param name="Unit">Submitting unit, code.</param>
/// <param name="Author">Subject claim of the drafter.</param>
/// <param name="ContentDigest">Digest to send back with a decision.</param>
/// <param name="State"><c>open, held, approved, returned, rejected, withdrawn</c>.</param>
/// <param name="SubmittedAt">When submitted, UTC.</param>
/// <param name="DueOn">Earliest due date of a waiting step.</param>
/// <param name="ConcludedAt">When it ended.</param>
/// <param name="ConclusionReason">Reason of return or rejection.</param>
/// <param name="Bypassed">Whether it was released past steps.</param>
/// <param name="Conditions">Conditions that switched steps on.</param>
/// <param name="Snapshot">What is reviewed.</param>
/// <param name="Steps">Every step, in order.</param>
/// <param name="NextSteps">Names of the steps that come after the present ones.</param>
/// <param name="Checklist">Questions to confirm.</param>
/// <param name="Actions">What the caller may do now.</param>
/// <param name="MayWithdraw">Whether the caller may withdraw it.</param>
/// <param name="History">Every act so far.</param>
/// <param name="Findings">What was found automatically; a <c>blocking</c> one forbids approval.</param>
/// <param name="Changes">What reviewers corrected.</param>
/// <param name="Corrections">校对意见 of a returned proof.</param>
/// <param name="PreviousCaseId">The round before; <c>cases/{id}/difference</c> marks what changed.</param>
internal sealed record CaseView(Guid Id, string Flow, string FlowName, string SubjectKind, Guid SubjectId, string Title, string Unit, string Author,
    string ContentDigest, string State, DateTimeOffset SubmittedAt, DateOnly? DueOn, DateTimeOffset? ConcludedAt, string? ConclusionReason, bool Bypassed,
    IReadOnlyList<string> Conditions, Snapshot Snapshot, IReadOnlyList<StepView> Steps, IReadOnlyList<string> NextSteps,
    IReadOnlyList<ChecklistQuestion> Checklist, IReadOnlyList<ActionView> Actions, bool MayWithdraw, IReadOnlyList<ActView> History,
    IReadOnlyList<FindingView> Findings, IReadOnlyList<AppliedChange> Changes, IReadOnlyList<Correction> Corrections, Guid? PreviousCaseId)
{
    public static CaseView Of(ReviewCase review, Reviewer who, IEnumerable<AuditEntry> history) => new(review.Id.Value, review.Flow, review.FlowName,
        review.SubjectKind, review.SubjectId, review.Title, review.Unit, review.Author, review.ContentDigest, Wire.Name(review.State), review.SubmittedAt,
        review.DueOn, review.ConcludedAt, review.ConclusionReason, review.IsBypassed, review.Conditions, review.Snapshot,
        [.. review.Steps.OrderBy(step => step.Stage).ThenBy(step => step.OpenedAt ?? DateTimeOffset.MaxValue).Select(StepView.Of)],
        [.. review.Steps.Where(step => step.State == StepState.Waiting).OrderBy(step => step.Stage).Select(step => step.Name)],
        review.Checklist,
        [.. review.Steps.Select(step => new ActionView(step.Code, [.. review.Offered(step, who).Select(outcome => Wire.Name(outcome))], review.NeedsChecklist(step)))
            .Where(action => action.Outcomes.Count > 0)],
        !review.IsConcluded && who.StandsFor.Contains(review.Author),
        [.. history.Select(ActView.Of)],
        [.. review.Findings.Select(finding => new FindingView(finding.Code, Wire.Name(finding.Level), finding.Title, finding.Detail, finding.Line))],
        review.Changes, review.Corrections, review.PreviousCaseId);
}

/// <summary>A finding; levels are <c>note, warning, blocking</c>.</summary>
internal sealed record FindingView(string Code, string Level, string Title, string Detail, int? Line);

/// <summary>A step as shown; states are <c>waiting, open, held, approved, escalated, returned, rejected, bypassed, cancelled</c>.</summary>
internal sealed record StepView(string Code, string Name, string Kind, int Stage, string State, IReadOnlyList<string> Roles, string Scope, string Source,
    string? DecidedBy, string? DecidedByName, string? DecidedRole, string? DecidedUnit, DateTimeOffset? DecidedAt, string? Outcome, string? Reason,
    DateOnly? DueOn, int PassesRequired, int PassesConfirmed, IReadOnlyList<string> MayChange, int Urges)
{
    public static StepView Of(CaseStep step) => new(step.Code, step.Name, Wire.Name(step.Kind), step.Stage, Wire.Name(step.State), step.Roles, Wire.Name(step.Scope),
        step.Source, step.DecidedBy, step.DecidedByName, step.DecidedRole, step.DecidedUnit, step.DecidedAt, step.DecidedAt is null ? null : Wire.Name(step.State),
        step.Reason, step.DueOn, step.PassesRequired, step.PassesConfirmed, step.MayChange, step.Urges);
}

/// <summary>What the caller may do at a step: outcomes out of <c>approve, return, reject, hold, escalate, bypass</c>.</summary>
internal sealed record ActionView(string Step, IReadOnlyList<string> Outcomes, bool ChecklistRequired);

/// <summary>One act of the case's history.</summary>
internal sealed record ActView(DateTimeOffset At, string Act, string Actor, string ActorName, string? OnBehalfOf, string? Role, string? Unit, string? Step,
    string? Digest, string? Reason)
{
    public static ActView Of(AuditEntry entry) => new(entry.At, entry.Act, entry.Actor, entry.ActorName, entry.OnBehalfOf, entry.Role, entry.Unit, entry.Step,
        entry.Digest, entry.Reason);
}

/// <summary>Names of enumerated values in JSON: kebab-case.</summary>
internal static class Wire
{
    public static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static T? Parse<T>(string? name) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Name(value) == name) return value;
        return null;
    }
}
