using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Findings;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;

namespace Disclosure.Review.Domain.Cases;

/// <summary>A review case (审核件): one submission on its way through the steps of its flow.</summary>
/// <remarks>The flow is frozen when the case opens: a new rule pack changes later cases, never a running one.</remarks>
internal sealed partial class ReviewCase : IAggregate
{
    public const int MaxReason = 2000;

    private readonly List<CaseStep> steps = [];

    private ReviewCase()
    {
    }

    public CaseId Id { get; private set; }

    public string Authority { get; private set; } = "";

    public string Flow { get; private set; } = "";

    public string FlowName { get; private set; } = "";

    public string SubjectKind { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    public string Title { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public string Author { get; private set; } = "";

    /// <summary>Subject claims of everybody else who wrote or submitted the content.</summary>
    public string[] Contributors { get; private set; } = [];

    public string ContentDigest { get; private set; } = "";

    public Snapshot Snapshot { get; private set; } = new("", []);

    public string[] Conditions { get; private set; } = [];

    /// <summary>起草人; empty where the owner does not say.</summary>
    public string AuthorName { get; private set; } = "";

    /// <summary>Code of the attribute as it stands after corrections; null where the subject has none.</summary>
    public string? Attribute { get; private set; }

    /// <summary>Code of the ground as it stands after corrections; null where it is unknown.</summary>
    public string? Ground { get; private set; }

    /// <summary>Legal deadline of the subject, which no step outlasts.</summary>
    public DateOnly? SubjectDueOn { get; private set; }

    /// <summary>回避: subject claims and units that the case is kept from.</summary>
    public string[] RecusedPeople { get; private set; } = [];

    public string[] RecusedUnits { get; private set; } = [];

    public ChecklistQuestion[] Checklist { get; private set; } = [];

    /// <summary>Roles that may release past the remaining steps; empty where the pack forbids it.</summary>
    public string[] BypassRoles { get; private set; } = [];

    public bool BulkApproval { get; private set; }

    /// <summary>What was found without anybody looking.</summary>
    public Finding[] Findings { get; private set; } = [];

    /// <summary>What reviewers corrected, in order; <see cref="ContentDigest"/> contains it.</summary>
    public AppliedChange[] Changes { get; private set; } = [];

    /// <summary>校对意见 with which the case was returned.</summary>
    public Correction[] Corrections { get; private set; } = [];

    /// <summary>The round before, when the subject comes back.</summary>
    public Guid? PreviousCaseId { get; private set; }

    public CaseState State { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>When the case was opened here. The author's moment is another clock's, and a queue may lie between them.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? ConcludedAt { get; private set; }

    public string? ConcludedBy { get; private set; }

    public string? ConcludedByName { get; private set; }

    public string? ConclusionReason { get; private set; }

    /// <summary>Who held the case, and may therefore not determine it.</summary>
    public string? HeldBy { get; private set; }

    /// <summary>In whose place it was held: the same person for the determination.</summary>
    public string? HeldFor { get; private set; }

    public int Version { get; private set; }

    Guid IAggregate.Key => Id.Value;

    public IReadOnlyList<CaseStep> Steps => steps;

    public bool IsConcluded => State is not (CaseState.Open or CaseState.Held);

    public bool IsBypassed => steps.Exists(step => step.State == StepState.Bypassed);

    /// <summary>The earliest due date among the steps that wait for somebody.</summary>
    public DateOnly? DueOn => steps.Where(step => step.State == StepState.Open).Min(step => step.DueOn);

    /// <summary>Opens the case: the steps whose conditions are met, the first stage at work.</summary>
    /// <exception cref="InvalidOperationException">No step of the flow applies: nothing may pass unreviewed.</exception>
    /// <param name="submission">What is handed in.</param>
    /// <param name="flow">The flow of the author's authority.</param>
    /// <param name="now">When.</param>
    /// <param name="previous">The subject's round before, or null.</param>
    public static ReviewCase Open(Submission submission, ReviewFlow flow, LegalTime now, CaseId? previous = null)
    {
        var applicable = flow.Applicable(submission.Conditions);
        if (applicable.Count == 0)
            throw new InvalidOperationException($"Flow {flow.Code} of {submission.Authority} has no step for case {submission.CaseId}.");
        var review = new ReviewCase
        {
            Id = submission.CaseId,
            Authority = submission.Authority,
            Flow = flow.Code,
            FlowName = flow.Name,
            SubjectKind = submission.SubjectKind,
            SubjectId = submission.SubjectId,
            Title = submission.Title,
            Unit = submission.Unit,
            Author = submission.Author,
            Contributors = [.. submission.Contributors.Where(person => person != submission.Author).Distinct(StringComparer.Ordinal)],
            ContentDigest = submission.ContentDigest,
            Snapshot = submission.Snapshot,
            Conditions = [.. submission.Conditions],
            Checklist = [.. flow.Checklist.Select(item => new ChecklistQuestion(item.Code, item.Name))],
            BypassRoles = [.. flow.Bypass],
            BulkApproval = flow.BulkApproval,
            Findings = [.. Inspection.Of(flow.Code, submission)],
            PreviousCaseId = previous?.Value,
            AuthorName = submission.AuthorName,
            Attribute = submission.Attribute,
            Ground = submission.Ground,
            SubjectDueOn = submission.DueOn,
            SignedWithDocument = flow.WithDocument,
            DocumentId = submission.DocumentId,
            OpenedAt = now.At,
            RecusedPeople = submission.Recusal.People,
            RecusedUnits = submission.Recusal.Units,
            SubmittedAt = submission.SubmittedAt,
        };
        var passes = FlowSteps.PassesOf(applicable);
        review.steps.AddRange(applicable.Select(step => CaseStep.From(review, step, passes)));
        if (submission.StillUndetermined || review.Conditions.Contains(ReviewConditions.SecrecyUndetermined)) review.HoldFromTheStart(now);
        else review.OpenNextStage(now);
        review.UpdateOpenFindings();
        review.StateOpened(now);
        return review;
    }

    /// <summary>Whether the person wrote or submitted the content, or stands in for somebody who did.</summary>
    public bool IsWrittenBy(Person who) => Readers.Wrote(who);

    /// <summary>The fact that it was handed in, for the audit log.</summary>
    /// <param name="submitter">Who did; null where the author did.</param>
    public AuditFact Opened(Actor? submitter)
        => Fact(Acts.Opened, submitter ?? new Actor(Author, AuthorName, Authority, Unit)) with { Detail = FactDetail.Opened(this) };

    /// <summary>撤回: the author takes the submission back.</summary>
    public Verdict Withdraw(Person who, string? reason, LegalTime now)
    {
        if (who.HasLeft) return PeopleFailures.HasLeft;
        if (!who.StandsFor.Contains(Author, StringComparer.Ordinal)) return Refusals.OnlyTheAuthorWithdraws;
        if (IsConcluded) return Refusals.CaseIsConcluded(this);
        // A determination once asked for is answered: nobody takes the question back and asks again without it.
        if (State == CaseState.Held) return Refusals.HeldCaseIsNotWithdrawn;
        if (Refusals.OfReason(reason) is { } unusable) return unusable;
        Conclude(CaseState.Withdrawn, who, reason, now);
        return Fact(Acts.Withdrawn, who.Subject == Author ? who.As(Unit, null) : who.As(Unit, null, Author, AuthorName), reason: reason);
    }

    /// <summary>Whether somebody could decide at the step now: in a held case, only at its determination.</summary>
    public bool WaitsForSomebody(CaseStep step) => Companion.Waits(State, step);

    /// <summary>Whether the case is kept from the person, who is to learn nothing of it.</summary>
    public bool IsKeptFrom(Person who) => Recusal.Keeps(who);

    /// <summary>Whom the case is kept from.</summary>
    public Recusal Recusal => new(RecusedPeople, RecusedUnits);

    /// <summary>Whether the person may read the case: who submitted, who reviews, who supervises.</summary>
    public bool MayBeReadBy(Person who) => Readers.Includes(who);

    /// <summary>Who may read the case.</summary>
    public Readership Readers => new(Author, Contributors, Unit, BypassRoles, steps, Recusal);

    /// <summary>What reviewers determined the subject to be, so that it does not become public; null where it may.</summary>
    public NotPublicCause? NotPublic => NotPublicIf(Attribute, CorrectedScope);

    private string? CorrectedScope => Changes.LastOrDefault(change => change.Field == "scope")?.Value;

    private static NotPublicCause? NotPublicIf(string? attribute, string? scope) => NotPublicTerms.Of(
        Codes.Parse<DisclosureAttribute>(attribute) ?? DisclosureAttribute.Proactive,
        Codes.Parse<DisclosureScope>(scope) ?? DisclosureScope.Public);

    /// <summary>认定涉密: whether it ended because its content was found to be a state secret.</summary>
    public bool IsFoundSecret => IsFoundSecretBy(steps);

    /// <summary>The same, for what reads a case only in part.</summary>
    public static bool IsFoundSecretBy(IEnumerable<CaseStep> steps)
        => steps.Any(step => step is { Determines: not null, State: StepState.Rejected });

    private void OpenNextStage(LegalTime now)
    {
        var waiting = steps.Where(step => step.State == StepState.Waiting).ToList();
        if (waiting.Count == 0) return;
        var stage = waiting.Min(step => step.Stage);
        foreach (var step in waiting.Where(step => step.Stage == stage)) step.Open(now, SubjectDueOn);
    }

    private void Conclude(CaseState state, Person who, string? reason, LegalTime now)
    {
        foreach (var step in steps.Where(step => step.State is StepState.Open or StepState.Waiting or StepState.Held)) step
            .EndUntaken(StepState.Cancelled);
        State = state;
        ConcludedAt = now.At;
        ConcludedBy = who.Subject;
        ConcludedByName = who.Name;
        ConclusionReason = reason;
        StateEnded(now);
    }

    /// <summary>Something that happened to the case, with what the audit log repeats of it.</summary>
    private AuditFact Fact(string act, Actor who, string? step = null, string? reason = null) => new(act, who)
    {
        SubjectKind = SubjectKind,
        SubjectId = SubjectId,
        Title = Title,
        CaseId = Id.Value,
        Flow = Flow,
        Step = step,
        Digest = ContentDigest.Length == 0 ? null : ContentDigest,
        Reason = EnteredText.IsBlank(reason) ? null : reason,
    };
}
