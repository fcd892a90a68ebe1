using Disclosure.Contracts;
using Disclosure.Kernel.Auditing;
using Disclosure.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.Gateway.Clients;

/// <summary>Reads the audit logs of the services for those who supervise.</summary>
internal sealed class AuditLog(HttpClient http) : ServiceClient(http)
{
    /// <summary>Entries of a person, of a case, of a subject, or of the whole authority, the latest first.</summary>
    public Task<Answer<Page<AuditRecord>>> EntriesAsync(string service, string authority, string? person, Guid? caseId, Guid? subjectId,
        string? after, CancellationToken cancellation)
    {
        var entries = (person, caseId, subjectId) switch
        {
            ({ Length: > 0 }, _, _) => $"people/{Uri.EscapeDataString(person)}",
            (_, { } id, _) => $"cases/{id}",
            (_, _, { } id) => $"subjects/{id}",
            _ => "entries",
        };
        return GetAsync<Page<AuditRecord>>(QueryHelpers.AddQueryString($"{Address(service, authority)}/{entries}",
            new Dictionary<string, string?>
            {
                ["after"] = string.IsNullOrEmpty(after) ? null : after,
                ["limit"] = "50",
                ["order"] = AuditEndpoints.LatestFirst,
            }), cancellation);
    }

    public Task<Answer<AuditFinding>> VerifyAsync(string service, string authority, CancellationToken cancellation)
        => GetAsync<AuditFinding>($"{Address(service, authority)}/verify", cancellation);

    private static string Address(string service, string authority) => $"http://{service}/api/{service}/{authority}/audit";
}
