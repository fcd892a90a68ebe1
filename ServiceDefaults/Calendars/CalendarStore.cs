using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Calendars;

/// <summary>Notes and reads imported notices.</summary>
public static class CalendarStore
{
    /// <summary>Editions get their position at their insert and hold from their commit: whoever writes one waits for the one before, so
    /// that no position is passed over by a reader. The number is this platform's own.</summary>
    private const long WriteLock = 0x00D1_5C10_50CA_1E01;

    /// <summary>Keeps others from writing an edition until the transaction ends; to be asked for before the edition is numbered.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>A task that ends when it is this transaction's turn.</returns>
    public static Task LockCalendarsAsync(this ServiceDbContext db, CancellationToken cancellation)
        => db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({WriteLock})", cancellation);

    /// <summary>Notes an edition that another service has told of, within the transaction at hand; what is known already stays.</summary>
    internal static async Task NoteAsync(this ServiceDbContext db, ImportedNotice n, CancellationToken cancellation)
    {
        await db.LockCalendarsAsync(cancellation);
        var (scope, days) = (n.Scope.ToString(), CalendarTables.ToJson(n.Days));
        await db.Database.ExecuteSqlAsync($"""
            insert into imported_notices (id, authority, scope, year, edition, is_withdrawn, days, at, basis, imported_by, version)
            values ({n.Id}, {n.Authority}, {scope}, {n.Year}, {n.Edition}, {n.IsWithdrawn}, {days}::jsonb, {n.At}, {n.Basis},
                {n.ImportedBy}, 1)
            on conflict do nothing
            """, cancellation);
    }

    /// <summary>The last position of the table; 0 for none. One look into an index.</summary>
    internal static async Task<long> CalendarPositionAsync(this ServiceDbContext db, CancellationToken cancellation)
        => await db.ImportedNotices.MaxAsync(n => (long?)n.Position, cancellation) ?? 0;

    /// <summary>The latest edition of each authority, scope and year, withdrawn ones included, by position.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The editions; an authority has a few a year.</returns>
    public static async Task<IReadOnlyList<ImportedNotice>> LatestNoticesAsync(this ServiceDbContext db, CancellationToken cancellation)
        => [.. (await db.ImportedNotices.FromSql($"""
            select distinct on (authority, scope, year) * from imported_notices order by authority, scope, year, edition desc
            """).AsNoTracking().ToListAsync(cancellation)).OrderBy(n => n.Position)];
}
