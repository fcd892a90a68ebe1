namespace Disclosure.Rules.Calendar;

/// <summary>A number of working days (工作日). The three kinds of length are distinct types because they are never added to each
/// other.</summary>
public readonly record struct WorkingDays
{
    /// <summary>Wraps a number of working days.</summary>
    /// <param name="value">Working days, 0 to <see cref="MaxValue"/>.</param>
    public WorkingDays(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxValue);
        Value = value;
    }

    /// <summary>The longest length accepted, working days.</summary>
    public const int MaxValue = 5000;

    /// <summary>Working days.</summary>
    public int Value { get; }

    /// <summary>Wraps a number that may come from outside.</summary>
    /// <param name="value">A number of working days.</param>
    /// <returns>The length; null where the number is negative or above <see cref="MaxValue"/>.</returns>
    public static WorkingDays? TryCreate(int value) => value is >= 0 and <= MaxValue ? new WorkingDays(value) : null;
}

/// <summary>A number of calendar days (自然日).</summary>
public readonly record struct CalendarDays
{
    /// <summary>Wraps a number of calendar days.</summary>
    /// <param name="value">Calendar days, 0 to <see cref="MaxValue"/>.</param>
    public CalendarDays(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxValue);
        Value = value;
    }

    /// <summary>The longest length accepted, calendar days.</summary>
    public const int MaxValue = 7300;

    /// <summary>Calendar days.</summary>
    public int Value { get; }

    /// <summary>Wraps a number that may come from outside.</summary>
    /// <param name="value">A number of calendar days.</param>
    /// <returns>The length; null where the number is negative or above <see cref="MaxValue"/>.</returns>
    public static CalendarDays? TryCreate(int value) => value is >= 0 and <= MaxValue ? new CalendarDays(value) : null;
}

/// <summary>A number of months (月). The due day has the number of the starting day, or is the month's last day where it has no such
/// day.</summary>
public readonly record struct Months
{
    /// <summary>Wraps a number of months.</summary>
    /// <param name="value">Months, 0 to <see cref="MaxValue"/>.</param>
    public Months(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxValue);
        Value = value;
    }

    /// <summary>The longest length accepted, months.</summary>
    public const int MaxValue = 240;

    /// <summary>Months.</summary>
    public int Value { get; }

    /// <summary>Wraps a number that may come from outside.</summary>
    /// <param name="value">A number of months.</param>
    /// <returns>The length; null where the number is negative or above <see cref="MaxValue"/>.</returns>
    public static Months? TryCreate(int value) => value is >= 0 and <= MaxValue ? new Months(value) : null;
}
