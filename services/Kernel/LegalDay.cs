namespace Disclosure.Kernel;

/// <summary>Legal days (日) are days of Asia/Shanghai.</summary>
public static class LegalDay
{
    /// <summary>China has had one time and no summer time since 1992, so the offset is fixed and no time-zone data are needed.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The legal day of an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The day in Asia/Shanghai.</returns>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>Today's legal day.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>The day in Asia/Shanghai.</returns>
    public static DateOnly Today(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Of(time.GetUtcNow());
    }

    /// <summary>The instant a legal day begins.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Midnight in Asia/Shanghai, UTC.</returns>
    public static DateTimeOffset Start(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>An instant as clocks in Asia/Shanghai show it.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The same instant at +08:00.</returns>
    public static DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(Offset);
}
