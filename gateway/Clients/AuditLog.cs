using Disclosure.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.Gateway.Clients;

/// <summary>An entry of the audit log (审计记录).</summary>
/// <param name="Position">Place in the authority's chain, from 1.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Act">Code of the act.</param>
/// <param name="Actor">Subject of the person.</param>
/// <param name="ActorName">Name of the person.</param>
/// <param name="OnBehalfOf">Subject in whose place the person acted, or null.</param>
/// <param name="OnBehalfOfName">Name of whom the powers were that were used (代), or null.</param>
/// <param name="Role">Role used.</param>
/// <param name="Unit">Unit of the powers used.</param>
/// <param name="Source">Network address the request came from.</param>
/// <param name="CaseId">The case; null for acts upon no case.</param>
/// <param name="SubjectId">The subject at its owner.</param>
/// <param name="Title">Title of the subject.</param>
/// <param name="Step">Step code.</param>
/// <param name="Reason">Why.</param>
/// <param name="Hash">Hash of the entry, lower-case hex.</param>
public sealed record AuditRow(long Position, DateTimeOffset At, string Act, string Actor, string? ActorName, string? OnBehalfOf,
    string? OnBehalfOfName, string? Role, string? Unit,
    string? Source, Guid? CaseId, Guid? SubjectId, string? Title, string? Step, string? Reason, string Hash);

/// <summary>Reads the audit logs of the services for those who supervise.</summary>
internal sealed class AuditLog(HttpClient http) : ServiceClient(http)
{
    /// <summary>Entries of a person, of a case, of a subject, or of the whole authority, the earliest first.</summary>
    public Task<Answer<ListPage<AuditRow>>> EntriesAsync(string service, string authority, string? person, Guid? caseId, Guid? subjectId,
        string? after, CancellationToken cancellation)
    {
        var entries = (person, caseId, subjectId) switch
        {
            ({ Length: > 0 }, _, _) => $"people/{Uri.EscapeDataString(person)}",
            (_, { } id, _) => $"cases/{id}",
            (_, _, { } id) => $"subjects/{id}",
            _ => "entries",
        };
        return GetAsync<ListPage<AuditRow>>(QueryHelpers.AddQueryString($"{Address(service, authority)}/{entries}",
            new Dictionary<string, string?> { ["after"] = string.IsNullOrEmpty(after) ? null : after, ["limit"] = "50" }), cancellation);
    }

    public Task<Answer<AuditFinding>> VerifyAsync(string service, string authority, CancellationToken cancellation)
        => GetAsync<AuditFinding>($"{Address(service, authority)}/verify", cancellation);

    private static string Address(string service, string authority) => $"http://{service}/api/{service}/{authority}/audit";
}
