namespace Disclosure.Contracts.Work;

/// <summary>What a notice (通知) tells of.</summary>
public enum NoticeKind
{
    /// <summary>到达: a step waits for the receiver.</summary>
    Offered,

    /// <summary>催办: it still waits, and somebody asks for it.</summary>
    Urged,

    /// <summary>无人可办: a step that nobody known may take; to those who can free it.</summary>
    Stuck,

    /// <summary>暂缓: what the receiver handed in waits for a determination.</summary>
    Held,

    /// <summary>退回: what the receiver handed in is to be corrected.</summary>
    Returned,

    /// <summary>不予通过.</summary>
    Rejected,

    /// <summary>发布: what the receiver handed in is public.</summary>
    Published,

    /// <summary>撤下: what the receiver published is public no longer.</summary>
    TakenDown,

    /// <summary>撤回送审, by somebody else than the receiver.</summary>
    Recalled,

    /// <summary>办理出错: it was approved and could not be carried out.</summary>
    Failed,

    /// <summary>待接受的授权、待确认的接替.</summary>
    SubstitutionOffered,

    /// <summary>授权、接替生效.</summary>
    SubstitutionAgreed,

    /// <summary>授权、接替撤销.</summary>
    SubstitutionRevoked,

    /// <summary>谢绝授权: the delegate has not taken it.</summary>
    SubstitutionDeclined,

    /// <summary>交回授权: the delegate has given it back.</summary>
    SubstitutionHandedBack,

    /// <summary>认定涉密: what the receiver handed in was found to be a state secret, or a new version of what the receiver may take
    /// down.</summary>
    FoundSecret,

    /// <summary>审定不发布: reviewers determined that what the receiver handed in is not for the public (不予公开、依申请公开、内部公开), or a new
    /// version of what the receiver may take down.</summary>
    NotPublished,

    /// <summary>公开版本已核对: the version that citizens read of what the receiver wrote was checked and stays public.</summary>
    ShownChecked,
}

/// <summary>A notice (通知): what happened to the receiver's things since the receiver looked.</summary>
/// <param name="Id">Identity, UUIDv7: its order is that of time.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Title">Title of the subject, as the receiver may read it today.</param>
/// <param name="Link">Address of its page, from <c>/</c>.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="SeenAt">When the receiver saw it, UTC; null before.</param>
/// <param name="Holds">Whether it still is so: a step that somebody has taken waits for nobody.</param>
/// <param name="Became">What became of it where it is so no longer, Chinese (已由某某办理); null where nothing more is known.</param>
/// <param name="Note">What somebody said with it: why it is urged, why it was taken down, whose powers are offered; null where nothing was
/// said.</param>
public sealed record NoticeView(Guid Id, NoticeKind Kind, string Title, string Link, DateTimeOffset At, DateTimeOffset? SeenAt, bool Holds,
    string? Became = null, string? Note = null);

/// <summary>Which notices the receiver has seen.</summary>
/// <param name="Ids">The notices, at most 100.</param>
public sealed record SeenRequest(IReadOnlyList<Guid> Ids);

/// <summary>Which notices are about to be sent outside the page.</summary>
/// <param name="Ids">The notices, at most 100.</param>
public sealed record HoldingRequest(IReadOnlyList<Guid> Ids);

/// <summary>Those of them that still hold, that their receivers have not seen, and that they may still read.</summary>
/// <param name="Notices">The notices, the oldest first.</param>
public sealed record HoldingNotices(IReadOnlyList<HoldingNotice> Notices);

/// <summary>A notice that may be sent: a title that the receiver may read and a link, never any content.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Receiver">Subject claim of the receiver.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Title">Title of the subject.</param>
/// <param name="Link">Address of its page, from <c>/</c>.</param>
/// <param name="At">When it happened, UTC.</param>
public sealed record HoldingNotice(Guid Id, string Receiver, NoticeKind Kind, string Title, string Link, DateTimeOffset At);
