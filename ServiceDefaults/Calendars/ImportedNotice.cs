using Disclosure.Kernel;
using Disclosure.Rules.Calendar;

namespace Disclosure.ServiceDefaults.Calendars;

/// <summary>An edition of a notice (放假安排) that an authority has imported for its own calendar. Never changed: a correction is the next
/// edition.</summary>
public sealed class ImportedNotice : IAggregate
{
    /// <summary>Identity, UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The order in which this database came to know of it.</summary>
    public long Position { get; private set; }

    /// <summary>The authority.</summary>
    public required string Authority { get; init; }

    /// <summary>National notice or the region's.</summary>
    public required NoticeScope Scope { get; init; }

    /// <summary>The year it arranges.</summary>
    public required int Year { get; init; }

    /// <summary>Number among those of its authority, scope and year, from 1; the latest holds.</summary>
    public required int Edition { get; init; }

    /// <summary>Whether it takes the authority's notice back: what ships with the platform holds again.</summary>
    public required bool IsWithdrawn { get; init; }

    /// <summary>Its days.</summary>
    public required IReadOnlyList<NoticeDay> Days { get; init; }

    /// <summary>When it was imported, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The document it is taken from, or why it was taken back; empty where only another service knows.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Name of the person who imported it; empty where only another service knows.</summary>
    public string ImportedBy { get; init; } = "";

    /// <inheritdoc/>
    public int Version { get; private set; }

    Guid IAggregate.Key => Id;

    internal CalendarNotice Notice => new(Scope, Year, Days);
}
