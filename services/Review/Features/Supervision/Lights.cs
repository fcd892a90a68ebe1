using Disclosure.Rules.Calendar;

namespace Disclosure.Review.Features;

/// <summary>Traffic lights of due days (红黄绿灯), by working days left.</summary>
internal static class Lights
{
    public static string? Of(DateOnly? due, DateOnly today) => due is not { } day ? null
        : day < today ? "overdue"
        : WorkingCalendar.Embedded.CountWorkingDays(today, day).Days switch
        {
            0 => "red",
            1 => "amber",
            _ => "green",
        };
}
