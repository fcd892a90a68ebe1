using Disclosure.Kernel;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Replay;

namespace Disclosure.Rules.Answers;

/// <summary>What a candidate would change of recorded matters with a legal limit (规则变更试算).</summary>
/// <param name="Pack">Authority whose rules apply.</param>
/// <param name="AsOf">Day of the readings.</param>
/// <param name="Counted">Matters that were read.</param>
/// <param name="Differing">Those that differ in anything.</param>
/// <param name="OtherDue">Those of which the last day would be another.</param>
/// <param name="OtherOutcome">Those that would end, or stand, otherwise.</param>
/// <param name="Overdue">Those that would be late where they are not by the rules in force.</param>
/// <param name="Rows">Differing ones, in the order given; at most <see cref="MaxRows"/>.</param>
public sealed record ReplayAnswer(string Pack, DateOnly AsOf, int Counted, int Differing, int OtherDue, int OtherOutcome, int Overdue,
    IReadOnlyList<ReplayedClock> Rows)
{
    /// <summary>Rows told at most.</summary>
    public const int MaxRows = 1_000;

    /// <summary>Reads matters by two sets of rules.</summary>
    /// <param name="records">The matters.</param>
    /// <param name="before">The rules in force.</param>
    /// <param name="after">The candidate.</param>
    /// <param name="today">Day of the readings.</param>
    /// <returns>The answer; errors where a matter names a limit that neither has.</returns>
    public static Answer<ReplayAnswer> Create(IReadOnlyList<RecordedClock> records, ClockRules before, ClockRules after, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(records);
        var unknown = records.Select(record => record.Limit).Distinct(StringComparer.Ordinal)
            .Where(code => !Knows(before, code) && !Knows(after, code)).ToList();
        if (unknown.Count > 0)
            return Answer<ReplayAnswer>.No($"两套规则都没有可计算的期限：{string.Join("、", unknown.Take(10))}。");
        var (rows, differing, otherDue, otherOutcome, overdue) = (new List<ReplayedClock>(), 0, 0, 0, 0);
        foreach (var record in records)
        {
            if (ClockReplay.Between(record, before, after, today) is not { } difference) continue;
            differing++;
            if (difference.MovesDue) otherDue++;
            if (difference.ChangesOutcome) otherOutcome++;
            if (difference.Before is not { IsLate: true } && difference.After is { IsLate: true }) overdue++;
            if (rows.Count < MaxRows) rows.Add(new(record.Id, record.Limit, Show(difference.Before), Show(difference.After)));
        }

        return Answer<ReplayAnswer>.Of(new(before.Pack.Authority, today, records.Count, differing, otherDue, otherOutcome, overdue, rows));
    }

    private static bool Knows(ClockRules rules, string code) => rules.Pack.Limit(code) is { } limit && DeadlineClock.CanRead(limit);

    private static ReplayedReading? Show(ClockReading? reading) => reading is null ? null
        : new(reading.Due, reading.Statutory?.Due, reading.WithoutLateCorrection?.Due, reading.State, reading.Alarm, reading.EndedOn,
            reading.End, reading.OnTime,
            [.. reading.Errors.Select(error => error.Message)]);
}

/// <summary>A matter that would have gone otherwise.</summary>
/// <param name="Id">How whoever asked calls it.</param>
/// <param name="Limit">Code of its limit.</param>
/// <param name="Before">By the rules in force; null where they have no such limit.</param>
/// <param name="After">By the candidate; null where it has no such limit.</param>
public sealed record ReplayedClock(string Id, string Limit, ReplayedReading? Before, ReplayedReading? After);

/// <summary>What the clock shows of a matter, in short.</summary>
/// <param name="Due">Last day; null for none.</param>
/// <param name="StatutoryDue">Last day by national law where the authority is stricter; null for none.</param>
/// <param name="WithoutLateCorrectionDue">Last day where a late notice of correction does not begin the period anew (条例第三十条); null
/// for none.</param>
/// <param name="State">Light of the limit.</param>
/// <param name="Alarm">The strictest light.</param>
/// <param name="EndedOn">Day it ended; null while it runs.</param>
/// <param name="End">Why it ended; null while it runs.</param>
/// <param name="OnTime">Whether it ended in time; null while it runs.</param>
/// <param name="Errors">Facts that the rules do not allow.</param>
public sealed record ReplayedReading(DateOnly? Due, DateOnly? StatutoryDue, DateOnly? WithoutLateCorrectionDue, ClockState State,
    ClockState Alarm, DateOnly? EndedOn, ClockEnd? End, bool? OnTime, IReadOnlyList<string> Errors);
