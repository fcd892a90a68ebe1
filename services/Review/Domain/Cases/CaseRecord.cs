using System.Linq.Expressions;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Replay;

namespace Disclosure.Review.Domain.Cases;

/// <summary>What of a case the rules decide about: read without its content.</summary>
internal sealed record CaseRecord(CaseId Id, string Flow, string FlowName, string Unit, string[] Conditions, DateTimeOffset OpenedAt,
    DateOnly? SubjectDueOn, bool HasDocument, ChecklistQuestion[] Checklist, CaseState State, AppliedChange[] Changes,
    List<StepRecord> Steps)
{
    public static readonly Expression<Func<ReviewCase, CaseRecord>> Of = c => new CaseRecord(c.Id, c.Flow, c.FlowName, c.Unit,
        c.Conditions, c.OpenedAt, c.SubjectDueOn, c.DocumentId != null, c.Checklist, c.State, c.Changes,
        c.Steps.OrderBy(s => s.Code).Select(s => new StepRecord(s.Code, s.Stage, s.Determines != null, s.State, s.OpenedAt, s.DecidedAt,
            s.DecidedRole, s.DecidedUnit, s.PassesConfirmed)).ToList());

    public RecordedReview ToRecord() => new(Flow, Unit, Conditions, LegalDay.Of(OpenedAt), SubjectDueOn, HasDocument,
        [.. Checklist.Select(question => question.Code)], End(), Steps.Exists(step => step.IsAdded && !step.IsDone),
        [.. Steps.Where(step => !step.IsAdded).Select(step => step.ToRecord(Changes))]);

    private RecordedEnd End() => State switch
    {
        CaseState.Open or CaseState.Held => RecordedEnd.Running,
        CaseState.Approved => RecordedEnd.Approved,
        CaseState.Withdrawn => RecordedEnd.Withdrawn,
        _ => RecordedEnd.TurnedDown,
    };
}

/// <summary>What of a step the rules decide about.</summary>
internal sealed record StepRecord(string Code, int Stage, bool Determines, StepState State, DateTimeOffset? OpenedAt,
    DateTimeOffset? DecidedAt, string? Role, string? Unit, int Passes)
{
    /// <summary>Whether no flow foresees it.</summary>
    public bool IsAdded => Determines || ReviewCase.IsEscalation(Code);

    public bool IsDone => State is StepState.Approved or StepState.Escalated;

    public RecordedStep ToRecord(AppliedChange[] changes) => new(Code, Stage, Day(OpenedAt), End(), Day(DecidedAt), Role, Unit, Passes,
        [.. changes.Where(change => change.Step == Code).Select(change => change.Field).Distinct(StringComparer.Ordinal)]);

    // A release leaves the steps it passed over in the same state as the one it was taken from; only that one was decided.
    private RecordedStepEnd End() => State switch
    {
        StepState.Approved or StepState.Escalated => RecordedStepEnd.Passed,
        StepState.Returned or StepState.Rejected => RecordedStepEnd.TurnedDown,
        StepState.Bypassed when DecidedAt is not null => RecordedStepEnd.Released,
        _ => RecordedStepEnd.Untaken,
    };

    private static DateOnly? Day(DateTimeOffset? at) => at is { } instant ? LegalDay.Of(instant) : null;
}
