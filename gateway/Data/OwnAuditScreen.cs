using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Auditing;

namespace Disclosure.Gateway.Data;

/// <summary>Entries about a person's own settings are kept from nobody who may read the log.</summary>
internal sealed class OwnAuditScreen : IAuditScreen<GatewayDb>
{
    public IQueryable<AuditRecord> OpenTo(GatewayDb db, Person reader) => db.AuditEntries;

    public Task<string?> MissingAsync(GatewayDb db, string authority, Person reader, CancellationToken cancellation)
        => Task.FromResult<string?>(null);
}
