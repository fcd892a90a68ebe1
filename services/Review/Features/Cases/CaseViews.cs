using Disclosure.Contracts.Review;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Findings;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;
using Disclosure.ServiceDefaults.Calendars;

namespace Disclosure.Review.Features.Cases;

/// <summary>Shows a case to a reader of it.</summary>
internal static class CaseViews
{
    public static CaseView Case(ReviewCase review, Person who, CaseSurroundings around)
    {
        // As the pack lists them, before, while and after they are taken; what was added on the way comes last in its stage.
        var steps = review.Steps.OrderBy(step => step.Stage).ThenBy(step => around.Order.GetValueOrDefault(step.Code, int.MaxValue))
            .ThenBy(step => step.Code, StringComparer.Ordinal).ToList();
        DecisionView[] decisions = [.. review.Steps.Select(step => StepViews.Decisions(review, step, who))
            .Where(decision => decision.Outcomes.Count > 0)];
        string[] raisable = [.. review.Steps.Where(step => around.Candidates(step).Count == 0 && review.MayBeRaisedBy(step, who))
            .Select(step => step.Code)];
        return new CaseView(review.Id.Value, review.Flow, review.FlowName, review.SubjectKind, review.SubjectId, review.Title, review.Unit,
            review.Author, review.AuthorName.Length > 0 ? review.AuthorName : around.Name(review.Author) ?? "",
            [.. review.Contributors.Select(person => around.Name(person) ?? person)], review.ContentDigest, review.State,
            review.SubmittedAt, review.DueOn, review.ConcludedAt, review.ConclusionReason, review.IsBypassed, review.IsFoundSecret,
            review.Conditions, Snapshot(review.Snapshot),
            [.. steps.Select(step => StepViews.Step(review, step, around))],
            [.. steps.Where(step => step.State == StepState.Waiting).GroupBy(step => step.Stage)
                .Select(together => string.Join('、', together.Select(step => step.Name)))],
            Questions(review.Checklist), decisions, raisable, [.. review.ActionsOf(who, decisions.Length > 0, raisable.Length > 0)],
            [.. around.History.Select(StepViews.Act)],
            [.. review.Findings.Select(finding => Finding(review, finding, around))],
            [.. review.Changes.Select(change
                => new AppliedChangeView(change.Field, change.Value, change.Step, change.By, change.At, change.Before))],
            [.. review.Corrections.Select(wording => new TextCorrection(wording.Original, wording.Corrected))], review.PreviousCaseId,
            [.. review.Companions.Where(companion => companion.Readers.Includes(who)).Select(Companion)],
            !review.IsConcluded && review.AwaitsCompanion(who) is { } obstacle
                ? new ObstacleView($"{obstacle.Failure.Title}。{obstacle.Failure.Detail}", !obstacle.IsFinal) : null,
            new RecusalView([.. review.RecusedPeople.Select(person => around.Name(person) ?? person)], review.RecusedUnits));
    }

    public static IReadOnlyList<QuestionView> Questions(IEnumerable<ChecklistQuestion> checklist)
        => [.. checklist.Select(question => new QuestionView(question.Code, question.Name))];

    public static IReadOnlyList<CandidateView> Candidates(IEnumerable<Candidate> candidates)
        => [.. candidates.Select(candidate => new CandidateView(candidate.Subject, candidate.Name, candidate.Unit))];

    private static FindingView Finding(ReviewCase review, Finding finding, CaseSurroundings around)
    {
        var answer = finding.Key is null ? null : review.AnswerTo(finding);
        return new FindingView(finding.Code, finding.Level, finding.Title, finding.Detail, finding.Line, finding.Name, finding.Key,
            finding.Count, [.. finding.Spots.Select(spot => new SpotView(spot.Words, spot.Where))], Answer(answer),
            finding.NeedsAnswer && answer is null ? Answer(around.Earlier[finding.Key!].LastOrDefault(one => one.Count == finding.Count))
                : null);
    }

    private static FindingAnswerView? Answer(FindingAnswer? answer)
        => answer is null ? null : new FindingAnswerView(answer.Reason, answer.By, answer.ByName, answer.Step, answer.At);

    private static ReviewSnapshot Snapshot(Snapshot snapshot) => new(snapshot.Body,
        [.. snapshot.Fields.Select(field => new SnapshotField(field.Code, field.Label, field.Value, field.ValueCode))],
        [.. snapshot.Files.Select(file => new SnapshotFile(file.Name, file.MediaType, file.Size, file.Digest,
            [.. file.Findings.Select(Found)]))], [.. snapshot.Compared.Select(Found)]);

    private static SnapshotFinding Found(OwnerFinding found) => new(found.Key, found.Kind, found.Blocks, found.Count, found.Spots);

    private static CompanionView Companion(Companion companion) => new(companion.Case.Value, companion.IsDocument, companion.Title,
        companion.FlowName, companion.State, ReviewCase.IsFoundSecretBy(companion.Readers.Steps), companion.OpenSteps);
}

/// <summary>What a case is shown with: its acts, who can take its steps, names of people, the place of each step in the pack's flow,
/// the time, what calendars have moved its due days, by step, and answers of the round before, by finding.</summary>
internal sealed record CaseSurroundings(IReadOnlyList<AuditRecord> History, Func<CaseStep, IReadOnlyList<Candidate>> Candidates,
    IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, int> Order, LegalTime Now,
    ILookup<string, DueChange> Moved, ILookup<string, FindingAnswer> Earlier)
{
    public string? Name(string subject) => Names.TryGetValue(subject, out var name) ? name : null;
}
