using Disclosure.Kernel;

namespace Disclosure.Contracts.Review.Api;

/// <summary>A review case (审核件) as a reader of it sees it.</summary>
/// <param name="Id">Case id.</param>
/// <param name="Flow">Flow code.</param>
/// <param name="FlowName">Flow name, Chinese.</param>
/// <param name="SubjectKind">Kind of subject, for instance <c>catalogue.item</c>.</param>
/// <param name="SubjectId">The subject at its owner.</param>
/// <param name="Title">Title.</param>
/// <param name="Unit">Submitting unit, code.</param>
/// <param name="Author">Subject claim of the drafter.</param>
/// <param name="AuthorName">起草人; empty where neither the owner nor the directory knows it.</param>
/// <param name="Contributors">Names, or else subject claims, of everybody else who wrote the content.</param>
/// <param name="ContentDigest">Digest to send back with a decision.</param>
/// <param name="State">Where it stands.</param>
/// <param name="SubmittedAt">When submitted, UTC.</param>
/// <param name="DueOn">Earliest due day of a waiting step, Asia/Shanghai.</param>
/// <param name="ConcludedAt">When it ended, UTC.</param>
/// <param name="ConclusionReason">Reason of return or rejection.</param>
/// <param name="Bypassed">Whether it was released past steps (越级放行).</param>
/// <param name="FoundSecret">认定涉密: whether it ended because its content was found to be a state secret.</param>
/// <param name="Conditions">Conditions that switched steps on.</param>
/// <param name="Snapshot">What is reviewed.</param>
/// <param name="Steps">Every step, in order.</param>
/// <param name="NextSteps">The steps that come after the present ones, a text for each stage with the names of its steps.</param>
/// <param name="Checklist">Questions to confirm.</param>
/// <param name="Decisions">What the caller may decide now, by step.</param>
/// <param name="Raisable">Steps for which nobody is left and which the caller may take as the next higher role, codes.</param>
/// <param name="Actions">What the caller may do to the case now.</param>
/// <param name="History">The latest 200 acts, oldest first.</param>
/// <param name="Findings">What was found automatically: a blocking one forbids approval, one with a key and the level <c>warning</c>
/// needs an answer.</param>
/// <param name="Changes">What reviewers corrected, in order.</param>
/// <param name="Corrections">校对意见 of a returned proof.</param>
/// <param name="PreviousCaseId">The round before; <c>cases/{id}/difference</c> marks what changed.</param>
/// <param name="Companions">The document of a plan or the plans of a document, signed together with this case (一并报批); those the caller
/// may read.</param>
/// <param name="SignatureAwaits">Why the leader does not simply sign, because the other half is not there; null otherwise.</param>
/// <param name="Recused">Whom the case is kept from (回避).</param>
public sealed record CaseView(Guid Id, string Flow, string FlowName, string SubjectKind, Guid SubjectId, string Title, string Unit,
    string Author, string AuthorName, IReadOnlyList<string> Contributors, string ContentDigest, CaseState State,
    DateTimeOffset SubmittedAt, DateOnly? DueOn, DateTimeOffset? ConcludedAt, string? ConclusionReason, bool Bypassed,
    bool FoundSecret, IReadOnlyList<string> Conditions, ReviewSnapshot Snapshot, IReadOnlyList<StepView> Steps,
    IReadOnlyList<string> NextSteps, IReadOnlyList<QuestionView> Checklist,
    IReadOnlyList<DecisionView> Decisions, IReadOnlyList<string> Raisable,
    IReadOnlyList<CaseAction> Actions, IReadOnlyList<ActView> History, IReadOnlyList<FindingView> Findings,
    IReadOnlyList<AppliedChangeView> Changes, IReadOnlyList<TextCorrection> Corrections, Guid? PreviousCaseId,
    IReadOnlyList<CompanionView> Companions, ObstacleView? SignatureAwaits, RecusalView Recused);

/// <summary>Why a case is not simply signed.</summary>
/// <param name="Words">Why.</param>
/// <param name="MaySignAlone">Whether the leader may sign it alone with a reason (单独签批).</param>
public sealed record ObstacleView(string Words, bool MaySignAlone);

/// <summary>A case that goes with another (一并报批).</summary>
/// <param name="CaseId">Its id.</param>
/// <param name="IsDocument">Whether it is the document; otherwise it is the plan.</param>
/// <param name="Title">Its title.</param>
/// <param name="FlowName">Name of its flow.</param>
/// <param name="State">Where it stands.</param>
/// <param name="FoundSecret">认定涉密: whether it ended because its content was found to be a state secret.</param>
/// <param name="OpenSteps">Names of the steps that wait.</param>
public sealed record CompanionView(Guid CaseId, bool IsDocument, string Title, string FlowName, CaseState State,
    bool FoundSecret, IReadOnlyList<string> OpenSteps);

/// <summary>回避: whom a case is kept from.</summary>
/// <param name="People">Names, or subject claims where no name is known.</param>
/// <param name="Units">Unit codes.</param>
public sealed record RecusalView(IReadOnlyList<string> People, IReadOnlyList<string> Units);

/// <summary>A field that a reviewer corrected, with where and when.</summary>
/// <param name="Field">Field, as in <see cref="ReviewerChange"/>.</param>
/// <param name="Value">Code of the new value.</param>
/// <param name="Step">Step at which it was corrected.</param>
/// <param name="By">Subject claim of who corrected it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Before">Code of the value before; null where it is not known as a code.</param>
public sealed record AppliedChangeView(string Field, string Value, string Step, string By, DateTimeOffset At, string? Before);

/// <summary>A wording that a proof-reader wants corrected (校对意见).</summary>
/// <param name="Original">The wording as it stands; must occur in what was handed in.</param>
/// <param name="Corrected">The wording it should be.</param>
public sealed record TextCorrection(string Original, string Corrected);

/// <summary>A question to confirm before approving (审核要点).</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Wording.</param>
public sealed record QuestionView(string Code, string Name);

/// <summary>One round of a subject, without what was handed in: that is read by case id.</summary>
/// <param name="Id">Case id.</param>
/// <param name="Flow">Flow code.</param>
/// <param name="FlowName">Flow name, Chinese.</param>
/// <param name="Title">Title as submitted.</param>
/// <param name="Unit">Submitting unit, code.</param>
/// <param name="ContentDigest">Digest of the content, corrections included.</param>
/// <param name="State">Where it stands.</param>
/// <param name="SubmittedAt">When submitted, UTC.</param>
/// <param name="ConcludedAt">When it ended, UTC.</param>
/// <param name="ConclusionReason">Reason of return or rejection.</param>
/// <param name="Bypassed">Whether it was released past steps.</param>
/// <param name="OpenSteps">Names of the steps that wait for somebody.</param>
/// <param name="PreviousCaseId">The round before.</param>
public sealed record RoundView(Guid Id, string Flow, string FlowName, string Title, string Unit, string ContentDigest, CaseState State,
    DateTimeOffset SubmittedAt, DateTimeOffset? ConcludedAt, string? ConclusionReason, bool Bypassed, IReadOnlyList<string> OpenSteps,
    Guid? PreviousCaseId);
