using Disclosure.Kernel;

namespace Disclosure.Rules.Deadlines;

/// <summary>The lights of a limit (红黄绿灯), the same wherever a due day is shown.</summary>
public static class ClockLight
{
    /// <summary>The light of a limit that runs.</summary>
    /// <param name="remaining">Days left, of the limit's own kind; 0 on the last day, negative afterwards.</param>
    /// <param name="length">The limit's length in the same days, extension and delay included.</param>
    /// <returns>Overdue after the last day; red from a tenth of the length, amber from a quarter, both rounded up; else green.</returns>
    public static ClockState Of(int remaining, int length)
    {
        if (remaining < 0) return ClockState.Overdue;
        if (remaining <= (length + 9) / 10) return ClockState.Red;
        return remaining <= (length + 3) / 4 ? ClockState.Amber : ClockState.Green;
    }

    /// <summary>The strictest light of limits that run side by side: overdue, red, amber, green, then one that stands still.</summary>
    /// <param name="light">The first.</param>
    /// <param name="others">The others; null for a limit that does not exist.</param>
    /// <returns>The strictest; ended only where all are.</returns>
    public static ClockState Strictest(ClockState light, params ReadOnlySpan<ClockState?> others)
    {
        var strictest = light;
        foreach (var other in others)
            if (other is { } known && Urgency(known) > Urgency(strictest)) strictest = known;
        return strictest;
    }

    private static int Urgency(ClockState light) => light switch
    {
        ClockState.Overdue => 5,
        ClockState.Red => 4,
        ClockState.Amber => 3,
        ClockState.Green => 2,
        ClockState.Paused => 1,
        _ => 0,
    };
}
