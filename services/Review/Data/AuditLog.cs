using System.Runtime.CompilerServices;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Audit;
using Disclosure.Rules.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>Appends to the audit log and walks along it.</summary>
internal sealed class AuditLog(ReviewDb db, TimeProvider clock)
{
    private const int Batch = 1_000;

    /// <summary>Links the facts of a case to the authority's chain, within the caller's transaction.</summary>
    /// <remarks>The head row is locked until that transaction ends, so chains never fork; every act takes that row before it writes any other.</remarks>
    public Task AppendAsync(ReviewCase review, IEnumerable<CaseFact> facts, string? source, CancellationToken cancellation)
        => AppendAsync(review.Authority, review, facts, source, cancellation);

    /// <summary>The same for acts upon no case: delegations and replacements.</summary>
    public Task AppendAsync(string authority, CaseFact fact, string? source, CancellationToken cancellation)
        => AppendAsync(authority, null, [fact], source, cancellation);

    private async Task AppendAsync(string authority, ReviewCase? review, IEnumerable<CaseFact> facts, string? source, CancellationToken cancellation)
    {
        var head = await LockHeadAsync(authority, cancellation);
        foreach (var fact in facts)
        {
            db.AuditEntries.Add(head.Append(new AuditRecord
            {
                // The place in the chain is the head's to give.
                Authority = authority,
                Position = 0,
                PreviousHash = "",
                Hash = "",
                At = clock.GetUtcNow(),
                Act = fact.Act,
                Actor = fact.Actor,
                ActorName = fact.ActorName,
                OnBehalfOf = fact.OnBehalfOf,
                Role = fact.Role,
                Unit = fact.Unit,
                Source = source,
                CaseId = review?.Id.Value,
                Flow = review?.Flow,
                SubjectKind = review?.SubjectKind,
                SubjectId = review?.SubjectId,
                Title = review?.Title,
                Step = fact.Step,
                Digest = fact.Digest.Length == 0 ? null : fact.Digest,
                Reason = fact.Reason,
                Counterpart = fact.Counterpart,
                Detail = fact.Detail,
            }));
        }
    }

    /// <summary>The end of an authority's chain as it stands.</summary>
    public async Task<AuditHead> HeadAsync(string authority, CancellationToken cancellation)
        => await db.AuditHeads.AsNoTracking().FirstOrDefaultAsync(h => h.Authority == authority, cancellation) ?? new AuditHead { Authority = authority };

    /// <summary>The entries of an authority up to a position, in order; those of cases that are kept from the reader are sealed.</summary>
    /// <remarks>Page by page, each a statement of its own: entries never change, so a reader however slow keeps neither memory nor a transaction.</remarks>
    public async IAsyncEnumerable<AuditRecord> ReadAsync(string authority, Reviewer reader, long until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long position = 0; position < until;)
        {
            var from = position;
            var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Authority == authority && e.Position > from && e.Position <= until)
                .OrderBy(e => e.Position).Take(Batch).ToListAsync(cancellation);
            if (entries.Count == 0) yield break;
            foreach (var entry in await ShowAsync(authority, reader, entries, cancellation)) yield return entry;
            position = entries[^1].Position;
        }
    }

    /// <summary>Entries as the reader may see them: none is left out, for a gap would break the chain; those of cases kept from the reader are sealed.</summary>
    public async Task<IReadOnlyList<AuditRecord>> ShowAsync(string authority, Reviewer reader, IReadOnlyList<AuditRecord> entries, CancellationToken cancellation)
    {
        long[] positions = [.. entries.Select(entry => entry.Position)];
        var open = await db.AuditEntries.OpenTo(reader).AsNoTracking().Where(e => e.Authority == authority && positions.Contains(e.Position))
            .Select(e => e.Position).ToHashSetAsync(cancellation);
        return [.. entries.Select(entry => open.Contains(entry.Position) ? entry : entry.Seal())];
    }

    /// <summary>Recomputes the whole chain of an authority.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="reader">Who asks: no case that is kept from that person is named.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<AuditReport> VerifyAsync(string authority, Reviewer reader, CancellationToken cancellation)
    {
        // One snapshot for entries and head: an act in between is not a cut-off end.
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
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
        if (!report.Intact || await CaseWithoutEntryAsync(authority, cancellation) is not { } orphan) return report;
        var id = new CaseId(orphan);
        var name = await db.Cases.OpenTo(reader).AnyAsync(c => c.Id == id, cancellation) ? $"审核件 {orphan} " : "有一个审核件";
        return report with { Problem = $"{name}没有送审记录，整条链可能已被换掉" };
    }

    /// <summary>A chain that was wiped whole, its head included, fits together; the cases it was about remain.</summary>
    private async Task<Guid?> CaseWithoutEntryAsync(string authority, CancellationToken cancellation)
    {
        var orphans = await db.Database.SqlQuery<Guid>($"""
            select c.id as "Value" from review_cases c where c.authority = {authority}
                and not exists (select from audit_entries e where e.case_id = c.id and e.authority = c.authority and e.act = {Acts.Opened})
            order by c.id limit 1
            """).ToListAsync(cancellation);
        return orphans.Count == 0 ? null : orphans[0];
    }

    /// <summary>Waits until every act of the authority that has reached its end is done, and keeps others from theirs until the transaction ends.</summary>
    public Task LockAsync(string authority, CancellationToken cancellation) => LockHeadAsync(authority, cancellation);

    private async Task<AuditHead> LockHeadAsync(string authority, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync(
            $"insert into audit_heads (authority, position, hash) values ({authority}, 0, {AuditRecord.Genesis}) on conflict do nothing", cancellation);
        return await db.AuditHeads.FromSql($"select * from audit_heads where authority = {authority} for update").SingleAsync(cancellation);
    }
}
