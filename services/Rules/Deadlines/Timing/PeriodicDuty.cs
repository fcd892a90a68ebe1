using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Timing;

/// <summary>
/// A duty that comes back with every period (定期公开、每月报送、每年备案): yields its occurrences with due days and tells which were missed. Pure.
/// </summary>
/// <remarks>What is done counts for the period in which it is done; it never makes up for a period that is over.</remarks>
public sealed class PeriodicDuty
{
    private const int MonthsOfYear = 12;

    private readonly int months;
    private readonly int times;
    private readonly Func<DateOnly, DateOnly, DateOnly> due;

    private PeriodicDuty(int months, int times, Func<DateOnly, DateOnly, DateOnly> due)
        => (this.months, this.times, this.due) = (months, times, due);

    /// <summary>A duty that is due by the end of each period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The duty; null for <see cref="Cycle.Regularly"/> and <see cref="Cycle.AtOnce"/>, which name no period.</returns>
    public static PeriodicDuty? Of(Cycle period) => Months(period) is { } months ? new(months, 1, (_, last) => last) : null;

    /// <summary>A duty that a limit of the calendar sets: a day of each month, a day or month of each year, a number of times a
    /// year.</summary>
    /// <param name="limit">The limit.</param>
    /// <returns>The duty; null for a limit that runs from a fact.</returns>
    public static PeriodicDuty? Of(LimitRule limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return limit.Unit switch
        {
            LimitUnit.DayOfMonth => new(1, 1, (first, last) => new(first.Year, first.Month, Math.Min(limit.Amount, last.Day))),
            LimitUnit.MonthDay => new(MonthsOfYear, 1, (first, _) => new(first.Year, limit.Amount / 100, limit.Amount % 100)),
            LimitUnit.MonthOfYear
            => new(MonthsOfYear, 1, (first, _) => new(first.Year, limit.Amount, DateTime.DaysInMonth(first.Year, limit.Amount))),
            LimitUnit.TimesPerYear => new(MonthsOfYear, limit.Amount, (_, last) => last),
            _ => null,
        };
    }

    /// <summary>The occurrences from a day on to the period of today.</summary>
    /// <param name="since">Day the duty began; an occurrence that was due before is not owed.</param>
    /// <param name="done">Days on which it was done, in any order.</param>
    /// <param name="today">Day of the reading, Asia/Shanghai.</param>
    /// <returns>The occurrences in order; empty where the duty begins after today.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A day outside the calendar (<see cref="WorkingCalendar.Supports"/>).</exception>
    public IReadOnlyList<Occurrence> Occurrences(DateOnly since, IEnumerable<DateOnly> done, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(done);
        if (!WorkingCalendar.Supports(since)) throw new ArgumentOutOfRangeException(nameof(since), since, null);
        if (!WorkingCalendar.Supports(today)) throw new ArgumentOutOfRangeException(nameof(today), today, null);
        var deeds = done.Where(day => day >= since && day <= today).Order().ToList();
        var occurrences = new List<Occurrence>();
        for (var first = Begin(since); first <= today; first = first.AddMonths(this.months))
        {
            var last = first.AddMonths(this.months).AddDays(-1);
            var due = this.due(first, last);
            if (due >= since) occurrences.Add(Of(first, last, due, deeds, today));
        }

        return occurrences;
    }

    private Occurrence Of(DateOnly first, DateOnly last, DateOnly due, List<DateOnly> deeds, DateOnly today)
    {
        var within = deeds.Where(day => day >= first && day <= last).Skip(this.times - 1).ToList();
        if (within.Count > 0) return new(first, last, due, within[0], within[0] <= due ? OccurrenceState.Done : OccurrenceState.DoneLate);
        return new(first, last, due, null, today > due ? OccurrenceState.Missed : OccurrenceState.Open);
    }

    // Periods are those of the calendar year: a quarter begins in January, April, July and October.
    private DateOnly Begin(DateOnly day) => new(day.Year, ((day.Month - 1) / this.months * this.months) + 1, 1);

    private static int? Months(Cycle period) => period switch
    {
        Cycle.Month => 1,
        Cycle.Quarter => 3,
        Cycle.HalfYear => 6,
        Cycle.Year => MonthsOfYear,
        _ => null,
    };
}
