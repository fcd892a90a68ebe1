using Disclosure.Kernel;
using Disclosure.Review.Data;
using Disclosure.Rules.Deadlines;

namespace Disclosure.Review.Features.Supervision;

/// <summary>Traffic lights of due days (红黄绿灯): the same as the deadline clock's.</summary>
internal static class DueLight
{
    public static ClockState? Of(DateOnly? due, int? workingDays, DateOnly today, LegalClock legalClock)
    {
        if (due is not { } day) return null;
        var remaining = day < today ? -1 : legalClock.CountWorkingDays(today, day);
        return ClockLight.Of(remaining, workingDays ?? 0);
    }
}
