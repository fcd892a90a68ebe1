namespace Disclosure.Contracts.Facts;

/// <summary>收到 of a citizen's letter (来信、留言、工单).</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="RepeatsEarlier">Whether it repeats an earlier one of the same sender and matter.</param>
[Feeds("web.messages.received", "stat.letters.received", "stat.letters.pending")]
public sealed record LetterReceivedFact(LetterOrigin Source, bool RepeatsEarlier) : StatisticalFact;

/// <summary>分类: what it is, and from then on how long it may take.</summary>
/// <param name="Kind">诉求类型.</param>
/// <param name="Matter">Class of matters (事项分类) of the catalogue in use (GB/T 39666 or the 派单目录); null where none.</param>
/// <param name="Difficulty">Code of the pack's limit that holds.</param>
[Feeds("stat.letters.kinds", "stat.letters.classes")]
public sealed record LetterClassifiedFact(LetterKind Kind, string? Matter, string Difficulty) : StatisticalFact;

/// <summary>A step of handling that counts.</summary>
/// <param name="Step">Which.</param>
[Feeds("stat.letters.steps", "stat.supervision.urged")]
public sealed record LetterStepFact(LetterHandling Step) : StatisticalFact;

/// <summary>办理期限 as it stands from now on: set by the classification, moved by an extension.</summary>
/// <param name="DueOn">Last day.</param>
/// <param name="IsPetition">Whether the days are those of a petition (信访，自然日).</param>
[Feeds("stat.letters.pending", "stat.letters.on-time")]
public sealed record LetterDueFact(DateOnly DueOn, bool IsPetition) : StatisticalFact;

/// <summary>逾期未答复: the last day has passed. Told once for each last day.</summary>
/// <param name="DueOn">Last day.</param>
[Feeds("stat.letters.on-time", "stat.letters.overdue", "stat.inspection.unanswered")]
public sealed record LetterOverdueFact(DateOnly DueOn) : StatisticalFact;

/// <summary>答复.</summary>
/// <param name="ReceivedOn">Legal day of receipt.</param>
/// <param name="DueOn">Last day; null where none was set.</param>
/// <param name="IsPublic">Whether the answer is published (公开答复).</param>
/// <param name="Round">1 for the first answer; a redo (重办) is the next.</param>
[Feeds("web.messages.average-days", "web.messages.published", "stat.letters.on-time", "stat.letters.days", "stat.letters.redone")]
public sealed record LetterAnsweredFact(DateOnly ReceivedOn, DateOnly? DueOn, bool IsPublic, int Round) : StatisticalFact;

/// <summary>办结、不予受理、移交: nothing is owed any more.</summary>
/// <param name="End">How it ended.</param>
[Feeds("web.messages.closed", "stat.letters.ends", "stat.letters.pending")]
public sealed record LetterEndedFact(LetterEnd End) : StatisticalFact;

/// <summary>评价 by the sender; later ones replace earlier ones.</summary>
/// <param name="Matter">办件结果, 1 (worst) to 5.</param>
/// <param name="Attitude">服务态度, 1 to 5; null where it was not asked.</param>
/// <param name="ForObjectiveCause">Whether a poor rating is for a cause that the unit cannot change (客观原因).</param>
[Feeds("stat.letters.satisfaction")]
public sealed record LetterRatedFact(int Matter, int? Attitude, bool ForObjectiveCause) : StatisticalFact;

/// <summary>Where letters come from (来源渠道).</summary>
public enum LetterOrigin
{
    /// <summary>网站信箱.</summary>
    Mailbox,

    /// <summary>局长信箱.</summary>
    DirectorMailbox,

    /// <summary>网民留言.</summary>
    Comment,

    /// <summary>网民找错.</summary>
    PageError,

    /// <summary>12345 政务服务便民热线.</summary>
    Hotline,

    /// <summary>来访.</summary>
    Visit,

    /// <summary>电话.</summary>
    Telephone,

    /// <summary>意见箱、书信.</summary>
    Paper,
}

/// <summary>What a letter is (诉求类型).</summary>
public enum LetterKind
{
    /// <summary>咨询.</summary>
    Enquiry,

    /// <summary>求助.</summary>
    Help,

    /// <summary>投诉.</summary>
    Complaint,

    /// <summary>举报、控告.</summary>
    Accusation,

    /// <summary>意见建议.</summary>
    Suggestion,
}

/// <summary>Steps of handling a letter that count.</summary>
public enum LetterHandling
{
    /// <summary>告知收到（24 小时内）.</summary>
    Acknowledged,

    /// <summary>派单.</summary>
    Dispatched,

    /// <summary>签收.</summary>
    Accepted,

    /// <summary>退单.</summary>
    ReturnedToOffice,

    /// <summary>延期.</summary>
    Extended,

    /// <summary>催办.</summary>
    Urged,

    /// <summary>挂牌督促 by supervision.</summary>
    Supervised,

    /// <summary>回访.</summary>
    CalledBack,

    /// <summary>重办.</summary>
    Redone,
}

/// <summary>How a letter ended.</summary>
public enum LetterEnd
{
    /// <summary>办结.</summary>
    Closed,

    /// <summary>不予受理.</summary>
    NotAccepted,

    /// <summary>转为政府信息公开申请.</summary>
    BecameApplication,

    /// <summary>移交其他机关.</summary>
    Referred,

    /// <summary>合并（重复）.</summary>
    Merged,

    /// <summary>撤回.</summary>
    Withdrawn,
}
