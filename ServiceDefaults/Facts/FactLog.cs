using Disclosure.Contracts.Facts;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Facts;

/// <summary>The facts of a service (统计事实): numbered, kept, told, and told again.</summary>
internal static class FactLog
{
    /// <summary>Facts in a message at most.</summary>
    public const int MaxTold = 500;

    /// <summary>Keeps facts and tells them, within the transaction of the change that made them true.</summary>
    /// <remarks>The head's row is locked until that transaction ends, so numbers have no gap and are in the order of the commits. Whoever
    /// states facts holds the authority's audit log, and takes this row after it.</remarks>
    public static async Task StateAsync(this ServiceDbContext db, string authority, string service, IReadOnlyList<FactEntry> stated,
        DateTimeOffset now, CancellationToken cancellation)
    {
        if (stated.Count == 0) return;
        var last = await db.Database.SqlQuery<long>($"""
            insert into fact_heads (authority, number) values ({authority}, {stated.Count})
            on conflict (authority) do update set number = fact_heads.number + excluded.number returning number as "Value"
            """).ToListAsync(cancellation);
        var first = last[0] - stated.Count + 1;
        KeptFact[] kept = [.. stated.Select((entry, index) => KeptFact.Of(authority, first + index, entry, now))];
        db.Facts.AddRange(kept);
        foreach (var part in kept.Chunk(MaxTold)) db.Tell(authority, service, part);
    }

    /// <summary>Tells facts, new or known.</summary>
    public static void Tell(this ServiceDbContext db, string authority, string service, IReadOnlyList<KeptFact> facts)
        => db.Publish(new FactsRecorded(Guid.CreateVersion7(), facts[^1].RecordedAt, authority, service,
            [.. facts.Select(fact => fact.Told())]));
}
