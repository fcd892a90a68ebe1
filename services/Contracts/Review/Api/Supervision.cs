using Disclosure.Kernel;

namespace Disclosure.Contracts.Review.Api;

/// <summary>A step that waits for the caller (待办审核).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title of the subject.</param>
/// <param name="Flow">Code of the flow.</param>
/// <param name="FlowName">Name of the flow.</param>
/// <param name="Unit">Submitting unit, code.</param>
/// <param name="Step">Code of the step.</param>
/// <param name="StepName">Name of the step.</param>
/// <param name="SubmittedAt">When submitted, UTC.</param>
/// <param name="DueOn">Due day, Asia/Shanghai; null where the rules give none.</param>
/// <param name="Light">红黄绿灯; null without a due day.</param>
/// <param name="Urges">How often it was urged (催办).</param>
/// <param name="UrgeWords">What was said with it, a line for each urging, the last one first; null when nothing was.</param>
/// <param name="BulkApproval">Whether the case may be approved together with others.</param>
/// <param name="ContentDigest">Digest to send back with a decision.</param>
/// <param name="ChecklistRequired">Whether approval demands the whole checklist.</param>
/// <param name="Checklist">Its questions; empty when none is required.</param>
public sealed record TaskView(Guid CaseId, string Title, string Flow, string FlowName, string Unit, string Step, string StepName,
    DateTimeOffset SubmittedAt, DateOnly? DueOn, ClockState? Light, int Urges, string? UrgeWords, bool BulkApproval, string ContentDigest,
    bool ChecklistRequired, IReadOnlyList<QuestionView> Checklist);

/// <summary>监督看板; every list holds the most urgent rows, at most 100.</summary>
/// <param name="Units">Open steps by submitting unit.</param>
/// <param name="Overdue">Overdue steps.</param>
/// <param name="DueSoon">Steps due within a working day.</param>
/// <param name="Held">Cases that are held (暂缓).</param>
/// <param name="Bypassed">Releases past steps (越级放行) of 90 days.</param>
/// <param name="Stuck">Steps that nobody known may take (无人可办).</param>
/// <param name="Interventions">Cases ended by a leader, steps taken over, of 90 days.</param>
/// <param name="Replacements">People who were replaced (离岗接替).</param>
/// <param name="Roster">Units that have named nobody or too many for their information work (信息员配备).</param>
public sealed record SupervisionView(IReadOnlyList<UnitLoad> Units, IReadOnlyList<PressingStep> Overdue,
    IReadOnlyList<PressingStep> DueSoon, IReadOnlyList<HeldCase> Held, IReadOnlyList<BypassedCase> Bypassed,
    IReadOnlyList<StuckStep> Stuck, IReadOnlyList<Intervention> Interventions, IReadOnlyList<ReplacementRow> Replacements,
    IReadOnlyList<RosterGapRow> Roster);

/// <summary>Open steps of a submitting unit.</summary>
/// <param name="Unit">Unit, code.</param>
/// <param name="Open">Open steps.</param>
/// <param name="Overdue">Of them overdue.</param>
/// <param name="DueSoon">Of them due within a working day.</param>
public sealed record UnitLoad(string Unit, int Open, int Overdue, int DueSoon);

/// <summary>A step that presses.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title.</param>
/// <param name="FlowName">Name of the flow.</param>
/// <param name="Unit">Submitting unit, code.</param>
/// <param name="Step">Code of the step.</param>
/// <param name="StepName">Name of the step.</param>
/// <param name="Roles">Roles that can take it.</param>
/// <param name="DueOn">Due day, Asia/Shanghai.</param>
/// <param name="Urges">How often it was urged.</param>
/// <param name="UrgedOn">Last day on which it was urged, Asia/Shanghai.</param>
/// <param name="UrgedByName">Who urged it last; null for the platform.</param>
/// <param name="UrgeWords">What was said with it, a line for each urging, the last one first; null when nothing was.</param>
/// <param name="MayUrge">Whether the caller may urge it now: the same person urges a step once a day.</param>
/// <param name="MayDecide">Whether it waits for the caller, who had better decide it.</param>
public sealed record PressingStep(Guid CaseId, string Title, string FlowName, string Unit, string Step, string StepName,
    IReadOnlyList<string> Roles, DateOnly? DueOn, int Urges, DateOnly? UrgedOn, string? UrgedByName, string? UrgeWords,
    bool MayUrge, bool MayDecide);

