using System.Data;
using System.Runtime.CompilerServices;
using Disclosure.Contracts.Facts;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Facts;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Auditing;

/// <summary>The audit log (审计记录) of a service: appends to an authority's chain, and walks along it.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="db">The database of the scope.</param>
/// <param name="screen">What of the log its readers may see.</param>
/// <param name="service">The service that keeps the log.</param>
/// <param name="clock">The clock.</param>
public sealed class AuditLog<TDb>(TDb db, IAuditScreen<TDb> screen, ServiceName service, TimeProvider clock) where TDb : ServiceDbContext
{
    private const int Batch = 1_000;

    /// <summary>Links facts to the authority's chain, within the caller's transaction.</summary>
    /// <remarks>The head row is locked until that transaction ends, so chains never fork. Whoever writes takes that row before any other,
    /// so that no two wait for each other.</remarks>
    /// <param name="authority">The authority.</param>
    /// <param name="facts">What happened, in order.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>A task that ends when the entries are prepared; they are saved with the rest.</returns>
    public async Task AppendAsync(string authority, IReadOnlyCollection<AuditFact> facts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Count == 0) return;
        var head = await LockHeadAsync(authority, cancellation);
        foreach (var fact in facts) db.AuditEntries.Add(head.Append(service.Value, fact, clock.GetUtcNow()));
    }

    /// <summary>Keeps and tells what counts (统计事实) of what was appended, within the caller's transaction.</summary>
    internal Task StateAsync(string authority, IReadOnlyList<FactEntry> stated, CancellationToken cancellation)
        => db.StateAsync(authority, service.Value, stated, clock.GetUtcNow(), cancellation);

    /// <summary>Waits until every act of the authority that has reached its end is done, and keeps others from theirs until the transaction
    /// ends.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>A task that ends when it is this transaction's turn.</returns>
    public Task LockAsync(string authority, CancellationToken cancellation) => LockHeadAsync(authority, cancellation);

    /// <summary>The end of an authority's chain as it stands.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The head; of position 0 where nothing was recorded.</returns>
    public async Task<AuditHead> HeadAsync(string authority, CancellationToken cancellation)
        => await db.AuditHeads.AsNoTracking().FirstOrDefaultAsync(h => h.Authority == authority, cancellation)
        ?? new AuditHead { Authority = authority };

    /// <summary>Every entry of an authority, whoever may see it: for <see cref="ShowAsync"/>.</summary>
    internal IQueryable<AuditRecord> All(string authority) => db.AuditEntries.AsNoTracking().Where(e => e.Authority == authority);

    /// <summary>The entries of an authority that a reader may see, without the others.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="reader">Who asks.</param>
    /// <returns>A query.</returns>
    public IQueryable<AuditRecord> Open(string authority, Person reader)
        => screen.OpenTo(db, reader).AsNoTracking().Where(e => e.Authority == authority);

    /// <summary>What a reader did (已办), the latest first, without what is kept from the reader.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="reader">Who asks, and did it.</param>
    /// <param name="acts">Acts that count.</param>
    /// <param name="after">The place after which to begin; null for the beginning. It may be another service's.</param>
    /// <returns>A query.</returns>
    internal IQueryable<AuditRecord> DoneBy(string authority, Person reader, IReadOnlyList<string> acts, DonePlace? after)
    {
        var done = Open(authority, reader).Where(e => e.Actor == reader.Subject && acts.Contains(e.Act));
        if (after is not null)
        {
            var (at, order) = (after.At, string.CompareOrdinal(service.Value, after.Service));
            var from = order > 0 ? long.MaxValue : order < 0 ? 0 : after.Position;
            done = done.Where(e => e.At <= at && (e.At < at || e.Position < from));
        }

        return done.OrderByDescending(e => e.At).ThenByDescending(e => e.Position);
    }

    /// <summary>The entries of an authority up to a position, in order; those kept from the reader are sealed.</summary>
    /// <remarks>Page by page, each a statement of its own: entries never change, so a reader however slow keeps neither memory nor a
    /// transaction.</remarks>
    /// <param name="authority">The authority.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="until">Position of the last entry.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The entries.</returns>
    public async IAsyncEnumerable<AuditRecord> ReadAsync(string authority, Person reader, long until,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long position = 0; position < until;)
        {
            var from = position;
            var entries = await db.AuditEntries.AsNoTracking()
                .Where(e => e.Authority == authority && e.Position > from && e.Position <= until)
                .OrderBy(e => e.Position).Take(Batch).ToListAsync(cancellation);
            if (entries.Count == 0) yield break;
            foreach (var entry in await ShowAsync(authority, reader, entries, cancellation)) yield return entry;
            position = entries[^1].Position;
        }
    }

    /// <summary>Entries as the reader may see them: none is left out, for a gap would break the chain; those kept from the reader are
    /// sealed.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="entries">Entries of the authority.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>As many entries, in the same order.</returns>
    public async Task<IReadOnlyList<AuditRecord>> ShowAsync(string authority, Person reader, IReadOnlyList<AuditRecord> entries,
        CancellationToken cancellation)
    {
        long[] positions = [.. entries.Select(entry => entry.Position)];
        var open = await Open(authority, reader).Where(e => positions.Contains(e.Position))
            .Select(e => e.Position).ToHashSetAsync(cancellation);
        return [.. entries.Select(entry => open.Contains(entry.Position) ? entry : entry.Seal())];
    }

    /// <summary>Recomputes the whole chain of an authority.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="reader">Who asks: nothing that is kept from that person is named.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>What was found.</returns>
    public async Task<AuditReport> VerifyAsync(string authority, Person reader, CancellationToken cancellation)
    {
        // One snapshot for entries and head: an act in between is not a cut-off end.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var walk = new AuditVerification();
        for (long position = 0, found = Batch; found == Batch;)
        {
            var from = position;
            var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Authority == authority && e.Position > from)
                .OrderBy(e => e.Position).Take(Batch).ToListAsync(cancellation);
            if (!entries.TrueForAll(walk.Examine)) break;
            found = entries.Count;
            position = entries.Count == 0 ? position : entries[^1].Position;
        }

        var report = walk.Close(await db.AuditHeads.AsNoTracking().FirstOrDefaultAsync(h => h.Authority == authority, cancellation));
        // A chain that was wiped whole, its head included, fits together; what it was about remains.
        return report.Intact && await screen.MissingAsync(db, authority, reader, cancellation) is { } missing
            ? report with { Problem = $"{missing}，整条链可能已被换掉" } : report;
    }

    private async Task<AuditHead> LockHeadAsync(string authority, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync(
            $"insert into audit_heads (authority, position, hash) values ({authority}, 0, {AuditRecord.Genesis}) on conflict do nothing",
            cancellation);
        return await db.AuditHeads.FromSql($"select * from audit_heads where authority = {authority} for update").SingleAsync(cancellation);
    }
}
