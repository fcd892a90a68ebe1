using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Calendars;

/// <summary>Notes and reads imported notices.</summary>
internal static class CalendarStore
{
    /// <summary>Notes an edition that another service has told of, within the transaction at hand; what is known already stays.</summary>
    public static Task<int> NoteAsync(this ServiceDbContext db, ImportedNotice n, CancellationToken cancellation)
    {
        var (scope, days) = (n.Scope.ToString(), CalendarTables.ToJson(n.Days));
        return db.Database.ExecuteSqlAsync($"""
            insert into imported_notices (id, authority, scope, year, edition, is_withdrawn, days, at, basis, imported_by, version)
            values ({n.Id}, {n.Authority}, {scope}, {n.Year}, {n.Edition}, {n.IsWithdrawn}, {days}::jsonb, {n.At}, {n.Basis},
                {n.ImportedBy}, 1)
            on conflict do nothing
            """, cancellation);
    }

    /// <summary>The last position of the table; 0 for none. One look into an index.</summary>
    public static async Task<long> CalendarPositionAsync(this ServiceDbContext db, CancellationToken cancellation)
        => await db.ImportedNotices.MaxAsync(n => (long?)n.Position, cancellation) ?? 0;

    /// <summary>The editions that hold. An authority imports a few a year.</summary>
    public static async Task<IReadOnlyList<ImportedNotice>> HoldingNoticesAsync(this ServiceDbContext db, CancellationToken cancellation)
    {
        var all = await db.ImportedNotices.AsNoTracking().ToListAsync(cancellation);
        return [.. all.GroupBy(n => (n.Authority, n.Scope, n.Year)).Select(editions => editions.MaxBy(n => n.Edition)!)
            .Where(n => !n.IsWithdrawn).OrderBy(n => n.Year)];
    }
}
