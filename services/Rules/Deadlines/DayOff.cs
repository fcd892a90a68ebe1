using Disclosure.Rules.Calendar;

namespace Disclosure.Rules.Deadlines;

/// <summary>A last day that is a day off (期限最后一日为休息日) and stays the last day.</summary>
/// <param name="Kind">Why it is one: weekend or holiday.</param>
/// <param name="Name">Name of the holiday (节日名称); null on a weekend.</param>
/// <param name="NextWorkingDay">First working day after it, which is not the last day; null beyond the calendar.</param>
/// <param name="Provisional">True when a notice not yet loaded may still change it.</param>
public readonly record struct DayOff(DayKind Kind, string? Name, DateOnly? NextWorkingDay, bool Provisional)
{
    /// <summary>Looks at a day.</summary>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="day">The last day.</param>
    /// <returns>What kind of day off it is; null on a working day.</returns>
    internal static DayOff? Of(WorkingCalendar calendar, DateOnly day)
    {
        var status = calendar.IsWorkingDay(day);
        if (status.IsWorkingDay) return null;
        var next = calendar.TryAdd(day, new WorkingDays(1));
        return new(status.Kind, status.Name, next, calendar.IsProvisional(day, next ?? WorkingCalendar.MaxDate));
    }
}
