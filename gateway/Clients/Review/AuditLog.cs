using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.Gateway.Clients;

/// <summary>An entry of the audit log (审计记录).</summary>
/// <param name="Position">Place in the authority's chain, from 1.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Act">Code of the act.</param>
/// <param name="Actor">Subject of the person.</param>
/// <param name="ActorName">Name of the person.</param>
/// <param name="OnBehalfOf">Subject in whose place the person acted, or null.</param>
/// <param name="Role">Role used.</param>
/// <param name="Unit">Unit of the powers used.</param>
/// <param name="Source">Network address the request came from.</param>
/// <param name="CaseId">The case; null for acts upon no case.</param>
/// <param name="Title">Title of the subject.</param>
/// <param name="Step">Step code.</param>
/// <param name="Reason">Why.</param>
/// <param name="Hash">Hash of the entry, lower-case hex.</param>
public sealed record AuditRow(long Position, DateTimeOffset At, string Act, string Actor, string? ActorName, string? OnBehalfOf, string? Role, string? Unit,
    string? Source, Guid? CaseId, string? Title, string? Step, string? Reason, string Hash);

/// <summary>What a walk along the chain found (核验结果).</summary>
/// <param name="Intact">Whether every entry fits.</param>
/// <param name="Entries">Entries that were examined.</param>
/// <param name="Head">The last good entry.</param>
/// <param name="BrokenAt">Position of the first entry that does not fit.</param>
/// <param name="Problem">What does not fit.</param>
public sealed record AuditFinding(bool Intact, long Entries, AuditHead Head, long? BrokenAt, string? Problem);

/// <summary>Position and hash of an entry: written down elsewhere, they prove later that nothing before it changed.</summary>
/// <param name="Position">Position.</param>
/// <param name="Hash">Hash, lower-case hex.</param>
public sealed record AuditHead(long Position, string Hash);

/// <summary>Reads Review's audit log for those who supervise.</summary>
internal sealed class AuditLog(HttpClient http) : ServiceClient(http)
{
    /// <summary>Entries of a person, of a case, or of the whole authority, the earliest first.</summary>
    public Task<Answer<ListPage<AuditRow>>> EntriesAsync(string authority, string? person, Guid? caseId, string? after, CancellationToken cancellation)
    {
        var address = (person, caseId) switch
        {
            ({ Length: > 0 }, _) => $"accountability/people/{Uri.EscapeDataString(person)}",
            (_, { } id) => $"accountability/cases/{id}",
            _ => "audit/entries",
        };
        return GetAsync<ListPage<AuditRow>>(QueryHelpers.AddQueryString($"api/review/{authority}/{address}",
            new Dictionary<string, string?> { ["after"] = string.IsNullOrEmpty(after) ? null : after, ["limit"] = "50" }), cancellation);
    }

    public Task<Answer<AuditFinding>> VerifyAsync(string authority, CancellationToken cancellation)
        => GetAsync<AuditFinding>($"api/review/{authority}/audit/verify", cancellation);
}
