using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>A stretch of the rows that wait, and those of it that may be published now: nothing of an aggregate of which an earlier row
/// still waits, be it parked, postponed, or committed behind the reading.</summary>
/// <param name="HasMore">Whether more waits behind the stretch.</param>
/// <param name="Last">Position of its last row.</param>
/// <param name="Due">What may be published, by position.</param>
internal sealed record OutboxWindow(bool HasMore, long Last, IReadOnlyList<OutboxMessage> Due)
{
    /// <summary>Reads the rows behind a position. What it costs depends on the stretch and not on how much waits.</summary>
    /// <param name="db">The database, in a transaction.</param>
    /// <param name="after">The position.</param>
    /// <param name="most">How many rows at most.</param>
    /// <param name="bytes">How many bytes their bodies have at most, unless it is one row.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<OutboxWindow> ReadAsync(
        ServiceDbContext db, long after, int most, int bytes, DateTimeOffset now, CancellationToken cancellation)
    {
        // Without statistics of a table that has just been filled the server would read and sort everything that waits.
        await db.Database.ExecuteSqlAsync($"set local enable_sort = off", cancellation);
        var rows = await db.Outbox.Where(m => m.PublishedAt == null && m.Position > after).OrderBy(m => m.Position).Take(most)
            .Select(m => new { m.Position, m.Subject, m.Size }).ToListAsync(cancellation);
        if (rows.Count == 0) return new OutboxWindow(false, after, []);
        var size = 0L;
        var waiting = rows.TakeWhile((m, at) => (size += m.Size) <= bytes || at == 0).ToList();
        Guid[] subjects = [.. waiting.Select(m => m.Subject).Distinct()];
        var last = waiting[^1].Position;
        // Of every aggregate only the first row is looked for, and not behind the stretch.
        var stopped = (await db.Database.SqlQuery<HeldSubject>($"""
            select s.subject as "Subject", h.position as "From" from unnest({subjects}) as s(subject) cross join lateral (
                select m.position from outbox_messages m
                where m.published_at is null and m.subject = s.subject and m.position <= {last}
                    and (m.position <= {after} or m.parked_at is not null or m.next_attempt_at > {now})
                order by m.position limit 1) h
            """).ToListAsync(cancellation)).ToDictionary(h => h.Subject, h => h.From);
        long[] due = [.. waiting.Where(m => !stopped.TryGetValue(m.Subject, out var from) || m.Position < from).Select(m => m.Position)];
        var hasMore = rows.Count == most || waiting.Count < rows.Count;
        return new OutboxWindow(hasMore, last, due.Length == 0 ? [] : await db.Outbox.AsNoTracking()
            .Where(m => due.Contains(m.Position)).OrderBy(m => m.Position).ToListAsync(cancellation));
    }

    private sealed record HeldSubject(Guid Subject, long From);
}
