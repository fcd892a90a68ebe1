using System.Runtime.InteropServices;
using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines.Explaining;
using Disclosure.Rules.Deadlines.Folding;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines;

/// <summary>A reading together with its explanation.</summary>
/// <param name="Reading">What the clock shows.</param>
/// <param name="Lines">Every day or span counted or skipped, why, and under which article.</param>
public sealed record ExplainedReading(ClockReading Reading, IReadOnlyList<ExplanationLine> Lines);

/// <summary>
/// The deadline clock (期限计算): a pure fold over dated facts. The same facts, calendar and day always give the same reading.
/// </summary>
public sealed partial class DeadlineClock
{
    private readonly WorkingCalendar calendar;
    private readonly LimitRule limit;
    private readonly ReplySpans spans;
    private readonly LimitBehaviour behaviour;

    /// <summary>Makes a clock.</summary>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="limit">The limit to compute; see <see cref="CanRead"/>.</param>
    /// <param name="spans">Lengths of the spans inside a reply period; null for the national ones.</param>
    /// <exception cref="ArgumentException">The limit only lengthens another one.</exception>
    public DeadlineClock(WorkingCalendar calendar, LimitRule limit, ReplySpans? spans = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(limit);
        if (!CanRead(limit)) throw new ArgumentException($"{limit.Code} lengthens another limit and has no clock of its own.",
            nameof(limit));
        (this.calendar, this.limit, this.spans, behaviour) = (calendar, limit, spans ?? ReplySpans.National, LimitBehaviour.Of(limit.Code));
    }

    /// <summary>Whether a limit has a clock of its own: an extension (延长) is only added to the reply period.</summary>
    /// <param name="limit">The limit.</param>
    /// <returns>False for an extension.</returns>
    public static bool CanRead(LimitRule limit) => limit?.Effect != LimitEffect.Extends;

    /// <summary>Reads the clock without an explanation.</summary>
    /// <param name="facts">Facts in order of days.</param>
    /// <param name="today">Day of the reading; a later last fact moves it to its own day.</param>
    /// <returns>The reading; illegal facts are listed in it and passed over.</returns>
    public ClockReading Read(ReadOnlySpan<Fact> facts, DateOnly today) => Read(Fold(facts, ref today, null), facts, today);

    /// <summary>Reads the clock and explains every day.</summary>
    /// <param name="facts">Facts in order of days.</param>
    /// <param name="today">Day of the reading; a later last fact moves it to its own day.</param>
    /// <returns>The reading and its lines.</returns>
    public ExplainedReading Explain(ReadOnlySpan<Fact> facts, DateOnly today)
    {
        var events = new List<FoldEvent>(facts.Length + 1);
        var fold = Fold(facts, ref today, events);
        var reading = Read(fold, facts, today);
        return new ExplainedReading(reading, new Explainer(this.calendar, this.limit, fold, reading).Explain(events));
    }

    private CaseFold Fold(ReadOnlySpan<Fact> facts, ref DateOnly today, List<FoldEvent>? events)
    {
        var fold = new CaseFold(this.calendar, this.limit, this.spans, behaviour, events);
        for (var index = 0; index < facts.Length; index++)
        {
            fold.Apply(facts[index], index);
            if (facts[index].On > today && facts[index].On <= CaseFold.LastFact) today = facts[index].On;
        }

        fold.Complete();
        fold.Settle(today);
        return fold;
    }

    private ClockReading Read(CaseFold fold, ReadOnlySpan<Fact> facts, DateOnly today)
    {
        var local = Track(fold, today, Length.Of(this.limit), this.limit.Citation, local: true);
        var latest = this.limit.AmountMax is null ? null
            : Track(fold, today, Length.LatestOf(this.limit), this.limit.Citation, local: true);
        var statutory = Stricter(this.limit) is { } law ? Track(fold, today, Length.Of(law), law.Citation, local: false) : null;
        var without = WithoutLateCorrection(fold, facts, today);
        return new ClockReading(this.limit.Code, today, fold.Start, local, latest, statutory, without, fold.Extension, fold.Delay,
            fold.EndedOn, fold.End, fold.Pauses ?? (IReadOnlyList<Pause>)[], fold.Errors, Warnings(fold, facts, without));
    }

    private static StatutoryLimit? Stricter(LimitRule limit)
        => limit.Statutory is { } law && Length.Of(law) != Length.LatestOf(limit) ? law : null;

    private ClockTrack Track(CaseFold fold, DateOnly today, in Length length, Citation citation, bool local)
    {
        var due = local ? fold.Local(length) : fold.Due(length);
        var provisional = IsProvisional(fold, length, due);
        var dayOff = due is { } end && FixedDates.MayEndOnDayOff(length.Unit) ? DayOff.Of(this.calendar, end) : null;
        if (fold.Status == FoldStatus.Ended)
        {
            return new(length.Amount, length.Unit, due, provisional, ClockState.Ended, null, InTime(fold, due), citation, dayOff);
        }

        var remaining = due is { } last ? Remaining(fold, today, last, length.Unit) : (int?)null;
        return new(length.Amount, length.Unit, due, provisional, State(fold, today, length, due, remaining, local), remaining, null,
            citation, dayOff);
    }

    // Only working days depend on notices, and a last day that moves if it is a day off; any other fixed day does not move.
    private bool IsProvisional(CaseFold fold, in Length length, DateOnly? due)
    {
        if (due is not { } last) return false;
        if (FixedDates.CountsWorkingDays(length.Unit)) return this.calendar.IsProvisional(fold.Start!.Value, last);
        return length.LastDayOff == LastDayOff.Moves && fold.Due(length with { LastDayOff = LastDayOff.Stays }) is { } unmoved
            && this.calendar.IsProvisional(unmoved, last);
    }

    private static bool InTime(CaseFold fold, DateOnly? due)
        => fold.End == ClockEnd.Deferred || (!fold.Silent && (due is null || fold.EndedOn <= due));

    private int Remaining(CaseFold fold, DateOnly today, DateOnly due, LimitUnit unit)
    {
        if (!FixedDates.CountsWorkingDays(unit)) return due.DayNumber - today.DayNumber;
        return this.calendar.Count(today, due) - (due > today ? fold.ExcludedDays(today, due) : 0);
    }

    private static ClockState State(CaseFold fold, DateOnly today, in Length length, DateOnly? due, int? remaining, bool local)
    {
        if (fold.Waiting || (local && fold.Blocked)) return ClockState.Paused;
        if (due is not { } last) return ClockState.Green;
        if (today > last) return ClockState.Overdue;
        foreach (ref readonly var pause in CollectionsMarshal.AsSpan(fold.Pauses))
        {
            if (fold.Excludes(pause.Kind) && pause.Outcome == PauseOutcome.Open && pause.Until >= today) return ClockState.Paused;
        }

        var days = length.Unit switch
        {
            LimitUnit.WorkingDay => length.Amount + fold.Extension + fold.Delay,
            LimitUnit.SetDate => fold.StartDays,
            _ => last.DayNumber - fold.Start!.Value.DayNumber,
        };
        return ClockLight.Of(remaining!.Value, days);
    }
}
