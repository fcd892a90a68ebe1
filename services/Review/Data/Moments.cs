using Disclosure.Review.Domain;
using Disclosure.Rules.Calendar;

namespace Disclosure.Review.Data;

/// <summary>The present, as the domain sees it.</summary>
internal static class Moments
{
    /// <summary>The working calendar in force; set once, before the service starts.</summary>
    public static WorkingCalendar Calendar { get; set; } = WorkingCalendar.Embedded;

    public static Moment Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new Moment(now, ShanghaiTime.Date(now), AddWorkingDays);
    }

    private static DateOnly AddWorkingDays(DateOnly from, int days) => Calendar.AddWorkingDays(from, new WorkingDays(days)).Date;
}
