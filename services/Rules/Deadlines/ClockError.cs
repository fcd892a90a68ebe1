namespace Disclosure.Rules.Deadlines;

/// <summary>Facts that cannot have happened lawfully or in this order.</summary>
public enum ClockErrorKind
{
    /// <summary>没有起算的事实.</summary>
    NotStarted,

    /// <summary>事实未按日期先后排列.</summary>
    OutOfOrder,

    /// <summary>起算的事实重复.</summary>
    StartedTwice,

    /// <summary>办结之后还有事实.</summary>
    AfterEnd,

    /// <summary>补正只能一次性告知.</summary>
    SecondCorrection,

    /// <summary>未要求补正而收到补正.</summary>
    CorrectionNotRequested,

    /// <summary>补正期限届满后收到补正.</summary>
    CorrectionAfterLapse,

    /// <summary>未征求意见而收到答复.</summary>
    AnsweredBeforeSent,

    /// <summary>同一对象的征求意见尚未结束.</summary>
    AlreadyConsulted,

    /// <summary>答复期限届满后才征求意见.</summary>
    ConsultationAfterExpiry,

    /// <summary>延长须在期限届满前决定.</summary>
    ExtensionAfterExpiry,

    /// <summary>延长超过上限.</summary>
    ExtensionTooLong,

    /// <summary>天数缺失或不合理.</summary>
    BadDays,

    /// <summary>只能延长一次.</summary>
    SecondExtension,

    /// <summary>期限未在计算中.</summary>
    NotRunning,

    /// <summary>收费通知须在处理期限内发出.</summary>
    FeeNoticeAfterExpiry,

    /// <summary>重复发出收费通知.</summary>
    SecondFeeNotice,

    /// <summary>未通知收费而缴费.</summary>
    PaidBeforeNotified,

    /// <summary>逾期缴费.</summary>
    PaidAfterLapse,

    /// <summary>未记载原因而消除.</summary>
    UnblockedBeforeBlocked,

    /// <summary>日期超出可计算范围.</summary>
    OutOfRange,

    /// <summary>期限届满后才要求补正，期限不重新计算.</summary>
    CorrectionAfterExpiry,

    /// <summary>期限届满后才发生不能公开的特殊原因.</summary>
    ObstacleAfterExpiry,

    /// <summary>延迟答复的合理期限须在期限届满前确定.</summary>
    DelayAfterExpiry,

    /// <summary>延迟答复的合理期限只确定一次.</summary>
    SecondDelay,
}

/// <summary>One illegal fact; the fold goes on without it, so that all are reported.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Index">Index of the fact from 0; −1 when the whole list is meant.</param>
/// <param name="Message">What happened and what the rule is, Chinese.</param>
/// <param name="Article">Its source.</param>
public sealed record ClockError(ClockErrorKind Kind, int Index, string Message, string Article);
