using Disclosure.Kernel;

namespace Disclosure.Contracts.Review.Api;

/// <summary>A step of a case (审核环节).</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What is done at it.</param>
/// <param name="Stage">Equal stages run in parallel; 0 is the determination of secrecy before all others.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Roles">Any one of these roles may take it.</param>
/// <param name="Scope">Whose staff may take it.</param>
/// <param name="Source">制度依据.</param>
/// <param name="DecidedBy">Subject claim of who decided.</param>
/// <param name="DecidedByName">Name of that person.</param>
/// <param name="DecidedRole">Role used.</param>
/// <param name="DecidedUnit">Unit of the powers used, code.</param>
/// <param name="DecidedAt">When, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="DecidedDigest">Digest of the content that the decision was about.</param>
/// <param name="DueOn">Due day, Asia/Shanghai.</param>
/// <param name="LimitWorkingDays">Limit, working days.</param>
/// <param name="LimitIsDefault">Whether the limit is the platform's and no rule's.</param>
/// <param name="DueExplanation">How the due day came about and what is left of it.</param>
/// <param name="PassesRequired">校次 of a proof; 0 for other kinds.</param>
/// <param name="PassesConfirmed">Passes confirmed so far.</param>
/// <param name="MayChange">Fields the reviewer may correct when approving: attribute, ground, scope, channel, category.</param>
/// <param name="Determines">Whether it determines a secrecy (涉密认定), instead of judging the content.</param>
/// <param name="RecordsAnAnswer">Whether it records what the secrecy authority answered (rule 128), which demands its number and
/// day.</param>
/// <param name="Urges">How often it was urged (催办).</param>
/// <param name="UrgedOn">Last day on which it was urged, Asia/Shanghai.</param>
/// <param name="UrgedByName">Who urged it last; null for the platform.</param>
/// <param name="UrgeWords">What was said with it, a line for each urging, the last one first; null when nothing was.</param>
/// <param name="Candidates">Colleagues who can take it now, at most 10; empty where it waits for nobody.</param>
/// <param name="Consequences">What each decision leads to; empty where it waits for nobody.</param>
public sealed record StepView(string Code, string Name, StepKind Kind, int Stage, StepState State, IReadOnlyList<string> Roles,
    UnitScope Scope, string Source, string? DecidedBy, string? DecidedByName, string? DecidedRole, string? DecidedUnit,
    DateTimeOffset? DecidedAt, string? Reason, string? DecidedDigest, DateOnly? DueOn, int? LimitWorkingDays, bool LimitIsDefault,
    string? DueExplanation, int PassesRequired, int PassesConfirmed, IReadOnlyList<string> MayChange, bool Determines,
    bool RecordsAnAnswer, int Urges, DateOnly? UrgedOn, string? UrgedByName, string? UrgeWords,
    IReadOnlyList<CandidateView> Candidates, IReadOnlyList<ConsequenceView> Consequences);

/// <summary>Somebody who can take a step.</summary>
/// <param name="Subject">Subject claim.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit, code.</param>
public sealed record CandidateView(string Subject, string Name, string Unit);

/// <summary>What the caller may decide at a step.</summary>
/// <param name="Step">Step code.</param>
/// <param name="Outcomes">What may be decided.</param>
/// <param name="ChecklistRequired">Whether approval demands the whole checklist.</param>
/// <param name="Consequences">What each outcome leads to.</param>
/// <param name="ToAnswer">Keys of findings that approval demands an answer to, because nobody has given one (须逐项确认).</param>
/// <param name="MayAnswer">Whether an approval may carry answers at all: where content is judged.</param>
public sealed record DecisionView(string Step, IReadOnlyList<StepOutcome> Outcomes, bool ChecklistRequired,
    IReadOnlyList<ConsequenceView> Consequences, IReadOnlyList<string> ToAnswer, bool MayAnswer);

/// <summary>What an outcome leads to (办理后果).</summary>
/// <param name="Outcome">Outcome.</param>
/// <param name="LeadsTo">In words.</param>
public sealed record ConsequenceView(StepOutcome Outcome, string LeadsTo);

