using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines;

/// <summary>Last days that are not counted in working days.</summary>
internal static class FixedDates
{
    public static DateOnly? Due(WorkingCalendar calendar, DateOnly start, int startDays, int amount, LimitUnit unit) => unit switch
    {
        LimitUnit.WorkingDay => calendar.AddWorkingDays(start, amount),
        LimitUnit.CalendarDay => start.AddDays(amount),
        LimitUnit.Month => start.AddMonths(amount),
        LimitUnit.DayOfMonth => new DateOnly(start.Year, start.Month, Math.Min(amount, DateTime.DaysInMonth(start.Year, start.Month))),

        // A yearly day is the day after the year reported on: the report of 2025 is due on 31 January 2026.
        LimitUnit.MonthDay => new DateOnly(start.Year + 1, amount / 100, amount % 100),
        LimitUnit.MonthOfYear => LastOfMonth(start.Month <= amount ? start.Year : start.Year + 1, amount),
        LimitUnit.TimesPerYear => new DateOnly(start.Year, 12, 31),
        LimitUnit.SetDate => startDays > 0 ? calendar.AddWorkingDays(start, Math.Min(startDays, CaseFold.MaxDays)) : null,
        LimitUnit.Immediate or LimitUnit.BeforeStart => start,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };

    private static DateOnly LastOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
