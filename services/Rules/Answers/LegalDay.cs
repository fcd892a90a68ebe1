namespace Disclosure.Rules.Answers;

/// <summary>Legal days are Asia/Shanghai days.</summary>
public static class LegalDay
{
    // China has one time and no summer time, so the offset is fixed and no time-zone data are needed.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Today's legal day.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>The day in Asia/Shanghai.</returns>
    public static DateOnly Today(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Offset).DateTime);
    }
}