/// <summary>One act of a case's history (办理记录).</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Act">Code of the act.</param>
/// <param name="Actor">Subject claim of the person.</param>
/// <param name="ActorName">Name of the person.</param>
/// <param name="OnBehalfOf">Subject claim of the person in whose place it was done, or null.</param>
/// <param name="OnBehalfOfName">Name of whom the powers were that were used (代), or null.</param>
/// <param name="Role">Role used.</param>
/// <param name="Unit">Unit of the powers used, code.</param>
/// <param name="Step">Step code; null for acts on the whole.</param>
/// <param name="Digest">Digest of the content as it stood.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">What exactly was decided; null where the reason says it all.</param>
public sealed record ActView(DateTimeOffset At, string Act, string Actor, string ActorName, string? OnBehalfOf, string? OnBehalfOfName,
    string? Role, string? Unit, string? Step, string? Digest, string? Reason, ActDetail? Detail);

/// <summary>What exactly was handed in or decided, as far as the history of a case shows it; the audit log holds all of it.</summary>
/// <param name="Checklist">Codes of the confirmed questions.</param>
/// <param name="Conditions">Conditions that were handed in or found met.</param>
/// <param name="Corrections">A proof-reader's corrections.</param>
/// <param name="Changes">Fields that were corrected.</param>
/// <param name="HoldTo">Who determines the secrecy (暂缓).</param>
/// <param name="SignedAlone">单独签批: code of why the other half was not there.</param>
/// <param name="DigestAfter">Digest of the content as the decision left it, where that differs.</param>
/// <param name="RecusedPeople">回避: subject claims of whom the case is kept from.</param>
/// <param name="RecusedUnits">回避: codes of the units it is kept from.</param>
/// <param name="CaseId">The case that a refused request named.</param>
/// <param name="Reason">Why a request was refused.</param>
/// <param name="RunningCaseId">The case that was in its way.</param>
/// <param name="Disclosed">确需公开: findings that were answered.</param>
public sealed record ActDetail(IReadOnlyList<string>? Checklist = null, IReadOnlyList<string>? Conditions = null,
    IReadOnlyList<TextCorrection>? Corrections = null, IReadOnlyList<ActChange>? Changes = null,
    DeterminedBy? HoldTo = null, string? SignedAlone = null, string? DigestAfter = null, IReadOnlyList<string>? RecusedPeople = null,
    IReadOnlyList<string>? RecusedUnits = null, Guid? CaseId = null, ReviewRefusalReason? Reason = null, Guid? RunningCaseId = null,
    IReadOnlyList<ActAnswer>? Disclosed = null);

/// <summary>A field that an act corrected.</summary>
/// <param name="Field">Field, as in <see cref="ReviewerChange"/>.</param>
/// <param name="Value">Code of the new value.</param>
/// <param name="Before">Code of the value before; null where it is not known as a code.</param>
public sealed record ActChange(string Field, string Value, string? Before = null);

/// <summary>A finding that an act answered (确需公开).</summary>
/// <param name="Finding">The finding's key.</param>
/// <param name="Name">What it is and where: “正文中的手机号码”.</param>
/// <param name="Count">How often it was found.</param>
/// <param name="Reason">Why it must be public all the same.</param>
public sealed record ActAnswer(string Finding, string Name, int Count, string Reason);

/// <summary>The steps a submission would go through (审核流程预览).</summary>
/// <param name="Flow">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="BulkApproval">Whether several cases may be approved in one act.</param>
/// <param name="Checklist">Questions that reviewers confirm.</param>
/// <param name="Steps">The steps that apply, in order; equal stages run in parallel.</param>
public sealed record FlowPreview(string Flow, string Name, bool BulkApproval, IReadOnlyList<QuestionView> Checklist,
    IReadOnlyList<PreviewStep> Steps);

/// <summary>A step of the preview.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What is done at it.</param>
/// <param name="Stage">Stage; 0 is the determination of secrecy before all others.</param>
/// <param name="Roles">Any one of these roles may take it.</param>
/// <param name="Scope">Whose staff may take it.</param>
/// <param name="LimitWorkingDays">Limit, working days.</param>
/// <param name="LimitIsDefault">Whether the limit is the platform's and no rule's.</param>
/// <param name="PassesRequired">校次 of a proof; 0 for other kinds.</param>
/// <param name="MayChange">Fields the reviewer may correct.</param>
/// <param name="Source">制度依据.</param>
/// <param name="Candidates">Colleagues who could take it, at most 10; the caller counts as the author.</param>
public sealed record PreviewStep(string Code, string Name, StepKind Kind, int Stage, IReadOnlyList<string> Roles, UnitScope Scope,
    int? LimitWorkingDays, bool LimitIsDefault, int PassesRequired, IReadOnlyList<string> MayChange, string Source,
    IReadOnlyList<CandidateView> Candidates);
