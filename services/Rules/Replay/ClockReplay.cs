using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Replay;

/// <summary>A recorded matter with a legal limit (有法定期限的事项), for instance an application.</summary>
/// <param name="Id">How whoever asks calls it.</param>
/// <param name="Limit">Code of its limit, for instance <c>application.reply</c>.</param>
/// <param name="Facts">Its facts, in order of days.</param>
public sealed record RecordedClock(string Id, string Limit, Fact[] Facts);

/// <summary>What a candidate would change of a recorded clock.</summary>
/// <param name="Id">The matter.</param>
/// <param name="Limit">Code of its limit.</param>
/// <param name="Before">Reading by the rules in force; null where they have no such limit.</param>
/// <param name="After">Reading by the candidate; null where it has no such limit.</param>
public sealed record ClockDifference(string Id, string Limit, ClockReading? Before, ClockReading? After)
{
    /// <summary>Whether the due day is another: the authority's own, the statutory one, or the one without a late notice of
    /// correction.</summary>
    public bool MovesDue => Before?.Due != After?.Due || Before?.Latest?.Due != After?.Latest?.Due
        || Before?.Statutory?.Due != After?.Statutory?.Due || Before?.WithoutLateCorrection?.Due != After?.WithoutLateCorrection?.Due;

    /// <summary>Whether it would end otherwise: in time or not, by another end, or with another light.</summary>
    public bool ChangesOutcome => Before?.OnTime != After?.OnTime || Before?.End != After?.End || Before?.EndedOn != After?.EndedOn
        || Before?.State != After?.State || Before?.Alarm != After?.Alarm || Before?.IsLate != After?.IsLate;

    /// <summary>Whether a fact would be unlawful, or lawful, that is not now.</summary>
    public bool ChangesLegality => !(Before?.Errors.Select(error => error.Kind) ?? [])
        .SequenceEqual(After?.Errors.Select(error => error.Kind) ?? []);
}

/// <summary>Rules that a clock is read by.</summary>
/// <param name="Pack">The authority's pack.</param>
/// <param name="Calendar">The authority's calendar.</param>
public readonly record struct ClockRules(RulePack Pack, WorkingCalendar Calendar);

/// <summary>规则变更试算 of legal limits: the same facts by two sets of rules.</summary>
public static class ClockReplay
{
    /// <summary>Compares a recorded clock by two sets of rules.</summary>
    /// <param name="record">The facts.</param>
    /// <param name="before">The rules in force.</param>
    /// <param name="after">The candidate.</param>
    /// <param name="today">Day of the readings.</param>
    /// <returns>What differs; null where nothing does.</returns>
    public static ClockDifference? Between(RecordedClock record, ClockRules before, ClockRules after, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(record);
        var difference = new ClockDifference(record.Id, record.Limit, Read(record, before, today), Read(record, after, today));
        return difference.MovesDue || difference.ChangesOutcome || difference.ChangesLegality ? difference : null;
    }

    private static ClockReading? Read(RecordedClock record, ClockRules rules, DateOnly today)
        => rules.Pack.Limit(record.Limit) is { } limit && DeadlineClock.CanRead(limit)
            ? new DeadlineClock(rules.Calendar, limit, ReplySpans.From(rules.Pack.Limits)).Read(record.Facts, today) : null;
}
