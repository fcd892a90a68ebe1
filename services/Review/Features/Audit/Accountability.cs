using System.Globalization;
using Disclosure.Review.Data;
using Disclosure.Rules.Auditing;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features;

/// <summary>责任追溯: everything a person did, or everything that was done to a case, from the audit log alone.</summary>
internal static class Accountability
{
    public static void Map(RouteGroupBuilder cases)
    {
        var accountability = cases.MapGroup("accountability").RequireRole(Roles.Discipline, Roles.AuditAdmin).RequireInOffice();
        accountability.MapGet("people/{subject}", OfPerson).WithName("ActsOfPerson").WithSummary("某人的全部审核行为");
        accountability.MapGet("cases/{id:guid}", OfCase).WithName("ActsOnCase").WithSummary("某件的全部审核行为");
    }

    private static async Task<IResult> OfPerson(string authority, string subject, HttpContext http, ReviewDb db, Reviewers reviewers, CancellationToken cancellation,
        string? after = null, int? limit = null)
        => await PageAsync(db.AuditEntries.OpenTo(await reviewers.OfAsync(http.User.Staff()!, cancellation)).Where(e => e.Authority == authority && (e.Actor == subject || e.OnBehalfOf == subject || e.Counterpart == subject)), after, limit, cancellation);

    private static async Task<IResult> OfCase(string authority, Guid id, HttpContext http, ReviewDb db, Reviewers reviewers, CancellationToken cancellation,
        string? after = null, int? limit = null)
        => await PageAsync(db.AuditEntries.OpenTo(await reviewers.OfAsync(http.User.Staff()!, cancellation)).Where(e => e.Authority == authority && e.CaseId == id), after, limit, cancellation);

    /// <summary>Entries in the order of their positions; the cursor is a position.</summary>
    public static async Task<IResult> PageAsync(IQueryable<AuditRecord> entries, string? after, int? limit, CancellationToken cancellation,
        Func<IReadOnlyList<AuditRecord>, Task<IReadOnlyList<AuditRecord>>>? show = null)
    {
        if (!PageLimit.Accepts(limit)) return PageLimit.LimitIsInvalid.ToProblem();
        long from = 0;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out from)) return PageLimit.CursorIsInvalid.ToProblem();
        var size = limit ?? PageLimit.Default;
        var found = await entries.AsNoTracking().Where(e => e.Position > from).OrderBy(e => e.Position).Take(size + 1).ToListAsync(cancellation);
        List<AuditRecord> page = [.. found.Take(size)];
        return TypedResults.Ok(new Page<AuditRecord>(show is null ? page : await show(page),
            found.Count > size ? found[size - 1].Position.ToString(CultureInfo.InvariantCulture) : null));
    }
}
