namespace Disclosure.ServiceDefaults.Tests;

/// <summary>The system's time, on which everything that is waited for takes longer or shorter.</summary>
/// <param name="factor">How much longer.</param>
internal sealed class ScaledClock(double factor) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => base.CreateTimer(callback, state, Scaled(dueTime), Scaled(period));

    private TimeSpan Scaled(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time * factor;
}
