namespace Disclosure.Gateway.Clients;

/// <summary>A step that waits for the signed-in person (待办).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title of the subject.</param>
/// <param name="FlowName">Name of the flow.</param>
/// <param name="Unit">Submitting unit, code.</param>
/// <param name="Step">Step code.</param>
/// <param name="StepName">Step name.</param>
/// <param name="SubmittedAt">Submission, UTC.</param>
/// <param name="DueOn">Due day, Asia/Shanghai, when the rules give one.</param>
/// <param name="Light"><c>green, amber, red, overdue</c>, or null without a due day.</param>
public sealed record ReviewTask(Guid CaseId, string Title, string FlowName, string Unit, string Step, string StepName, DateTimeOffset SubmittedAt,
    DateOnly? DueOn, string? Light);

/// <summary>A review case (审核件).</summary>
/// <param name="Id">Identity.</param>
/// <param name="FlowName">Name of the flow.</param>
/// <param name="SubjectKind">Kind of subject, for instance <c>catalogue.item</c>.</param>
/// <param name="SubjectId">The subject at its owner.</param>
/// <param name="Title">Title.</param>
/// <param name="Unit">Submitting unit, code.</param>
/// <param name="ContentDigest">Digest to send back with a decision.</param>
/// <param name="State"><c>open, held, approved, returned, rejected, withdrawn</c>.</param>
/// <param name="SubmittedAt">Submission, UTC.</param>
/// <param name="DueOn">Earliest due day of a waiting step.</param>
/// <param name="ConclusionReason">Reason of return or rejection.</param>
/// <param name="Snapshot">What is reviewed.</param>
/// <param name="Steps">Every step, in order.</param>
/// <param name="NextSteps">Names of the steps after the present ones.</param>
/// <param name="Checklist">Questions to confirm.</param>
/// <param name="Actions">What the person may do now.</param>
/// <param name="MayWithdraw">Whether the person may withdraw the submission.</param>
public sealed record ReviewCase(Guid Id, string FlowName, string SubjectKind, Guid SubjectId, string Title, string Unit, string ContentDigest,
    string State, DateTimeOffset SubmittedAt, DateOnly? DueOn, string? ConclusionReason, CaseSnapshot Snapshot, IReadOnlyList<CaseStep> Steps,
    IReadOnlyList<string>? NextSteps, IReadOnlyList<CaseQuestion>? Checklist, IReadOnlyList<CaseAction> Actions, bool MayWithdraw);

/// <summary>The content under review.</summary>
/// <param name="Body">Markdown.</param>
/// <param name="Fields">Labelled metadata.</param>
public sealed record CaseSnapshot(string Body, IReadOnlyList<CaseField> Fields);

/// <summary>One labelled value.</summary>
/// <param name="Label">Label.</param>
/// <param name="Value">Value.</param>
public sealed record CaseField(string Label, string Value);

/// <summary>A step of a case (审核环节).</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="State"><c>waiting, open, held, approved, escalated, returned, rejected, bypassed, cancelled</c>.</param>
/// <param name="DecidedByName">Who decided.</param>
/// <param name="DecidedAt">When, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="DueOn">Due day.</param>
public sealed record CaseStep(string Code, string Name, string State, string? DecidedByName, DateTimeOffset? DecidedAt, string? Reason, DateOnly? DueOn);

/// <summary>A question to confirm before approving.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Wording.</param>
public sealed record CaseQuestion(string Code, string Name);

/// <summary>What the person may do at a step.</summary>
/// <param name="Step">Step code.</param>
/// <param name="Outcomes">Of <c>approve, return, reject, hold, escalate, bypass</c>.</param>
/// <param name="ChecklistRequired">Whether approval demands the whole checklist.</param>
public sealed record CaseAction(string Step, IReadOnlyList<string> Outcomes, bool ChecklistRequired);

/// <summary>A decision (审核意见).</summary>
internal sealed record CaseDecision(string Step, string Outcome, string Digest, string? Reason, IReadOnlyList<string> Checklist);

/// <summary>Review for the signed-in person.</summary>
internal sealed class StaffReview(HttpClient http) : ServiceClient(http)
{
    public Task<Answer<ListPage<ReviewTask>>> TasksAsync(string authority, string? after, CancellationToken cancellation)
        => GetAsync<ListPage<ReviewTask>>($"api/review/{authority}/tasks{(after is null ? "" : "?after=" + Uri.EscapeDataString(after))}", cancellation);

    public Task<Answer<ReviewCase>> CaseAsync(string authority, Guid id, CancellationToken cancellation)
        => GetAsync<ReviewCase>($"api/review/{authority}/cases/{id}", cancellation);

    public Task<Answer<ReviewCase>> DecideAsync(string authority, Guid id, CaseDecision decision, string key, CancellationToken cancellation)
        => SendAsync<ReviewCase>(HttpMethod.Post, $"api/review/{authority}/cases/{id}/decisions", decision, cancellation, key: key);

    public Task<Answer<ReviewCase>> WithdrawAsync(string authority, Guid id, string key, CancellationToken cancellation)
        => SendAsync<ReviewCase>(HttpMethod.Post, $"api/review/{authority}/cases/{id}/withdraw", new { }, cancellation, key: key);
}
