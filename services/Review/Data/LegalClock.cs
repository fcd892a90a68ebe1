using Disclosure.Kernel;
using Disclosure.Review.Domain;
using Disclosure.Rules.Calendar;

namespace Disclosure.Review.Data;

/// <summary>The present, as the domain sees it: the process's clock, and legal days by the working calendar (工作日历) in force.</summary>
internal sealed class LegalClock(TimeProvider clock, WorkingCalendar calendar)
{
    public LegalTime Now()
    {
        var now = clock.GetUtcNow();
        return new LegalTime(now, LegalDay.Of(now), AddWorkingDays);
    }

    /// <summary>Working days after one day up to another, the latter included.</summary>
    public int CountWorkingDays(DateOnly after, DateOnly until) => calendar.CountWorkingDays(after, until).Days;

    private DateOnly AddWorkingDays(DateOnly from, int days) => calendar.AddWorkingDays(from, new WorkingDays(days)).Date;
}
