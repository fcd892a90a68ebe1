using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Disclosure.Kernel.Auditing;

/// <summary>An entry of an audit log (审计记录) as it is exported, and as its hash covers it: who did what, when, from where, to which content
/// and why.</summary>
/// <remarks>Here because two compute it apart from each other: the service that keeps the log, and whoever verifies an export without the
/// service.</remarks>
public sealed record AuditRecord
{
    /// <summary>Hash before the first entry.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The service that keeps the chain, for instance <c>review</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The authority (机关) whose chain it is.</summary>
    public required string Authority { get; init; }

    /// <summary>Place in the authority's chain, from 1 without gaps.</summary>
    public required long Position { get; init; }

    /// <summary>When, to the microsecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Code of the act.</summary>
    public required string Act { get; init; }

    /// <summary>Subject claim of the person who acted (办理人).</summary>
    public required string Actor { get; init; }

    /// <summary>Name of the person.</summary>
    public required string ActorName { get; init; }

    /// <summary>Subject claim of the principal, when the powers were not the person's own (授权).</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Name of the principal whose powers were used (代); null where nobody else's were.</summary>
    public string? OnBehalfOfName { get; init; }

    /// <summary>Role under which the person acted.</summary>
    public string? Role { get; init; }

    /// <summary>Unit of the powers used, code.</summary>
    public string? Unit { get; init; }

    /// <summary>Network address the request came from; null for messages.</summary>
    public string? Source { get; init; }

    /// <summary>The review case (审核件); null for acts that concern none.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Code of the flow.</summary>
    public string? Flow { get; init; }

    /// <summary>Kind of subject.</summary>
    public string? SubjectKind { get; init; }

    /// <summary>The subject at its owner.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Title of the subject.</summary>
    public string? Title { get; init; }

    /// <summary>Code of the step.</summary>
    public string? Step { get; init; }

    /// <summary>Digest of the content the act was about.</summary>
    public string? Digest { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Subject claim of the person to whom powers were given.</summary>
    public string? Counterpart { get; init; }

    /// <summary>What exactly was handed in or decided, JSON as it was hashed.</summary>
    public string? Detail { get; init; }

    /// <summary>Hash of the entry before.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over everything above, lower-case hex; see <see cref="ComputeHash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>SHA-256 of what the entry says, lower-case hex; only in a sealed entry, whose content is withheld from whoever exported
    /// (回避).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContentHash { get; init; }

    /// <summary>Whether the content is withheld. No member of the line: a reader takes none that is not hashed.</summary>
    internal bool IsSealed => ContentHash is not null;

    /// <summary>The entry without its content: place, hashes and nothing else. It still links what stands before and after.</summary>
    /// <returns>The sealed entry.</returns>
    public AuditRecord Seal() => new()
    {
        Service = Service,
        Authority = Authority,
        Position = Position,
        At = DateTimeOffset.UnixEpoch,
        Act = "",
        Actor = "",
        ActorName = "",
        PreviousHash = PreviousHash,
        Hash = Hash,
        ContentHash = ContentHash ?? ComputeContentHash(),
    };

    /// <summary>Computes the hash anew: over the place in the chain and the hash of the content, so that an entry whose content is withheld
    /// is held to both.</summary>
    /// <returns>SHA-256, lower-case hex.</returns>
    public string ComputeHash()
        => HashOf(PreviousHash, Service, Authority, Position.ToString(CultureInfo.InvariantCulture), ContentHash ?? ComputeContentHash());

    private string ComputeContentHash() => HashOf(
        At.UtcTicks.ToString(CultureInfo.InvariantCulture), Act, Actor, ActorName, OnBehalfOf, OnBehalfOfName, Role, Unit, Source,
        CaseId?.ToString(), Flow, SubjectKind, SubjectId?.ToString(), Title, Step,
        Digest, Reason, Counterpart, Detail);

    private static string HashOf(params string?[] fields)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
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
