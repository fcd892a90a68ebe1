using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Persistence;

namespace Disclosure.ServiceDefaults.Auditing;

/// <summary>What of its audit log a service shows to whom, and what its log must hold.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
public interface IAuditScreen<in TDb> where TDb : ServiceDbContext
{
    /// <summary>The entries that a reader may see. All others are sealed where the chain is shown, and left out elsewhere.</summary>
    /// <param name="db">The database.</param>
    /// <param name="reader">Who asks.</param>
    /// <returns>A query over all authorities.</returns>
    IQueryable<AuditRecord> OpenTo(TDb db, Person reader);

    /// <summary>Whether something of the service has no entry that it must have.</summary>
    /// <param name="db">The database.</param>
    /// <param name="authority">The authority.</param>
    /// <param name="reader">Who asks: nothing that is kept from that person is named.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>What has none, Chinese; null when nothing is missing.</returns>
    Task<string?> MissingAsync(TDb db, string authority, Person reader, CancellationToken cancellation);
}
