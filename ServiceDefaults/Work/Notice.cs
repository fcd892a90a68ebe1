using Disclosure.Contracts.Work;

namespace Disclosure.ServiceDefaults.Work;

/// <summary>A notice (通知) as a service keeps it. It has no words: what it says is looked up when it is read, so that nobody reads more
/// than is open to that person on that day.</summary>
public sealed class Notice
{
    /// <summary>Identity, UUIDv7: its order is that of time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The receiver's authority.</summary>
    public required string Authority { get; init; }

    /// <summary>Subject claim of the receiver.</summary>
    public required string Receiver { get; init; }

    /// <summary>What it tells of.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Code of the step it is about; null for the whole.</summary>
    public string? Step { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the receiver saw it, UTC.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>Since when it is so no longer, UTC: a step that somebody took waits for nobody.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}
