using Disclosure.Kernel;
using Disclosure.Review.Data;
using Disclosure.Rules.Deadlines;

namespace Disclosure.Review.Features.Supervision;

/// <summary>Traffic lights of due days (红黄绿灯): the same as the deadline clock's.</summary>
internal static class DueLight
{
    public static ClockState? Of(DateOnly? due, int? workingDays, DateOnly today, LegalClock legalClock)
        => Remaining(due, today, legalClock) is { } remaining ? ClockLight.Of(remaining, workingDays ?? 0) : null;

    /// <summary>Working days left; negative past the due day, also where no working day lies between.</summary>
    public static int? Remaining(DateOnly? due, DateOnly today, LegalClock legalClock)
        => due is not { } day ? null
        : day < today ? -Math.Max(1, legalClock.CountWorkingDays(day, today))
        : legalClock.CountWorkingDays(today, day);
}
