using System.Globalization;

namespace Disclosure.ServiceDefaults.Work;

/// <summary>Where a piece of work stands in the lists of what waits: the earlier due day first, then the order of the service, then the
/// subject.</summary>
/// <remarks>Written as text it keeps that order, so that the gateway merges the lists of all services without knowing any of
/// them.</remarks>
/// <param name="Due">The due day, or one of the days that stand for none.</param>
/// <param name="Order">Order among those of a day, 0 or more; 0 where the service has none.</param>
/// <param name="Id">The subject.</param>
/// <param name="Part">Part of the subject, as the code of a step; empty for the whole.</param>
public sealed record WorkPlace(DateOnly Due, long Order, Guid Id, string Part = "")
{
    /// <summary>Stands for "no due day".</summary>
    public static readonly DateOnly Undated = new(9999, 12, 31);

    /// <summary>Stands for "no due day, but somebody waits for it": before what has waited for nobody yet.</summary>
    public static readonly DateOnly Returned = new(9999, 12, 30);

    /// <summary>Stands for "at once": before every due day.</summary>
    public static readonly DateOnly AtOnce = new(1900, 1, 1);

    private const int MaxPart = 100;

    /// <summary>An order in which the latest comes first.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>Microseconds to the end of all time: what PostgreSQL keeps of an instant.</returns>
    public static long Latest(DateTimeOffset instant)
        => (DateTimeOffset.MaxValue.UtcTicks - instant.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant of an order in which the latest comes first.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The instant, to the microsecond.</returns>
    public static DateTimeOffset InstantOf(long order)
        => new(DateTimeOffset.MaxValue.UtcTicks - DateTimeOffset.MaxValue.UtcTicks % TimeSpan.TicksPerMicrosecond
            - order * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>Reads a place.</summary>
    /// <param name="text">What <see cref="ToString"/> wrote.</param>
    /// <returns>The place, or null.</returns>
    public static WorkPlace? Parse(string? text)
    {
        var parts = (text ?? "").Split('_', 4);
        return parts.Length == 4 && parts[3].Length <= MaxPart && parts[1].Length == 19
            && DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var order)
            && order <= Latest(DateTimeOffset.MinValue) && Guid.TryParseExact(parts[2], "N", out var id)
            ? new WorkPlace(due, order, id, parts[3]) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Due:yyyyMMdd}_{Order:D19}_{Id:N}_{Part}");
}

/// <summary>Where an act stands in the list of what was done: the latest first.</summary>
/// <param name="At">When, to the microsecond.</param>
/// <param name="Service">The service that recorded it.</param>
/// <param name="Position">Its place in the service's chain.</param>
public sealed record DonePlace(DateTimeOffset At, string Service, long Position)
{
    /// <summary>Reads a place.</summary>
    /// <param name="text">What <see cref="ToString"/> wrote.</param>
    /// <returns>The place, or null.</returns>
    public static DonePlace? Parse(string? text)
    {
        var parts = (text ?? "").Split('_', 3);
        return parts.Length == 3 && parts[1].Length <= 40 && TryOrder(parts[0], out var order)
            && order <= WorkPlace.Latest(DateTimeOffset.MinValue) && TryOrder(parts[2], out var position)
            ? new DonePlace(WorkPlace.InstantOf(order), parts[1], long.MaxValue - position) : null;
    }

    /// <inheritdoc/>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{WorkPlace.Latest(At):D19}_{Service}_{long.MaxValue - Position:D19}");

    private static bool TryOrder(string text, out long order)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out order) && text.Length == 19;
}
