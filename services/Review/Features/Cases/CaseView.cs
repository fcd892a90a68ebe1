using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;

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
/// <param name="AuthorName">拟稿人; empty where neither the owner nor the directory knows it.</param>
/// <param name="Contributors">Names, or else subject claims, of everybody else who wrote the content.</param>
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
/// <param name="Decisions">What the caller may decide now, by step.</param>
/// <param name="Raisable">Steps for which nobody is left and which the caller may take as the next higher role.</param>
/// <param name="Actions">What the caller may do to the case now.</param>
/// <param name="History">The latest 200 acts, oldest first.</param>
/// <param name="Findings">What was found automatically; a <c>blocking</c> one forbids approval.</param>
/// <param name="Changes">What reviewers corrected, with the value before where it is known.</param>
/// <param name="Corrections">校对意见 of a returned proof.</param>
/// <param name="PreviousCaseId">The round before; <c>cases/{id}/difference</c> marks what changed.</param>
/// <param name="Companions">The document of a plan or the plans of a document, signed together with this case; those the caller may
/// read.</param>
/// <param name="SignatureAwaits">Why the leader does not simply sign, because the other half is not there; null otherwise.</param>
/// <param name="Recused">Names, or else subject claims and unit codes, of whom the case is kept from.</param>
internal sealed record CaseView(Guid Id, string Flow, string FlowName, string SubjectKind, Guid SubjectId, string Title, string Unit,
    string Author, string AuthorName,
    IReadOnlyList<string> Contributors, string ContentDigest, string State, DateTimeOffset SubmittedAt, DateOnly? DueOn,
    DateTimeOffset? ConcludedAt,
    string? ConclusionReason, bool Bypassed, IReadOnlyList<string> Conditions, Snapshot Snapshot, IReadOnlyList<StepView> Steps,
    IReadOnlyList<string> NextSteps,
    IReadOnlyList<ChecklistQuestion> Checklist, IReadOnlyList<DecisionView> Decisions, IReadOnlyList<string> Raisable,
    IReadOnlyList<CaseAction> Actions,
    IReadOnlyList<ActView> History, IReadOnlyList<FindingView> Findings, IReadOnlyList<AppliedChange> Changes,
    IReadOnlyList<Correction> Corrections, Guid? PreviousCaseId,
    IReadOnlyList<CompanionView> Companions, ObstacleView? SignatureAwaits, RecusedView Recused)
{
    public static CaseView Of(ReviewCase review, Person who, CaseSurroundings around)
    {
        DecisionView[] decisions = [.. review.Steps.Select(step => DecisionView.Of(review, step, who))
            .Where(decision => decision.Outcomes.Count > 0)];
        string[] raisable = [.. review.Steps.Where(step => around.Candidates(step).Count == 0 && review.MayBeRaisedBy(step, who))
            .Select(step => step.Code)];
        return new(review.Id.Value, review.Flow, review.FlowName,
        review.SubjectKind, review.SubjectId, review.Title, review.Unit, review.Author, review.AuthorName.Length > 0 ? review.AuthorName
        : around.Name(review.Author) ?? "",
        [.. review.Contributors.Select(person => around.Name(person) ?? person)], review.ContentDigest, Codes.Of(review.State),
        review.SubmittedAt,
        review.DueOn, review.ConcludedAt, review.ConclusionReason, review.IsBypassed, review.Conditions, review.Snapshot,
        [.. review.Steps.OrderBy(step => step.Stage).ThenBy(step => step.OpenedAt ?? DateTimeOffset.MaxValue)
        .Select(step => StepView.Of(review, step, around))],
        [.. review.Steps.Where(step => step.State == StepState.Waiting).OrderBy(step => step.Stage).Select(step => step.Name)],
        review.Checklist,
        decisions, raisable, [.. review.ActionsOf(who, decisions.Length > 0, raisable.Length > 0)],
        [.. around.History.Select(ActView.Of)],
        [.. review.Findings.Select(finding
            => new FindingView(finding.Code, Codes.Of(finding.Level), finding.Title, finding.Detail, finding.Line))],
        review.Changes, review.Corrections, review.PreviousCaseId,
        [.. review.Companions.Where(companion => companion.Readers.Includes(who)).Select(CompanionView.Of)],
        !review.IsConcluded && review.AwaitsCompanion(who) is { } obstacle
            ? new ObstacleView($"{obstacle.Failure.Title}。{obstacle.Failure.Detail}", !obstacle.IsFinal) : null,
        new RecusedView([.. review.RecusedPeople.Select(person => around.Name(person) ?? person)], review.RecusedUnits));
    }
}

/// <summary>Why a case is not simply signed, and whether the leader may sign it alone with a reason.</summary>
internal sealed record ObstacleView(string Words, bool MaySignAlone);

/// <summary>A case that goes with another (一并报批): its id, whether it is the document or the plan, and where it stands.</summary>
internal sealed record CompanionView(Guid CaseId, bool IsDocument, string Title, string FlowName, string State,
    IReadOnlyList<string> OpenSteps)
{
    public static CompanionView Of(Companion companion)
        => new(companion.Case.Value, companion.IsDocument, companion.Title, companion.FlowName, Codes.Of(companion.State),
        companion.OpenSteps);
}

/// <summary>回避: whom the case is kept from.</summary>
internal sealed record RecusedView(IReadOnlyList<string> People, IReadOnlyList<string> Units);

/// <summary>What a case is shown with: its acts, who can take its steps, names of people, the day, and how working days are
/// counted.</summary>
internal sealed record CaseSurroundings(IReadOnlyList<AuditRecord> History, Func<CaseStep, IReadOnlyList<Candidate>> Candidates,
    IReadOnlyDictionary<string, string> Names,
    DateOnly Today, Func<DateOnly, DateOnly, int> CountWorkingDays)
{
    public string? Name(string subject) => Names.TryGetValue(subject, out var name) ? name : null;
}

/// <summary>A finding; levels are <c>note, warning, blocking</c>.</summary>
internal sealed record FindingView(string Code, string Level, string Title, string Detail, int? Line);
