namespace Disclosure.Rules.Packs;

/// <summary>What the amount of a limit counts.</summary>
public enum LimitUnit
{
    /// <summary>工作日; the day of the starting fact is not counted.</summary>
    WorkingDay,

    /// <summary>自然日.</summary>
    CalendarDay,

    /// <summary>月.</summary>
    Month,

    /// <summary>每月N日前: the amount is the day of the month.</summary>
    DayOfMonth,

    /// <summary>每年M月D日前: the amount is month × 100 + day, 131 for 31 January.</summary>
    MonthDay,

    /// <summary>每年N月: the amount is the month.</summary>
    MonthOfYear,

    /// <summary>每年N次: the amount is a number of times a year.</summary>
    TimesPerYear,

    /// <summary>第一时间、同时、当场: the day itself, whatever day it is; the amount is 0.</summary>
    Immediate,

    /// <summary>及时、随时、立即 of an office: the day itself or, where that is a day off, the first working day after it; the amount is
    /// 0.</summary>
    Prompt,

    /// <summary>限期: whoever orders it sets the day; the amount is 0.</summary>
    SetDate,

    /// <summary>会议召开前: ends when the event starts; the amount is 0.</summary>
    BeforeStart,
}

/// <summary>What a limit's span does to the clock of the reply (答复期限).</summary>
public enum LimitEffect
{
    /// <summary>The span is not counted (不计算在内).</summary>
    Pauses,

    /// <summary>The count starts anew when the span ends (重新起算).</summary>
    Resets,

    /// <summary>The span is added (延长).</summary>
    Extends,
}

/// <summary>What silence means when a consultation's limit ends.</summary>
public enum Silence
{
    /// <summary>逾期未提出意见的，由行政机关决定: the organ decides (article 32).</summary>
    OrganDecides,

    /// <summary>逾期未提出意见的，视为同意公开: consent (article 34).</summary>
    Consent,

    /// <summary>视为放弃: the application lapses (article 30, fee notice).</summary>
    Lapse,

    /// <summary>视为没有证据、依据: what an organ has not answered for in time stands without evidence (行政复议法第七十条).</summary>
    NoEvidence,
}

/// <summary>What becomes of a last day that is a day off (期限最后一日为休息日), for calendar days and months.</summary>
public enum LastDayOff
{
    /// <summary>It stays the last day: no rule that was read moves it.</summary>
    Stays,

    /// <summary>顺延: the first working day after it is the last day.</summary>
    Moves,
}

/// <summary>From which day on something is late.</summary>
public enum LateFrom
{
    /// <summary>超过N日的: the Nth day is still in time.</summary>
    Exceeded,

    /// <summary>延迟N日的、满N日的: on the Nth day it is late already.</summary>
    Reached,
}

/// <summary>A limit (期限).</summary>
/// <param name="Code">Dotted code, for instance <c>application.reply</c>; one per pack.</param>
/// <param name="Name">Name, Chinese.</param>
/// <param name="Amount">Amount in <paramref name="Unit"/>.</param>
/// <param name="Unit">What the amount counts.</param>
/// <param name="AmountMax">Upper end where the rule gives a range (5 to 7) or an alternative (15 or 30); null otherwise.</param>
/// <param name="Statutory">The national limit this one replaces, kept for the legal alarm; null where there is none.</param>
/// <param name="Citation">Its source.</param>
/// <param name="Effect">What it does to the reply clock; null when nothing.</param>
/// <param name="Silence">What silence at its end means; null where the law gives no meaning.</param>
/// <param name="Categories">Codes of <see cref="RulePack.SubmissionCategories"/> that fall under it; null where it does not depend on
/// one.</param>
/// <param name="LastDayOff">What becomes of a last day that is a day off.</param>
/// <param name="Late">From which day on it is late; its last day is the day before.</param>
public sealed record LimitRule(string Code, string Name, int Amount, LimitUnit Unit, int? AmountMax, StatutoryLimit? Statutory,
    Citation Citation, LimitEffect? Effect = null, Silence? Silence = null, IReadOnlyList<string>? Categories = null,
    LastDayOff LastDayOff = LastDayOff.Stays, LateFrom Late = LateFrom.Exceeded)
{
    /// <summary>Days that are still in time: the amount, or one less where the amount itself is late.</summary>
    /// <returns>The number, in <see cref="Unit"/>.</returns>
    public int DaysInTime() => Late == LateFrom.Reached ? Amount - 1 : Amount;
}

/// <summary>The limit that national law sets (法定期限) where an authority has its own.</summary>
/// <param name="Amount">Amount in <paramref name="Unit"/>.</param>
/// <param name="Unit">What the amount counts.</param>
/// <param name="Citation">Its source.</param>
/// <param name="LastDayOff">What becomes of a last day that is a day off.</param>
public sealed record StatutoryLimit(int Amount, LimitUnit Unit, Citation Citation, LastDayOff LastDayOff = LastDayOff.Stays);
