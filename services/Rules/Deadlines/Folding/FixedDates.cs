using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Folding;

/// <summary>The last day of a length that starts on a day, before pauses.</summary>
internal static class FixedDates
{
    /// <summary>The last day; null where no day is set, or where the amount or the day lies beyond what can be computed.</summary>
    public static DateOnly? Due(WorkingCalendar calendar, DateOnly start, int startDays, int amount, LimitUnit unit) => unit switch
    {
        LimitUnit.WorkingDay => WorkingDays.TryCreate(amount) is { } days ? calendar.TryAdd(start, days) : null,
        LimitUnit.CalendarDay => CalendarDays.TryCreate(amount) is { } days ? WorkingCalendar.TryAdd(start, days) : null,
        LimitUnit.Month => Months.TryCreate(amount) is { } months ? WorkingCalendar.TryAdd(start, months) : null,
        LimitUnit.DayOfMonth => Day(start.Year, start.Month, Math.Min(amount, DateTime.DaysInMonth(start.Year, start.Month))),

        // A yearly day is the day after the year reported on: the report of 2025 is due on 31 January 2026.
        LimitUnit.MonthDay => Day(start.Year + 1, amount / 100, amount % 100),
        LimitUnit.MonthOfYear => LastOfMonth(start.Month <= amount ? start.Year : start.Year + 1, amount),
        LimitUnit.TimesPerYear => Day(start.Year, 12, 31),
        LimitUnit.SetDate => startDays > 0 && WorkingDays.TryCreate(startDays) is { } days ? calendar.TryAdd(start, days) : null,
        LimitUnit.Prompt => calendar.Works(start) ? start : calendar.TryAdd(start, new WorkingDays(1)),
        LimitUnit.Immediate or LimitUnit.BeforeStart => start,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };

    /// <summary>Whether a unit's days depend on the working calendar.</summary>
    public static bool CountsWorkingDays(LimitUnit unit) => unit is LimitUnit.WorkingDay or LimitUnit.SetDate or LimitUnit.Prompt;

    /// <summary>Whether a unit is a length from the day after the start, not a day of the year or the start itself.</summary>
    public static bool CountsDays(LimitUnit unit)
        => unit is LimitUnit.WorkingDay or LimitUnit.CalendarDay or LimitUnit.Month or LimitUnit.SetDate;

    /// <summary>Whether the last day may be a day off: a day found by the calendar alone. What is due on the day itself is so on any
    /// day.</summary>
    public static bool MayEndOnDayOff(LimitUnit unit)
        => !CountsWorkingDays(unit) && unit is not (LimitUnit.Immediate or LimitUnit.BeforeStart);

    /// <summary>Whether days can be added to it (延长).</summary>
    public static bool CanBeLengthened(LimitUnit unit) => unit is LimitUnit.WorkingDay or LimitUnit.CalendarDay;

    /// <summary>A number of a limit's days, Chinese.</summary>
    public static string Told(int days, LimitUnit unit) => unit == LimitUnit.CalendarDay ? $"{days} 日" : $"{days} 个工作日";

    /// <summary>Whether an explanation tells the days between the start and the last day.</summary>
    public static bool TellsDays(LimitUnit unit) => CountsDays(unit) || unit == LimitUnit.Prompt;

    private static DateOnly? LastOfMonth(int year, int month)
        => month is >= 1 and <= 12 ? Day(year, month, DateTime.DaysInMonth(year, month)) : null;

    private static DateOnly? Day(int year, int month, int day)
        => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
