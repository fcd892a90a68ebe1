namespace Disclosure.Kernel.Auditing;

/// <summary>The last entry of an authority's chain in one service, kept apart so that a cut-off end is noticed.</summary>
public sealed class AuditHead
{
    /// <summary>The authority (机关) whose chain it is.</summary>
    public required string Authority { get; init; }

    /// <summary>Position of the last entry; 0 before the first.</summary>
    public long Position { get; private set; }

    /// <summary>Hash of the last entry.</summary>
    public string Hash { get; private set; } = AuditRecord.Genesis;

    /// <summary>Links the next entry to the chain. An entry repeats what it needs of its subject, because it outlives the
    /// subject.</summary>
    /// <param name="service">The service that keeps the chain.</param>
    /// <param name="fact">What happened.</param>
    /// <param name="at">When; kept to the microsecond.</param>
    /// <returns>The entry with its place and hash.</returns>
    public AuditRecord Append(string service, AuditFact fact, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var actor = fact.Actor;
        var next = new AuditRecord
        {
            Service = service,
            Authority = Authority,
            Position = Position + 1,
            At = ToStored(at),
            Act = fact.Act,
            Actor = actor.Subject,
            ActorName = actor.Name,
            OnBehalfOf = actor.OnBehalfOf,
            OnBehalfOfName = actor.OnBehalfOfName,
            Role = actor.Role,
            Unit = actor.Unit,
            Source = actor.Address,
            CaseId = fact.CaseId,
            Flow = fact.Flow,
            SubjectKind = fact.SubjectKind,
            SubjectId = fact.SubjectId,
            Title = fact.Title,
            Step = fact.Step,
            Digest = fact.Digest,
            Reason = fact.Reason,
            Counterpart = fact.Counterpart,
            Detail = fact.Detail,
            PreviousHash = Hash,
            Hash = "",
        };
        next = next with { Hash = next.ComputeHash() };
        (Position, Hash) = (next.Position, next.Hash);
        return next;
    }

    /// <summary>More than microseconds would not survive storage and break the hash.</summary>
    private static DateTimeOffset ToStored(DateTimeOffset at)
        => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
