namespace Disclosure.Gateway.Clients;

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
/// <param name="Decisions">What the person may decide now, by step.</param>
/// <param name="Raisable">Steps for which nobody is left and which the person may take.</param>
/// <param name="Actions">What the person may do now, of <c>decide, raise, withdraw, end, urge</c>.</param>
/// <param name="Findings">What was found automatically.</param>
/// <param name="Changes">What reviewers corrected.</param>
/// <param name="Corrections">校对意见 of a returned proof.</param>
/// <param name="PreviousCaseId">The round before.</param>
/// <param name="ConcludedAt">When it ended, UTC.</param>
/// <param name="Bypassed">Whether it was released past steps.</param>
/// <param name="History">The latest acts, in order.</param>
/// <param name="AuthorName">拟稿人.</param>
/// <param name="Contributors">Everybody else who wrote the content.</param>
/// <param name="Conditions">Conditions that switched steps on.</param>
/// <param name="Companions">The document of a plan or the plans of a document, signed together with this case.</param>
/// <param name="SignatureAwaits">Why the leader does not simply sign, because the other half is not there.</param>
/// <param name="Recused">Whom the case is kept from.</param>
public sealed record ReviewCase(Guid Id, string FlowName, string SubjectKind, Guid SubjectId, string Title, string Unit,
    string ContentDigest,
    string State, DateTimeOffset SubmittedAt, DateOnly? DueOn, string? ConclusionReason, CaseSnapshot Snapshot,
    IReadOnlyList<CaseStep> Steps,
    IReadOnlyList<string>? NextSteps, IReadOnlyList<CaseQuestion>? Checklist, IReadOnlyList<CaseAction> Decisions,
    IReadOnlyList<string> Raisable, IReadOnlyList<string> Actions,
    IReadOnlyList<CaseFinding>? Findings = null, IReadOnlyList<CaseChange>? Changes = null,
    IReadOnlyList<CaseCorrection>? Corrections = null,
    Guid? PreviousCaseId = null, DateTimeOffset? ConcludedAt = null, bool Bypassed = false, IReadOnlyList<CaseAct>? History = null,
    string? AuthorName = null, IReadOnlyList<string>? Contributors = null, IReadOnlyList<string>? Conditions = null,
    IReadOnlyList<CaseCompanion>? Companions = null, CaseObstacle? SignatureAwaits = null,
    CaseRecusal? Recused = null);

/// <summary>Why a case is not simply signed.</summary>
/// <param name="Words">Why.</param>
/// <param name="MaySignAlone">Whether the leader may sign it alone with a reason.</param>
public sealed record CaseObstacle(string Words, bool MaySignAlone);

/// <summary>A case that goes with another (一并报批).</summary>
/// <param name="CaseId">Its id.</param>
/// <param name="IsDocument">Whether it is the document; otherwise the plan.</param>
/// <param name="Title">Its title.</param>
/// <param name="FlowName">Name of its flow.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OpenSteps">Names of the steps that wait.</param>
public sealed record CaseCompanion(Guid CaseId, bool IsDocument, string Title, string FlowName, string State,
    IReadOnlyList<string> OpenSteps);

/// <summary>Whom a case is kept from (回避).</summary>
/// <param name="People">Names, or subject claims where no name is known.</param>
/// <param name="Units">Unit codes.</param>
public sealed record CaseRecusal(IReadOnlyList<string> People, IReadOnlyList<string> Units)
{
    /// <summary>Whether it is kept from anybody.</summary>
    public bool Any => People.Count + Units.Count > 0;
}

/// <summary>An automatic finding (自动检查).</summary>
/// <param name="Level"><c>note, warning, blocking</c>.</param>
/// <param name="Title">What was found.</param>
/// <param name="Detail">What it means.</param>
/// <param name="Line">Line of the body, from 1.</param>
public sealed record CaseFinding(string Level, string Title, string Detail, int? Line);

/// <summary>A field that a reviewer corrected.</summary>
/// <param name="Field">Field.</param>
/// <param name="Value">New value.</param>
/// <param name="Step">Step at which it was corrected.</param>
/// <param name="Before">Value before, where it is known.</param>
public sealed record CaseChange(string Field, string Value, string? Step = null, string? Before = null);

/// <summary>A proof-reader's correction (校对).</summary>
/// <param name="Original">As written.</param>
/// <param name="Corrected">As it should be.</param>
public sealed record CaseCorrection(string Original, string Corrected);

/// <summary>What changed since the round before (花脸稿).</summary>
/// <param name="PreviousCaseId">The round before; null at the first.</param>
/// <param name="Body">Pieces of the body.</param>
/// <param name="Fields">Fields whose values differ.</param>
/// <param name="Corrected">The body with the proof-reader's corrections marked.</param>
public sealed record CaseDifference(Guid? PreviousCaseId, IReadOnlyList<DifferencePiece> Body, IReadOnlyList<DifferentField> Fields,
    IReadOnlyList<DifferencePiece> Corrected);

/// <summary>A piece of text.</summary>
/// <param name="Kind"><c>same, added, removed</c>.</param>
/// <param name="Text">The text.</param>
public sealed record DifferencePiece(string Kind, string Text);

/// <summary>A field that changed.</summary>
/// <param name="Label">Label.</param>
/// <param name="Before">Value before, null when absent.</param>
/// <param name="After">Value now, null when absent.</param>
public sealed record DifferentField(string Label, string? Before, string? After);

