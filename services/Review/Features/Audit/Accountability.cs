using System.Globalization;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Audit;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features;

/// <summary>责任追溯: everything a person did, or everything that was done to a case, from the audit log alone.</summary>
internal static class Accountability
{
    public static void Map(RouteGroupBuilder cases)
    {
        var accountability = cases.MapGroup("accountability").RequireRole(Roles.Discipline, Roles.AuditAdmin);
        accountability.MapGet("people/{subject}", OfPerson).WithName("ActsOfPerson").WithSummary("某人的全部审核行为");
        accountability.MapGet("cases/{id:guid}", OfCase).WithName("ActsOnCase").WithSummary("某件的全部审核行为");
    }

    private static Task<IResult> OfPerson(string authority, string subject, ReviewDb db, CancellationToken cancellation, string? after = null, int? limit = null)
        => PageAsync(db.AuditEntries.Where(e => e.Authority == authority && (e.Actor == subject || e.OnBehalfOf == subject || e.Counterpart == subject)), after, limit, cancellation);

    private static Task<IResult> OfCase(string authority, Guid id, ReviewDb db, CancellationToken cancellation, string? after = null, int? limit = null)
        => PageAsync(db.AuditEntries.Where(e => e.Authority == authority && e.CaseId == id), after, limit, cancellation);

    /// <summary>Entries in the order of their positions; the cursor is a position.</summary>
    public static async Task<IResult> PageAsync(IQueryable<AuditEntry> entries, string? after, int? limit, CancellationToken cancellation)
    {
        if (!PageLimit.Accepts(limit)) return PageLimit.LimitIsInvalid.ToProblem();
        long from = 0;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out from)) return PageLimit.CursorIsInvalid.ToProblem();
        var size = limit ?? PageLimit.Default;
        var found = await entries.AsNoTracking().Where(e => e.Position > from).OrderBy(e => e.Position).Take(size + 1).ToListAsync(cancellation);
        return TypedResults.Ok(new Page<EntryView>([.. found.Take(size).Select(EntryView.Of)],
            found.Count > size ? found[size - 1].Position.ToString(CultureInfo.InvariantCulture) : null));
    }
}

/// <summary>An entry of the audit log, whole: what its hash covers, and the hash.</summary>
internal sealed record EntryView(long Position, DateTimeOffset At, string Act, string Actor, string ActorName, string? OnBehalfOf, string? Role, string? Unit, string? Source,
    Guid? CaseId, string? Flow, string? SubjectKind, Guid? SubjectId, string? Title, string? Step, string? Digest, string? Reason, string? Counterpart, string? Detail, string PreviousHash, string Hash)
{
    public static EntryView Of(AuditEntry e) => new(e.Position, e.At, e.Act, e.Actor, e.ActorName, e.OnBehalfOf, e.Role, e.Unit, e.Source, e.CaseId, e.Flow, e.SubjectKind,
        e.SubjectId, e.Title, e.Step, e.Digest, e.Reason, e.Counterpart, e.Detail, e.PreviousHash, e.Hash);
}
