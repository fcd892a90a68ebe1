using Disclosure.Rules.Auditing;

namespace Disclosure.Review.Domain.Audit;

/// <summary>The last entry of an authority's chain, kept apart so that a cut-off end is noticed.</summary>
internal sealed class AuditHead
{
    public required string Authority { get; init; }

    public long Position { get; set; }

    public string Hash { get; set; } = AuditRecord.Genesis;

    /// <summary>Links the next entry to the chain. An entry repeats what it needs of the case, because it outlives the case.</summary>
    /// <param name="act">What happened: everything but the entry's place in the chain.</param>
    /// <returns>The entry with its place and hash.</returns>
    public AuditRecord Append(AuditRecord act)
    {
        var next = act with { Authority = Authority, Position = Position + 1, At = ToStored(act.At), PreviousHash = Hash };
        next = next with { Hash = next.ComputeHash() };
        (Position, Hash) = (next.Position, next.Hash);
        return next;
    }

    /// <summary>Instants are kept to the microsecond; more would not survive storage and break the hash.</summary>
    private static DateTimeOffset ToStored(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
