using Disclosure.Kernel;

namespace Disclosure.Contracts.Review;

/// <summary>Asks the review service to open a case (送审).</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When the author submitted, UTC.</param>
/// <param name="Authority">The authority whose flow applies.</param>
/// <param name="CaseId">Identity of the review case, chosen by the asking service; a resubmission is a new case.</param>
/// <param name="Flow">Flow code of the rule pack, for instance <c>publication</c>.</param>
/// <param name="SubjectKind">Kind of subject, for instance <c>catalogue.item</c>.</param>
/// <param name="SubjectId">The subject at its owner.</param>
/// <param name="Title">Title shown in work lists.</param>
/// <param name="Unit">The submitting unit.</param>
/// <param name="Author">Subject claim of the drafter, who may never approve the case.</param>
/// <param name="ContentDigest">SHA-256 of the exact content under review, lower-case hex.</param>
/// <param name="Snapshot">What reviewers read; kept with the case for ever.</param>
/// <param name="Conditions">Conditions that switch steps on: important, major, sensitive …; <c>secrecy-undetermined</c> holds the case from
/// the start.</param>
/// <param name="Contributors">Subject claims of everybody besides <paramref name="Author"/> who wrote or submitted the content; none of
/// them may approve
/// it. Null from senders that know of no others.</param>
/// <param name="Attribute">公开属性 handed in; null where the subject has none.</param>
/// <param name="Ground">Code of the attribute's ground; null where the subject has none.</param>
/// <param name="AuthorName">Name of the drafter (起草人), for the printed form.</param>
/// <param name="DueOn">Legal deadline of the subject in Asia/Shanghai: no step is due later; null where it has none.</param>
/// <param name="DocumentId">The subject that is the document which this one goes with (一并报批), demanded by flows that are signed together
/// with it, as the plan
/// of an interpretation is; null elsewhere. It may be submitted before or after.</param>
/// <param name="Recusal">Whom the case is kept from (回避): the accused of an accusation; null where there is nobody. A later round of the
/// same subject keeps
/// whoever an earlier one named.</param>
/// <param name="Submitter">Who handed it in (送审人), where that is not the drafter by the own powers; null where it is.</param>
public sealed record RequestReview(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid CaseId, string Flow,
    string SubjectKind, Guid SubjectId, string Title, string Unit, string Author, string ContentDigest,
    ReviewSnapshot Snapshot, IReadOnlyList<string> Conditions, IReadOnlyList<string>? Contributors = null,
    DisclosureAttribute? Attribute = null, string? Ground = null, string? AuthorName = null, DateOnly? DueOn = null,
    Guid? DocumentId = null, ReviewRecusal? Recusal = null, ReviewSubmitter? Submitter = null) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => SubjectId;
}

/// <summary>Who handed a subject in (送审人).</summary>
/// <param name="Subject">Subject claim.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit of the powers used, code.</param>
/// <param name="Role">Role used.</param>
/// <param name="OnBehalfOf">Subject claim of whom the powers were (代), or null.</param>
/// <param name="OnBehalfOfName">Name of that person, or null.</param>
public sealed record ReviewSubmitter(string Subject, string Name, string? Unit, string? Role, string? OnBehalfOf, string? OnBehalfOfName);

/// <summary>Who must stand aside (回避): a case is never assigned, shown or listed to them, whatever their office, nor to whoever stands in
/// for them.</summary>
/// <param name="People">Subject claims of the accused, at most 50.</param>
/// <param name="Units">Codes of the accused units, at most 50: everybody in them, but for those who lead or supervise the whole authority
/// and hold no office of the unit.
/// A leader who is accused is named among <paramref name="People"/>.</param>
public sealed record ReviewRecusal(IReadOnlyList<string> People, IReadOnlyList<string> Units);

/// <summary>The readable content of a review subject at the moment of submission.</summary>
/// <param name="Body">正文, HTML of the closed set (docs/bodies.md).</param>
/// <param name="Fields">Labelled metadata in display order.</param>
/// <param name="Files">附件, in order; null or empty where there are none.</param>
/// <param name="Compared">What the owner found in the texts by comparing them with what is public already (拼图); null or empty where there
/// is nothing.</param>
public sealed record ReviewSnapshot(string Body, IReadOnlyList<SnapshotField> Fields, IReadOnlyList<SnapshotFile>? Files = null,
    IReadOnlyList<SnapshotFinding>? Compared = null);

/// <summary>A file that goes with the content (附件), as it would be released.</summary>
/// <param name="Name">File name.</param>
/// <param name="MediaType">Media type, as its bytes say.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Digest">SHA-256 of the bytes, lower-case hex, by which the file store has it.</param>
/// <param name="Findings">What the release gate found in it.</param>
public sealed record SnapshotFile(string Name, string MediaType, long Size, string Digest, IReadOnlyList<SnapshotFinding> Findings);

