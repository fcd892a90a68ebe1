namespace Disclosure.ServiceDefaults.Calendars;

/// <summary>A due day that was counted anew because the calendar has changed (期限重算): before and after. Never changed or
/// deleted.</summary>
public sealed class DueChange
{
    /// <summary>Order within the database.</summary>
    public long Position { get; private set; }

    /// <summary>The authority.</summary>
    public required string Authority { get; init; }

    /// <summary>The subject at its owner.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Code of the step or limit.</summary>
    public required string Part { get; init; }

    /// <summary>Due day before; null for none.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>Due day after; null for none.</summary>
    public DateOnly? After { get; init; }

    /// <summary>Version of the calendar before.</summary>
    public required string CalendarBefore { get; init; }

    /// <summary>Version of the calendar after.</summary>
    public required string CalendarAfter { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
