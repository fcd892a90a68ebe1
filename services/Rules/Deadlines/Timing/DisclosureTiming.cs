using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Timing;

/// <summary>Reads when matters of a timing class (公开时间) have to be public. Pure: the same matter, pack, calendar and day give the same
/// reading.</summary>
/// <param name="calendar">The working calendar.</param>
/// <param name="pack">The authority's pack.</param>
public sealed class DisclosureTiming(WorkingCalendar calendar, RulePack pack)
{
    /// <summary>Reads a matter.</summary>
    /// <param name="code">Code of a timing class of the pack.</param>
    /// <param name="matter">The matter.</param>
    /// <param name="today">Day of the reading, Asia/Shanghai.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentException">The pack has no such class.</exception>
    public TimingReading Read(string code, TimedMatter matter, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var timing = pack.Timings.FirstOrDefault(known => known.Code == code)
            ?? throw new ArgumentException($"No timing class '{code}' in {pack.Authority}.", nameof(code));
        return timing.Kind == TimingKind.Periodic ? Recurring(timing, matter, today) : Once(timing, matter, today);
    }

    private TimingReading Once(TimingClass timing, TimedMatter matter, DateOnly today)
    {
        var warnings = new List<string>();
        var (due, provisional) = timing.Kind switch
        {
            TimingKind.Suitable => Suitable(timing, matter, warnings),
            // 随时 names no day: it forbids to wait for a period, and nothing is late before the limit of every publication is.
            TimingKind.Permanent or TimingKind.AnyTime => Of(pack.Limit(LimitCodes.Publication)!, matter.Formed),
            _ => Of(timing.Limit is { } limit ? pack.Limit(limit)!
                : new LimitRule("timing." + timing.Code, timing.Name, 0, LimitUnit.Prompt, null, null, timing.Citation), matter.Formed),
        };
        var published = matter.Published.Where(day => day <= today).Order().Select(day => (DateOnly?)day).FirstOrDefault();
        return new(timing.Code, timing.Kind, due, provisional, published is null ? Light(matter.Formed, due, today) : ClockState.Ended,
            published is null ? null : published <= due,
            Expiry(timing, matter, warnings), [], warnings);
    }

    private TimingReading Recurring(TimingClass timing, TimedMatter matter, DateOnly today)
    {
        var warnings = new List<string>();
        var duty = PeriodicDuty.Of(timing.Recurrence!.Period)!;
        var occurrences = duty.Occurrences(matter.Formed, matter.Published, today < matter.Formed ? matter.Formed : today);
        var current = occurrences[^1];
        var missed = occurrences.Any(occurrence => occurrence.State == OccurrenceState.Missed);

        // A period that is over cannot be made up for, so its alarm lasts until disclosure is taken up again.
        var state = current.State != OccurrenceState.Open ? ClockState.Ended
            : occurrences.Count > 1 && occurrences[^2].State == OccurrenceState.Missed ? ClockState.Overdue
            : Light(current.First, current.Due, today);
        return new(timing.Code, timing.Kind, current.Due, false, state, missed ? false : current.DoneOn is null ? null : true,
            Expiry(timing, matter, warnings), occurrences, warnings);
    }

    // 适时: whoever decides chooses the day, but choosing cannot put the matter off beyond the limit of every publication.
    private (DateOnly Due, bool Provisional) Suitable(TimingClass timing, TimedMatter matter, List<string> warnings)
    {
        var limit = pack.Limit(LimitCodes.Publication)!;
        var (last, provisional) = Of(limit, matter.Formed);
        if (matter.Planned is not { } planned) return (last, provisional);
        if (planned <= last) return (planned < matter.Formed ? matter.Formed : planned, false);
        warnings.Add($"“{timing.Name}”拟于 {planned:yyyy-MM-dd} 公开，晚于“{limit.Name}”届满的 {last:yyyy-MM-dd}，"
            + $"以后者为准（{limit.Citation.Source}{limit.Citation.Article}）。");
        return (last, provisional);
    }

    private static DateOnly? Expiry(TimingClass timing, TimedMatter matter, List<string> warnings)
    {
        if (timing.Kind != TimingKind.Permanent || matter.ExpiresOn is not { } expiry) return matter.ExpiresOn;
        warnings.Add($"“{timing.Name}”长期公开，不因 {expiry:yyyy-MM-dd} 到期而撤下（{timing.Citation.Source}{timing.Citation.Article}）。");
        return null;
    }

    private (DateOnly Due, bool Provisional) Of(LimitRule limit, DateOnly formed)
    {
        var track = new DeadlineClock(calendar, limit).Read([new Fact(FactKind.Formed, formed)], formed).Local;
        return (track.Due!.Value, track.Provisional);
    }

    private ClockState Light(DateOnly from, DateOnly due, DateOnly today)
        => today > due ? ClockState.Overdue : ClockLight.Of(calendar.Count(today, due), Math.Max(0, calendar.Count(from, due)));
}
