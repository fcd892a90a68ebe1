namespace Disclosure.Gateway.Clients;

/// <summary>监督看板.</summary>
/// <param name="Units">Open steps by submitting unit.</param>
/// <param name="Overdue">Overdue steps.</param>
/// <param name="DueSoon">Steps due within a working day.</param>
/// <param name="Held">Cases that are held.</param>
/// <param name="Bypassed">Releases past steps.</param>
/// <param name="Stuck">Steps that nobody known may take.</param>
/// <param name="Interventions">Cases ended by a leader, steps taken over.</param>
/// <param name="Replacements">People who were replaced.</param>
/// <param name="Roster">Units that have named nobody or too many for their information work; null from a service of before.</param>
public sealed record SupervisionBoard(IReadOnlyList<UnitLoad> Units, IReadOnlyList<PressingStep> Overdue,
    IReadOnlyList<PressingStep> DueSoon,
    IReadOnlyList<HeldCase> Held, IReadOnlyList<BypassedCase> Bypassed, IReadOnlyList<StuckStep> Stuck,
    IReadOnlyList<Intervention> Interventions,
    IReadOnlyList<Replacement> Replacements, IReadOnlyList<RosterGap>? Roster = null);

/// <summary>信息员配备: a unit that has named nobody or too many.</summary>
/// <param name="Unit">Unit, code.</param>
/// <param name="Fault"><c>nobody-named, several-named</c>.</param>
/// <param name="People">Names of those who are named.</param>
/// <param name="BlocksSubmission">Whether a unit without anybody may submit nothing.</param>
public sealed record RosterGap(string Unit, string Fault, IReadOnlyList<string> People, bool BlocksSubmission);

/// <summary>A step that nobody known may take (无人可办).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title.</param>
/// <param name="Unit">Submitting unit.</param>
/// <param name="StepName">Name of the step.</param>
/// <param name="SubmittedAt">Submission, UTC.</param>
public sealed record StuckStep(Guid CaseId, string Title, string Unit, string StepName, DateTimeOffset SubmittedAt);

/// <summary>A case ended by a leader, or a step taken over by the next higher role.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title.</param>
/// <param name="Act"><c>ended, raised</c>.</param>
/// <param name="ActorName">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record Intervention(Guid CaseId, string Title, string Act, string ActorName, DateTimeOffset At, string Reason);

/// <summary>离岗接替.</summary>
/// <param name="Leaver">Who left.</param>
/// <param name="Successor">Who takes over.</param>
/// <param name="Unit">Unit of the powers.</param>
/// <param name="StartsOn">From which day.</param>
/// <param name="Reason">Why.</param>
/// <param name="AcceptedAt">When it was confirmed, UTC; null while it waits for that.</param>
/// <param name="RevokedAt">When it was revoked, UTC.</param>
public sealed record Replacement(string Leaver, string Successor, string Unit, DateOnly StartsOn, string Reason, DateTimeOffset? AcceptedAt,
    DateTimeOffset? RevokedAt);

/// <summary>Open steps of a submitting unit.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="Open">Open steps.</param>
/// <param name="Overdue">Of them overdue.</param>
/// <param name="DueSoon">Of them due within a working day.</param>
public sealed record UnitLoad(string Unit, int Open, int Overdue, int DueSoon);

/// <summary>A step that presses.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title.</param>
/// <param name="Unit">Submitting unit.</param>
/// <param name="Step">Code of the step.</param>
/// <param name="StepName">Name of the step.</param>
/// <param name="DueOn">Due day.</param>
/// <param name="Urges">How often it was urged.</param>
public sealed record PressingStep(Guid CaseId, string Title, string Unit, string Step, string StepName, DateOnly? DueOn, int Urges);

/// <summary>A case that is held (暂缓).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title.</param>
/// <param name="Unit">Submitting unit.</param>
/// <param name="SubmittedAt">Submission, UTC.</param>
public sealed record HeldCase(Guid CaseId, string Title, string Unit, DateTimeOffset SubmittedAt);

/// <summary>A release past steps (越级放行), with its reason.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Title.</param>
/// <param name="ActorName">Who released it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record BypassedCase(Guid CaseId, string Title, string ActorName, DateTimeOffset At, string Reason);

/// <summary>A delegation (授权) or replacement (替补).</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind"><c>delegation, replacement</c>.</param>
/// <param name="Principal">Whose powers.</param>
/// <param name="PrincipalName">Name of the principal.</param>
/// <param name="Delegate">Who stands in.</param>
/// <param name="DelegateName">Name of the delegate.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day; null without end.</param>
/// <param name="Reason">Why.</param>
/// <param name="RevokedAt">When revoked, UTC.</param>
/// <param name="AcceptedAt">When accepted or confirmed, UTC; it counts from then on.</param>
/// <param name="Actions">What the person may do now, of <c>accept, revoke</c>.</param>
public sealed record ReviewDelegation(Guid Id, string Kind, string Principal, string PrincipalName, string Delegate, string DelegateName,
    DateOnly StartsOn,
    DateOnly? EndsOn, string Reason, DateTimeOffset? RevokedAt, DateTimeOffset? AcceptedAt = null, IReadOnlyList<string>? Actions = null);

/// <summary>What a person grants: to whom, from when, until when (both days included), why.</summary>
internal sealed record NewDelegation(string Delegate, DateOnly StartsOn, DateOnly EndsOn, string Reason);

/// <summary>Who left, who takes over, from which day, why.</summary>
internal sealed record NewReplacement(string Leaver, string Successor, DateOnly StartsOn, string Reason);