/// <summary>The content under review.</summary>
/// <param name="Body">Markdown.</param>
/// <param name="Fields">Labelled metadata.</param>
public sealed record CaseSnapshot(string Body, IReadOnlyList<CaseField> Fields);

/// <summary>One value.</summary>
/// <param name="Code">What it is, of <see cref="Kernel.SnapshotFields"/>.</param>
/// <param name="Label">Label.</param>
/// <param name="Value">Value.</param>
public sealed record CaseField(string Code, string Label, string Value);

/// <summary>A step of a case (审核环节).</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="State"><c>waiting, open, held, approved, escalated, returned, rejected, bypassed, cancelled</c>.</param>
/// <param name="DecidedByName">Who decided.</param>
/// <param name="DecidedAt">When, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="DueOn">Due day.</param>
/// <param name="Kind"><c>review, proof, secrecy, sign-off</c>.</param>
/// <param name="DecidedUnit">Unit of who decided.</param>
/// <param name="PassesRequired">校对遍数 of a proof.</param>
/// <param name="PassesConfirmed">Passes confirmed so far.</param>
/// <param name="Urges">How often it was urged (催办).</param>
/// <param name="MayChange">Fields the reviewer may correct when approving: attribute, ground, scope, channel, category.</param>
/// <param name="Source">制度依据.</param>
/// <param name="DecidedRole">Role used.</param>
/// <param name="DueExplanation">How the due day came about and what is left of it.</param>
/// <param name="UrgeWords">What the last urging said.</param>
/// <param name="Candidates">Colleagues who can take it now, at most 10.</param>
/// <param name="Roles">Roles that can take it.</param>
/// <param name="Determines">Whether it determines a secrecy (涉密认定), instead of judging the content.</param>
/// <param name="RecordsAnAnswer">Whether it records what the secrecy authority answered (rule 128), which demands its number and
/// day.</param>
public sealed record CaseStep(string Code, string Name, string State, string? DecidedByName, DateTimeOffset? DecidedAt, string? Reason,
    DateOnly? DueOn,
    string Kind = "review", string? DecidedUnit = null, int PassesRequired = 0, int PassesConfirmed = 0, int Urges = 0,
    IReadOnlyList<string>? MayChange = null, string? Source = null, string? DecidedRole = null,
    string? DueExplanation = null, string? UrgeWords = null, IReadOnlyList<ReviewColleague>? Candidates = null,
    IReadOnlyList<string>? Roles = null, bool Determines = false, bool RecordsAnAnswer = false);

/// <summary>One act of a case's history (办理记录).</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Act">Code of the act.</param>
/// <param name="ActorName">Name of the person; empty for the author.</param>
/// <param name="OnBehalfOf">Subject in whose place the person acted, or null.</param>
/// <param name="OnBehalfOfName">Name of whom the powers were that were used (代), or null.</param>
/// <param name="Role">Role used.</param>
/// <param name="Unit">Unit of the powers used.</param>
/// <param name="Step">Step code.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">What exactly was decided; null where the reason says it all.</param>
public sealed record CaseAct(DateTimeOffset At, string Act, string? ActorName, string? OnBehalfOf, string? OnBehalfOfName, string? Role,
    string? Unit, string? Step,
    string? Reason,
    CaseActDetail? Detail = null);

/// <summary>What exactly was decided, as the audit log keeps it.</summary>
/// <param name="Checklist">Codes of the confirmed questions.</param>
/// <param name="Conditions">Conditions that were found met.</param>
/// <param name="Corrections">A proof-reader's corrections.</param>
/// <param name="Changes">Fields that were corrected.</param>
public sealed record CaseActDetail(IReadOnlyList<string>? Checklist = null, IReadOnlyList<string>? Conditions = null,
    IReadOnlyList<CaseCorrection>? Corrections = null,
    IReadOnlyList<CaseChange>? Changes = null);

/// <summary>A question to confirm before approving.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Wording.</param>
public sealed record CaseQuestion(string Code, string Name);

/// <summary>What the person may do at a step.</summary>
/// <param name="Step">Step code.</param>
/// <param name="Outcomes">Of <c>approve, return, reject, hold, escalate, bypass</c>.</param>
/// <param name="ChecklistRequired">Whether approval demands the whole checklist.</param>
/// <param name="Consequences">What each outcome leads to.</param>
public sealed record CaseAction(string Step, IReadOnlyList<string> Outcomes, bool ChecklistRequired,
    IReadOnlyList<CaseConsequence>? Consequences = null);

/// <summary>What an outcome leads to (办理后果).</summary>
/// <param name="Outcome">Outcome.</param>
/// <param name="LeadsTo">In words.</param>
public sealed record CaseConsequence(string Outcome, string LeadsTo);

/// <summary>A decision (审核意见).</summary>
internal sealed record CaseDecision(string Step, string Outcome, string Digest, string? Reason, IReadOnlyList<string> Checklist,
    IReadOnlyList<CaseCorrection> Corrections, IReadOnlyList<CaseFieldChange> Changes, string? HoldTo, IReadOnlyList<string> Conditions);

/// <summary>A field that the decision corrects.</summary>
internal sealed record CaseFieldChange(string Field, string Value);

/// <summary>One review of a subject (历次审核).</summary>
/// <param name="Id">The case.</param>
public sealed record ReviewRound(Guid Id);
