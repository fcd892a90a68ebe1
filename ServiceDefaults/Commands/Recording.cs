using Disclosure.Contracts.Facts;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Commands;

/// <summary>Saves a change with its audit entries, for commands and for messages alike.</summary>
public static class Recording
{
    /// <summary>Appends the facts, keeps and tells what of them counts (统计事实), counts the aggregate's version on, and saves, within the
    /// caller's transaction. Where nothing happened nothing is written.</summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="db">The database.</param>
    /// <param name="audit">The service's audit log.</param>
    /// <param name="authority">The authority.</param>
    /// <param name="aggregate">What was created or changed; tracked by the database.</param>
    /// <param name="facts">What happened, in order.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The aggregate's version now.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has changed the aggregate since it was read.</exception>
    public static async Task<Committed> RecordAsync<TDb>(this TDb db, AuditLog<TDb> audit, string authority, IAggregate aggregate,
        IReadOnlyCollection<AuditFact> facts,
        CancellationToken cancellation) where TDb : ServiceDbContext
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(aggregate);
        var stated = (aggregate as IStatesFacts)?.TakeFacts() ?? [];
        if (facts.Count > 0)
        {
            await audit.AppendAsync(authority, facts, cancellation);
            await audit.StateAsync(authority, stated, cancellation);
            var version = db.Entry(aggregate).Property(nameof(IAggregate.Version));
            version.CurrentValue = aggregate.Version + 1;
        }
        else if (stated.Count > 0 || db.ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException($"{aggregate.GetType().Name} {aggregate.Key} was changed and nothing says by whom.");
        }

        await db.SaveChangesAsync(cancellation);
        return new Committed(aggregate.Key, aggregate.Version);
    }
}
