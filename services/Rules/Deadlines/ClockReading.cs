using Disclosure.Kernel;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines;

/// <summary>Why a limit ended.</summary>
public enum ClockEnd
{
    /// <summary>办结.</summary>
    Completed,

    /// <summary>申请人撤回.</summary>
    Withdrawn,

    /// <summary>不能当场答复: the duty to answer on the spot did not arise, the other limits go on.</summary>
    Deferred,

    /// <summary>逾期不补正，视为放弃 (条例第三十条).</summary>
    CorrectionLapsed,

    /// <summary>逾期未缴费，视为放弃 (国办函〔2020〕109号).</summary>
    FeeLapsed,

    /// <summary>逾期未提出意见，由行政机关决定 (条例第三十二条).</summary>
    OrganDecides,

    /// <summary>逾期未提出意见，视为同意 (条例第三十四条).</summary>
    Consent,
}

/// <summary>Why the clock stood still.</summary>
public enum PauseKind
{
    /// <summary>等待补正.</summary>
    Correction,

    /// <summary>征求第三方意见.</summary>
    ThirdParty,

    /// <summary>征求其他机关意见.</summary>
    Organ,

    /// <summary>等待缴费.</summary>
    Fee,

    /// <summary>特殊原因不能公开.</summary>
    Obstacle,
}

/// <summary>How a pause ended.</summary>
public enum PauseOutcome
{
    /// <summary>尚未结束.</summary>
    Open,

    /// <summary>已答复、已补正、已缴费、原因已消除.</summary>
    Answered,

    /// <summary>逾期未答复，由行政机关决定.</summary>
    OrganDecides,

    /// <summary>逾期未答复，视为同意.</summary>
    Consent,

    /// <summary>逾期，视为放弃.</summary>
    Lapsed,
}

/// <summary>A span in which the clock stands still.</summary>
/// <param name="Kind">Why.</param>
/// <param name="From">Day it began; that day still counts, unless it was the last day and a consultation was sent on it.</param>
/// <param name="Until">Last day not counted, known or latest possible; null when nothing bounds it.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="WorkingDays">Working days not counted; 0 when <paramref name="Until"/> is unknown.</param>
/// <param name="With">Who is consulted, when named.</param>
public readonly record struct Pause(PauseKind Kind, DateOnly From, DateOnly? Until, PauseOutcome Outcome, int WorkingDays, string? With);

/// <summary>One limit tracked: the authority's own or the statutory one.</summary>
/// <param name="Amount">Amount in <paramref name="Unit"/>.</param>
/// <param name="Unit">What the amount counts.</param>
/// <param name="Due">Last day; null while nothing bounds the open pause.</param>
/// <param name="Provisional">True when the day depends on a notice not yet published.</param>
/// <param name="State">Light.</param>
/// <param name="Remaining">Days left, of the limit's own kind (months count calendar days); negative when overdue; null when ended or
/// unknown.</param>
/// <param name="OnTime">Whether it ended by its last day; false where silence ended it; null while it runs.</param>
/// <param name="Citation">Its source.</param>
/// <param name="DayOff">What kind of day off the last day is, which no rule read moves; null where it is a working day as far as the loaded
/// notices tell, where it moved to one, and where it is the day itself whatever day that is.</param>
public sealed record ClockTrack(int Amount, LimitUnit Unit, DateOnly? Due, bool Provisional, ClockState State, int? Remaining, bool? OnTime,
    Citation Citation, DayOff? DayOff);

/// <summary>What the clock shows.</summary>
/// <param name="Limit">Code of the limit.</param>
/// <param name="AsOf">Day of the reading.</param>
/// <param name="Start">Day the current count starts from (not counted); null before anything started.</param>
/// <param name="Local">The limit of the pack.</param>
/// <param name="Latest">The upper end where the rule gives a range (5 to 7) or an alternative (15 or 30); null otherwise.</param>
/// <param name="Statutory">The statutory limit that a stricter local one replaced; null where there is none or they are the same.</param>
/// <param name="WithoutLateCorrection">The legal period as it runs where a notice of correction after the 7 working days of article 30 does
/// not begin it anew (条例第三十条): the alarm beside the period that began anew. Pauses and extensions within it count for it. Null where
/// every notice was in time, and where it would end no earlier.</param>
/// <param name="Extension">Days of extension in force, of the limit's own kind.</param>
/// <param name="Delay">Working days by which the reply is delayed beyond that (条例第三十五条).</param>
/// <param name="EndedOn">Day it ended; null while it runs.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Pauses">Pauses in order.</param>
/// <param name="Errors">Illegal facts, in order; the reading passes over them.</param>
/// <param name="Warnings">Lawful but late acts, Chinese.</param>
public sealed record ClockReading(string Limit, DateOnly AsOf, DateOnly? Start, ClockTrack Local, ClockTrack? Latest,
    ClockTrack? Statutory, ClockTrack? WithoutLateCorrection, int Extension, int Delay, DateOnly? EndedOn, ClockEnd? End,
    IReadOnlyList<Pause> Pauses, IReadOnlyList<ClockError> Errors, IReadOnlyList<string> Warnings)
{
    /// <summary>Last day of the pack's limit.</summary>
    public DateOnly? Due => Local.Due;

    /// <summary>Whether it ended in time: by the upper end where the rule gives a range; null while it runs.</summary>
    public bool? OnTime => (Latest ?? Local).OnTime;

    /// <summary>Light of the pack's limit; within a range it is red, not overdue, until the upper end has passed.</summary>
    public ClockState State => Local.State == ClockState.Overdue && Latest is { State: not ClockState.Overdue } ? ClockState.Red
        : Local.State;

    /// <summary>The light to show (警示): the strictest of the pack's limit, the statutory one and the one without a late notice of
    /// correction.</summary>
    public ClockState Alarm => ClockLight.Strictest(State, Statutory?.State, WithoutLateCorrection?.State);

    /// <summary>Whether it is late by any of them: ended after its last day, or still open after it.</summary>
    public bool IsLate => OnTime == false || Statutory?.OnTime == false || WithoutLateCorrection?.OnTime == false
        || Alarm == ClockState.Overdue;
}
