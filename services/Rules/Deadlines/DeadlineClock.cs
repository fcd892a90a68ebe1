using System.Runtime.InteropServices;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines;

/// <summary>A reading together with its explanation.</summary>
/// <param name="Reading">What the clock shows.</param>
/// <param name="Lines">Every day or span counted or skipped, why, and under which article.</param>
public sealed record ExplainedReading(ClockReading Reading, IReadOnlyList<ExplanationLine> Lines);

/// <summary>
/// The deadline clock (期限计算): a pure fold over dated facts. The same facts, calendar and day always give the same reading.
/// </summary>
/// <param name="calendar">The working calendar.</param>
/// <param name="limit">The limit to compute.</param>
/// <param name="spans">Lengths of the spans inside a reply period; null for the national ones.</param>
public sealed class DeadlineClock(WorkingCalendar calendar, LimitRule limit, ReplySpans? spans = null)
{
    private readonly ReplySpans _spans = spans ?? ReplySpans.National;
    private readonly LimitBehaviour _behaviour = LimitBehaviour.Of(limit.Code);

    /// <summary>Reads the clock without an explanation.</summary>
    /// <param name="facts">Facts in order of days.</param>
    /// <param name="today">Day of the reading; a later last fact moves it to its own day.</param>
    /// <returns>The reading; illegal facts are listed in it and passed over.</returns>
    public ClockReading Read(ReadOnlySpan<Fact> facts, DateOnly today) => Read(Fold(facts, ref today, null), today);

    /// <summary>Reads the clock and explains every day.</summary>
    /// <param name="facts">Facts in order of days.</param>
    /// <param name="today">Day of the reading; a later last fact moves it to its own day.</param>
    /// <returns>The reading and its lines.</returns>
    public ExplainedReading Explain(ReadOnlySpan<Fact> facts, DateOnly today)
    {
        var events = new List<FoldEvent>(facts.Length + 1);
        var fold = Fold(facts, ref today, events);
        var reading = Read(fold, today);
        return new ExplainedReading(reading, Explainer.Explain(calendar, limit, fold, reading, events));
    }

    private CaseFold Fold(ReadOnlySpan<Fact> facts, ref DateOnly today, List<FoldEvent>? events)
    {
        var fold = new CaseFold(calendar, limit, _spans, _behaviour, events);
        for (var index = 0; index < facts.Length; index++)
        {
            fold.Apply(facts[index], index);
            if (facts[index].On > today && facts[index].On <= CaseFold.LastFact) today = facts[index].On;
        }

        fold.Complete();
        fold.Settle(today);
        return fold;
    }

    private ClockReading Read(CaseFold fold, DateOnly today)
    {
        var local = Track(fold, today, limit.Amount, limit.Unit, limit.Citation, local: true);
        var latest = limit.AmountMax is { } max ? Track(fold, today, max, limit.Unit, limit.Citation, local: true) : null;
        var statutory = limit.Statutory is { } law ? Track(fold, today, law.Amount, law.Unit, law.Citation, local: false) : null;
        var (endedOn, end) = (fold.EndedOn, fold.End);
        if (end is null && _behaviour.Has(ClockTraits.SilenceEnds) && local.Due is { } due && today > due)
        {
            (endedOn, end) = (due, SilenceAt());
            local = local with { State = ClockState.Ended, Remaining = null };
        }

        return new ClockReading(limit.Code, today, fold.Start, local, latest, statutory, fold.Extension, endedOn, end,
            fold.Pauses ?? (IReadOnlyList<Pause>)[], fold.Errors, fold.Warnings);
    }

    private ClockEnd SilenceAt() => limit.Silence switch
    {
        Silence.Consent => ClockEnd.Consent,
        Silence.Lapse => ClockEnd.FeeLapsed,
        Silence.OrganDecides => ClockEnd.OrganDecides,
        _ => _behaviour.Has(ClockTraits.Organ) ? ClockEnd.Consent
            : _behaviour.Has(ClockTraits.ThirdParty) ? ClockEnd.OrganDecides : ClockEnd.FeeLapsed,
    };

    private ClockTrack Track(CaseFold fold, DateOnly today, int amount, LimitUnit unit, Citation citation, bool local)
    {
        var due = fold.Due(amount, unit);
        if (local && fold.Blocked && fold.Status == FoldStatus.Running) due = null;
        else if (local && fold.UnblockedOn > due) due = fold.UnblockedOn;

        // Only working days depend on notices; a fixed day does not move.
        var provisional = unit == LimitUnit.WorkingDay && due is { } day && calendar.IsProvisional(fold.Start!.Value, day);
        if (fold.Status == FoldStatus.Ended)
        {
            return new(amount, unit, due, provisional, ClockState.Ended, null, due is null || fold.EndedOn <= due, citation);
        }

        var remaining = due is { } last ? Remaining(fold, today, last, unit) : (int?)null;
        return new(amount, unit, due, provisional, State(fold, today, amount, unit, due, remaining, local), remaining, null, citation);
    }

    private int Remaining(CaseFold fold, DateOnly today, DateOnly due, LimitUnit unit)
    {
        if (unit != LimitUnit.WorkingDay) return due.DayNumber - today.DayNumber;
        return calendar.Count(today, due) - (due > today ? fold.ExcludedDays(today, due) : 0);
    }

    private static ClockState State(CaseFold fold, DateOnly today, int amount, LimitUnit unit, DateOnly? due, int? remaining, bool local)
    {
        if (fold.Waiting || (local && fold.Blocked)) return ClockState.Paused;
        if (due is not { } last) return ClockState.Green;
        if (today > last) return ClockState.Overdue;
        foreach (ref readonly var pause in CollectionsMarshal.AsSpan(fold.Pauses))
        {
            if (CaseFold.Excludes(pause) && pause.Outcome == PauseOutcome.Open && pause.Until >= today) return ClockState.Paused;
        }

        var length = unit == LimitUnit.WorkingDay ? amount + fold.Extension : last.DayNumber - fold.Start!.Value.DayNumber;
        if (remaining <= (length + 9) / 10) return ClockState.Red;
        return remaining <= (length + 3) / 4 ? ClockState.Amber : ClockState.Green;
    }
}
