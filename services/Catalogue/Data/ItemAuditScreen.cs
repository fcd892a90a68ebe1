using Disclosure.Catalogue.Domain;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Data;

/// <summary>Items are kept from nobody who audits; each has an entry of how it was drafted.</summary>
internal sealed class ItemAuditScreen : IAuditScreen<CatalogueDb>
{
    public IQueryable<AuditRecord> OpenTo(CatalogueDb db, Person reader) => db.AuditEntries;

    public async Task<string?> MissingAsync(CatalogueDb db, string authority, Person reader, CancellationToken cancellation)
    {
        var orphans = await db.Database.SqlQuery<Guid>($"""
            select i.id as "Value" from items i where i.authority = {authority}
                and not exists (select from audit_entries e
                    where e.subject_id = i.id and e.authority = i.authority and e.act = {ItemActs.Drafted})
            order by i.id limit 1
            """).ToListAsync(cancellation);
        return orphans.Count == 0 ? null : $"信息 {orphans[0]} 没有起草记录";
    }
}
