using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Review.Domain.Audit;

/// <summary>One act in the audit log (审计记录): append-only, and linked to the entry before by its hash.</summary>
/// <remarks>It repeats what it needs of the case, because it outlives the case.</remarks>
internal sealed class AuditEntry
{
    /// <summary>Hash before the first entry.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

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

    public string ComputeHash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Entries from before there were details keep the hash they have: an absent pair adds nothing.
        string?[] more = Counterpart is null && Detail is null ? [] : [Counterpart, Detail];
        string?[] fields =
        [
            PreviousHash, Authority, Position.ToString(CultureInfo.InvariantCulture), At.UtcTicks.ToString(CultureInfo.InvariantCulture), Act, Actor, ActorName,
            OnBehalfOf, Role, Unit, Source, CaseId?.ToString(), Flow, SubjectKind, SubjectId?.ToString(), Title, Step, Digest, Reason, .. more,
        ];
        Span<byte> length = stackalloc byte[4];
        foreach (var field in fields)
        {
            // Each field with its length, null unlike empty: no two entries share a form.
            var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
            sha.AppendData(length);
            sha.AppendData(bytes);
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}

/// <summary>The last entry of an authority's chain, kept apart so that a cut-off end is noticed.</summary>
internal sealed class AuditHead
{
    public required string Authority { get; init; }

    public long Position { get; set; }

    public string Hash { get; set; } = AuditEntry.Genesis;

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
