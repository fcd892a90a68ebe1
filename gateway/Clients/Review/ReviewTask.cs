namespace Disclosure.Gateway.Clients;

/// <summary>A step that waits for the signed-in person (待办).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title of the subject.</param>
/// <param name="Flow">Code of the flow.</param>
/// <param name="FlowName">Name of the flow.</param>
/// <param name="Unit">Submitting unit, code.</param>
/// <param name="Step">Step code.</param>
/// <param name="StepName">Step name.</param>
/// <param name="SubmittedAt">Submission, UTC.</param>
/// <param name="DueOn">Due day, Asia/Shanghai, when the rules give one.</param>
/// <param name="Light"><c>green, amber, red, overdue</c>, or null without a due day.</param>
/// <param name="Urges">How often it was urged (催办).</param>
/// <param name="UrgeWords">What the last urging said.</param>
/// <param name="BulkApproval">Whether it may be approved together with others.</param>
/// <param name="ContentDigest">Digest to send back with a decision.</param>
/// <param name="Checklist">Questions that approval demands; empty when none.</param>
public sealed record ReviewTask(Guid CaseId, string Title, string Flow, string FlowName, string Unit, string Step, string StepName,
    DateTimeOffset SubmittedAt,
    DateOnly? DueOn, string? Light, int Urges, string? UrgeWords, bool BulkApproval, string ContentDigest,
    IReadOnlyList<CaseQuestion> Checklist);

/// <summary>A case to approve with others.</summary>
internal sealed record BulkItem(Guid CaseId, string Step, string Digest);

/// <summary>What became of each case.</summary>
/// <param name="Results">One result per case.</param>
internal sealed record BulkAnswer(IReadOnlyList<BulkResult> Results);

/// <summary>What became of one case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Approved">Whether it was approved.</param>
/// <param name="Message">Why not.</param>
internal sealed record BulkResult(Guid CaseId, bool Approved, string? Message);

/// <summary>The steps a submission would go through (审核流程预览).</summary>
/// <param name="Name">Name of the flow.</param>
/// <param name="Steps">The steps, in order; equal stages run in parallel.</param>
public sealed record FlowPreview(string Name, IReadOnlyList<PreviewStep> Steps);

/// <summary>A step of the preview.</summary>
/// <param name="Name">Name.</param>
/// <param name="Stage">Stage.</param>
/// <param name="LimitWorkingDays">Limit, working days.</param>
/// <param name="Source">制度依据.</param>
/// <param name="Candidates">Colleagues who could take it.</param>
public sealed record PreviewStep(string Name, int Stage, int? LimitWorkingDays, string Source, IReadOnlyList<ReviewColleague> Candidates);

/// <summary>A colleague (同事).</summary>
/// <param name="Subject">Subject claim.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit, code.</param>
/// <param name="Roles">Realm roles, where the directory was asked.</param>
public sealed record ReviewColleague(string Subject, string Name, string Unit, IReadOnlyList<string>? Roles = null);
