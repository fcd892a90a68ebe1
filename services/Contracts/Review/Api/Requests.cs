using Disclosure.Kernel;

namespace Disclosure.Contracts.Review.Api;

/// <summary>A decision at a step (审核意见).</summary>
/// <param name="Step">Code of the step.</param>
/// <param name="Outcome">办理意见.</param>
/// <param name="Digest">The case's <c>contentDigest</c> as the person has read it.</param>
/// <param name="Reason">理由; demanded for everything but approval, and for signing alone what is signed together; at most 2000
/// characters.</param>
/// <param name="Checklist">Codes of the confirmed questions; all of them where the decision says <c>checklistRequired</c>.</param>
/// <param name="HoldTo">With <see cref="StepOutcome.Hold"/>: who determines the secrecy; absent: the leading group.</param>
/// <param name="Changes">With <see cref="StepOutcome.Approve"/>: fields corrected within the step's <c>mayChange</c>.</param>
/// <param name="Corrections">With <see cref="StepOutcome.Return"/> at a proof step: 校对意见. One that does not fit is refused under
/// <c>corrections.{index}</c>, the index from 0.</param>
/// <param name="Conditions">With <see cref="StepOutcome.Approve"/>: conditions the reviewer finds met besides those handed in; they switch
/// on further steps.</param>
/// <param name="Disclosed">With <see cref="StepOutcome.Approve"/>: findings that must be public all the same (确需公开), each with its
/// reason. Every finding with a <c>key</c> that nobody has answered needs one where content is judged.</param>
public sealed record DecisionRequest(string Step, StepOutcome Outcome, string Digest, string? Reason = null,
    IReadOnlyList<string>? Checklist = null, DeterminedBy? HoldTo = null, IReadOnlyList<ReviewerChange>? Changes = null,
    IReadOnlyList<TextCorrection>? Corrections = null, IReadOnlyList<string>? Conditions = null,
    IReadOnlyList<DisclosedFinding>? Disclosed = null);

/// <summary>确需公开: why a finding must be public all the same.</summary>
/// <param name="Finding">The finding's <c>key</c>.</param>
/// <param name="Reason">Why, 1 to 500 characters; it is kept with the case and told to whoever decides later.</param>
public sealed record DisclosedFinding(string Finding, string Reason);

/// <summary>Why an act is done that demands it: 终止审核, 上级接办.</summary>
/// <param name="Reason">Why; the author and supervision read it.</param>
public sealed record ReasonRequest(string Reason);

/// <summary>Words that may go with an act: 撤回送审.</summary>
/// <param name="Reason">The words, or null.</param>
public sealed record NoteRequest(string? Reason = null);

/// <summary>催办: those who have a step now are reminded of it; by the same person once a day.</summary>
/// <param name="Step">Code of the step.</param>
/// <param name="Reason">Words that go with it, or null; whoever has the step reads them.</param>
public sealed record UrgeRequest(string Step, string? Reason = null);

/// <summary>批量通过: what to approve.</summary>
/// <param name="Cases">Cases with step and digest as read, 1 to 50.</param>
/// <param name="Checklist">Codes of the questions confirmed for all of them.</param>
public sealed record BulkApprovalRequest(IReadOnlyList<BulkApprovalCase> Cases, IReadOnlyList<string>? Checklist = null);

/// <summary>One case to approve with others.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Step">Code of the step.</param>
/// <param name="Digest">The case's digest as the person has read it.</param>
public sealed record BulkApprovalCase(Guid CaseId, string Step, string Digest);

/// <summary>What became of each case.</summary>
/// <param name="Results">One per case, in the order of the request.</param>
public sealed record BulkApprovalAnswer(IReadOnlyList<BulkApprovalResult> Results);

/// <summary>What became of one case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Approved">Whether it was approved.</param>
/// <param name="Code">Code of the refusal, or null.</param>
/// <param name="Message">Why it was refused, or null.</param>
public sealed record BulkApprovalResult(Guid CaseId, bool Approved, string? Code, string? Message);

/// <summary>授权: to whom, from when, until when (both days included), why.</summary>
/// <param name="Delegate">Subject claim or account name of a colleague in the directory.</param>
/// <param name="StartsOn">First day, Asia/Shanghai.</param>
/// <param name="EndsOn">Last day, included; at most 183 days.</param>
/// <param name="Reason">Why.</param>
public sealed record DelegationRequest(string Delegate, DateOnly StartsOn, DateOnly EndsOn, string Reason);

/// <summary>离岗接替: who left and who takes over. Names, unit and roles are the directory's.</summary>
/// <param name="Leaver">Who left: subject claim or account name.</param>
/// <param name="Successor">Who takes over: subject claim or account name.</param>
/// <param name="StartsOn">From which day, Asia/Shanghai.</param>
/// <param name="Reason">Why.</param>
public sealed record ReplacementRequest(string Leaver, string Successor, DateOnly StartsOn, string Reason);
