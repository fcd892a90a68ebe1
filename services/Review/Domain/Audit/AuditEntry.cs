using Disclosure.Rules.Auditing;

namespace Disclosure.Review.Domain.Audit;

/// <summary>One act in the audit log (审计记录): append-only, and linked to the entry before by its hash.</summary>
/// <remarks>It repeats what it needs of the case, because it outlives the case.</remarks>
internal sealed class AuditEntry
{
    public required string Authority { get; init; }

    /// <summary>Place in the authority's chain, from 1 without gaps.</summary>
    public required long Position { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>One of <see cref="Acts"/>.</summary>
    public required string Act { get; init; }

    public required string Actor { get; init; }

    public required string ActorName { get; init; }

    public string? OnBehalfOf { get; init; }

    public string? Role { get; init; }

    public string? Unit { get; init; }

    /// <summary>From where: network address the request came from, null for messages.</summary>
    public string? Source { get; init; }

    public Guid? CaseId { get; init; }

    public string? Flow { get; init; }

    public string? SubjectKind { get; init; }

    public Guid? SubjectId { get; init; }

    public string? Title { get; init; }

    public string? Step { get; init; }

    public string? Digest { get; init; }

    public string? Reason { get; init; }

    /// <summary>Subject claim of the person to whom powers were given.</summary>
    public string? Counterpart { get; init; }

    /// <summary>What exactly was handed in or decided, JSON as it was hashed.</summary>
    public string? Detail { get; init; }

    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over everything above, lower-case hex.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Instants are kept to the microsecond; more would not survive storage and break the hash.</summary>
    public static DateTimeOffset ToStored(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public string ComputeHash() => ToRecord().ComputeHash();

    /// <summary>The entry as it is hashed and exported.</summary>
    public AuditRecord ToRecord() => new()
    {
        Authority = Authority,
        Position = Position,
        At = At,
        Act = Act,
        Actor = Actor,
        ActorName = ActorName,
        OnBehalfOf = OnBehalfOf,
        Role = Role,
        Unit = Unit,
        Source = Source,
        CaseId = CaseId,
        Flow = Flow,
        SubjectKind = SubjectKind,
        SubjectId = SubjectId,
        Title = Title,
        Step = Step,
        Digest = Digest,
        Reason = Reason,
        Counterpart = Counterpart,
        Detail = Detail,
        PreviousHash = PreviousHash,
        Hash = Hash,
    };
}

/// <summary>The last entry of an authority's chain, kept apart so that a cut-off end is noticed.</summary>
internal sealed class AuditHead
{
    public required string Authority { get; init; }

    public long Position { get; set; }

    public string Hash { get; set; } = AuditRecord.Genesis;

    /// <summary>Links the next entry to the chain.</summary>
    public AuditEntry Append(Func<AuditHead, AuditEntry> entry)
    {
        var next = entry(this);
        next.Hash = next.ComputeHash();
        Position = next.Position;
        Hash = next.Hash;
        return next;
    }
}
