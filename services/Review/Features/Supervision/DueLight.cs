using Disclosure.Kernel;
using Disclosure.Review.Domain;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;

namespace Disclosure.Review.Features.Supervision;

/// <summary>Traffic lights of due days (红黄绿灯): the same as the deadline clock's.</summary>
internal static class DueLight
{
    public static ClockState? Of(DateOnly? due, int? workingDays, LegalTime now)
        => Remaining(due, now) is { } remaining ? ClockLight.Of(remaining, workingDays ?? 0) : null;

    /// <summary>Working days left; negative past the due day, also where no working day lies between.</summary>
    public static int? Remaining(DateOnly? due, LegalTime now)
        => due is not { } day || now.Calendar is not { } calendar ? null
        : day < now.Today ? -Math.Max(1, Count(calendar, day, now.Today))
        : Count(calendar, now.Today, day);

    /// <summary>Working days after one day up to another, the latter included.</summary>
    public static int Count(WorkingCalendar calendar, DateOnly after, DateOnly until) => calendar.CountWorkingDays(after, until).Days;
}
