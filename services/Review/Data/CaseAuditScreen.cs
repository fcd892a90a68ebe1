using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.ServiceDefaults.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>Entries of cases that are kept from the reader (回避) are not shown; each case has an entry of how it was opened.</summary>
internal sealed class CaseAuditScreen : IAuditScreen<ReviewDb>
{
    public IQueryable<AuditRecord> OpenTo(ReviewDb db, Person reader) => db.AuditEntries.OpenTo(reader);

    public async Task<string?> MissingAsync(ReviewDb db, string authority, Person reader, CancellationToken cancellation)
    {
        var orphans = await db.Database.SqlQuery<Guid>($"""
            select c.id as "Value" from review_cases c where c.authority = {authority}
                and not exists (select from audit_entries e where e.case_id = c.id and e.authority = c.authority and e.act = {Acts.Opened})
            order by c.id limit 1
            """).ToListAsync(cancellation);
        if (orphans.Count == 0) return null;
        var id = new CaseId(orphans[0]);
        var isOpen = await db.Cases.OpenTo(reader).AnyAsync(c => c.Id == id, cancellation);
        return $"{(isOpen ? $"审核件 {orphans[0]} " : "有一个审核件")}没有送审记录";
    }
}
