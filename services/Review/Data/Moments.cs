using Disclosure.Review.Domain;
using Disclosure.Rules.Calendar;

namespace Disclosure.Review.Data;

/// <summary>The present, as the domain sees it.</summary>
internal static class Moments
{
    public static Moment Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new Moment(now, ShanghaiTime.Date(now), AddWorkingDays);
    }

    private static DateOnly AddWorkingDays(DateOnly from, int days) => WorkingCalendar.Embedded.AddWorkingDays(from, new WorkingDays(days)).Date;
}
