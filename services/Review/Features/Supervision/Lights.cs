using Disclosure.Kernel;
using Disclosure.Review.Data;
using Disclosure.Rules.Deadlines;

namespace Disclosure.Review.Features;

/// <summary>Traffic lights of due days (红黄绿灯): the same as the deadline clock's.</summary>
internal static class Lights
{
    public static string? Of(DateOnly? due, int? workingDays, DateOnly today, Moments moments)
    {
        if (due is not { } day) return null;
        var remaining = day < today ? -1 : moments.CountWorkingDays(today, day);
        return Codes.Of(ClockLight.Of(remaining, workingDays ?? 0));
    }
}