/// <summary>A case that is held (暂缓).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title.</param>
/// <param name="FlowName">Name of the flow.</param>
/// <param name="Unit">Submitting unit, code.</param>
/// <param name="SubmittedAt">Submission, UTC.</param>
public sealed record HeldCase(Guid CaseId, string Title, string FlowName, string Unit, DateTimeOffset SubmittedAt);

/// <summary>A release past steps (越级放行), with its reason.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title.</param>
/// <param name="Actor">Subject claim of who released it.</param>
/// <param name="ActorName">Name of that person.</param>
/// <param name="OnBehalfOfName">Name of whom the powers were (代); null where they were the person's own.</param>
/// <param name="Role">Role used.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record BypassedCase(Guid CaseId, string Title, string Actor, string ActorName, string? OnBehalfOfName, string Role,
    DateTimeOffset At, string Reason);

/// <summary>A step that nobody known may take (无人可办): it is raised, ended, or somebody signs in for the first time.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title.</param>
/// <param name="FlowName">Name of the flow.</param>
/// <param name="Unit">Submitting unit, code.</param>
/// <param name="Step">Code of the step.</param>
/// <param name="StepName">Name of the step.</param>
/// <param name="Roles">Roles that could take it.</param>
/// <param name="SubmittedAt">Submission, UTC.</param>
public sealed record StuckStep(Guid CaseId, string Title, string FlowName, string Unit, string Step, string StepName,
    IReadOnlyList<string> Roles, DateTimeOffset SubmittedAt);

/// <summary>A case ended by a leader, or a step taken over by the next higher role.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title.</param>
/// <param name="Act"><c>ended, raised</c>.</param>
/// <param name="Step">Code of the step taken over; null for a case.</param>
/// <param name="Actor">Subject claim of who did it.</param>
/// <param name="ActorName">Name of that person.</param>
/// <param name="OnBehalfOfName">Name of whom the powers were (代); null where they were the person's own.</param>
/// <param name="Role">Role used.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record Intervention(Guid CaseId, string Title, string Act, string? Step, string Actor, string ActorName,
    string? OnBehalfOfName, string Role, DateTimeOffset At, string Reason);

/// <summary>离岗接替.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Leaver">Name of who left.</param>
/// <param name="Successor">Name of who takes over.</param>
/// <param name="Unit">Unit of the powers, code.</param>
/// <param name="Roles">Roles handed over.</param>
/// <param name="StartsOn">From which day, Asia/Shanghai.</param>
/// <param name="Reason">Why.</param>
/// <param name="AcceptedAt">When it was confirmed, UTC; null while it waits for that.</param>
/// <param name="RevokedAt">When it was revoked, UTC.</param>
public sealed record ReplacementRow(Guid Id, string Leaver, string Successor, string Unit, IReadOnlyList<string> Roles, DateOnly StartsOn,
    string Reason, DateTimeOffset? AcceptedAt, DateTimeOffset? RevokedAt);

/// <summary>信息员配备: a unit that has named nobody or too many, as far as the directory knows.</summary>
/// <param name="Unit">Unit, code.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="People">Names of those who are named.</param>
/// <param name="BlocksSubmission">Whether a unit without anybody may submit nothing.</param>
public sealed record RosterGapRow(string Unit, RosterFault Fault, IReadOnlyList<string> People, bool BlocksSubmission);