/// <summary>All finds of a kind in a place.</summary>
/// <param name="Finding">Place and kind, as an answer names it.</param>
/// <param name="Kind">Kind, kebab case: <c>mobile-phone</c>, <c>hidden</c>, <c>picture</c> …</param>
/// <param name="Blocks">Whether nobody can release it.</param>
/// <param name="Count">How often.</param>
/// <param name="Spots">What and where, Chinese, personal data only masked; at most 20.</param>
public sealed record SnapshotFinding(string Finding, string Kind, bool Blocks, int Count, IReadOnlyList<string> Spots);

/// <summary>One value of a snapshot.</summary>
/// <param name="Code">What it is, kebab case, for instance <c>attribute</c>; once in a snapshot.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Value">Value as shown.</param>
/// <param name="ValueCode">The value as a code; null where it is free text.</param>
public sealed record SnapshotField(string Code, string Label, string Value, string? ValueCode = null);

/// <summary>How a review ended (审核结论).</summary>
public enum ReviewOutcome
{
    /// <summary>通过: every required step was approved by distinct, entitled people.</summary>
    Approved,

    /// <summary>退回: the author may correct and submit again.</summary>
    Returned,

    /// <summary>不予通过: the case is closed against publication.</summary>
    Rejected,

    /// <summary>撤回: the author withdrew the submission.</summary>
    Withdrawn,
}

/// <summary>A review case ended. Its digest is the only content the owner may publish.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When the last decision fell, UTC.</param>
/// <param name="Authority">The authority.</param>
/// <param name="CaseId">The case.</param>
/// <param name="SubjectKind">Kind of subject.</param>
/// <param name="SubjectId">The subject at its owner.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ContentDigest">Digest of the content that was reviewed.</param>
/// <param name="Reason">Reason given when returned or rejected.</param>
/// <param name="DecidedBy">Subject claim of who decided last.</param>
/// <param name="Changes">What reviewers corrected, in order; null or empty when nothing. Then <paramref name="ContentDigest"/> is the
/// submitted
/// digest extended by them (<c>ReviewedDigest.After</c>), and the owner may publish only the content with all of them applied.</param>
/// <param name="Bypassed">Whether it was released past steps under a pack that allows it (越级放行).</param>
/// <param name="FoundSecret">认定涉密: whether it was turned down because its content was found to be a state secret.</param>
/// <param name="Corrections">Who made each of <paramref name="Changes"/>, in the same order; null or empty likewise.</param>
/// <param name="Releases">What reviewers said must be public all the same (确需公开); null or empty where nothing was found. The owner's
/// release gate passes these findings and no other.</param>
public sealed record ReviewConcluded(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid CaseId, string SubjectKind,
    Guid SubjectId, ReviewOutcome Outcome, string ContentDigest, string? Reason, string DecidedBy,
    IReadOnlyList<ReviewerChange>? Changes = null,
    bool Bypassed = false, bool FoundSecret = false, IReadOnlyList<ReviewCorrection>? Corrections = null,
    IReadOnlyList<ReleaseAnswer>? Releases = null) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => SubjectId;
}

/// <summary>Who corrected a field in review (审核中的更正).</summary>
/// <param name="Field">The field, as in <see cref="ReviewerChange"/>.</param>
/// <param name="By">Name of who corrected it.</param>
/// <param name="Step">Name of the step at which it was corrected.</param>
/// <param name="Reason">What was said with it; null where nothing was said.</param>
public sealed record ReviewCorrection(string Field, string By, string Step, string? Reason);

/// <summary>Why a request for review was not taken (不予受理).</summary>
public enum ReviewRefusalReason
{
    /// <summary>该信息已有审核件在办: another case of the same subject is still running, and two could not both be concluded.</summary>
    SubjectIsUnderReview,

    /// <summary>审核件编号已被使用: the case id stands for other content or another subject already.</summary>
    CaseIdIsTaken,

    /// <summary>未附文件: the flow is signed together with a document, and the request names none.</summary>
    DocumentIsMissing,

    /// <summary>应当回避: who wrote the content, or the submitting unit, is among those from whom the case must be kept.</summary>
    AuthorMustStandAside,

    /// <summary>未确定信息员: the authority's rule lets only units submit that have named somebody for it, and this one has not.</summary>
    UnitHasNoInformationOfficer,
}

/// <summary>A request for review was not taken: no case was opened and none will be concluded for it. The owner hands the subject back to
/// its author.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When it was refused, UTC.</param>
/// <param name="Authority">The authority, as asked.</param>
/// <param name="CaseId">The case id of the request.</param>
/// <param name="SubjectKind">Kind of subject, as asked.</param>
/// <param name="SubjectId">The subject at its owner, as asked.</param>
/// <param name="ContentDigest">Digest of the content that was not taken. With <see cref="ReviewRefusalReason.CaseIdIsTaken"/> a case of
/// this id may run over
/// other content: only whoever waits for exactly this digest is answered.</param>
/// <param name="Reason">Why.</param>
/// <param name="RunningCaseId">The case in the way, where it is one of the same authority; null otherwise.</param>
public sealed record ReviewRefused(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid CaseId, string SubjectKind,
    Guid SubjectId,
    string ContentDigest, ReviewRefusalReason Reason, Guid? RunningCaseId) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => SubjectId;
}
