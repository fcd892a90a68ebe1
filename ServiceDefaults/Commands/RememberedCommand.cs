namespace Disclosure.ServiceDefaults.Commands;

/// <summary>A command that took effect, so that its repetition has no second one (<c>Idempotency-Key</c>).</summary>
internal sealed class RememberedCommand
{
    /// <summary>Who sent it: keys of different people never meet.</summary>
    public required string Subject { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of address and content, lower-case hex.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What was created or changed.</summary>
    public Guid Aggregate { get; init; }

    /// <summary>Its version afterwards.</summary>
    public int Version { get; init; }

    public DateTimeOffset At { get; init; }
}
