using System.Globalization;
using Disclosure.Contracts;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Auditing;

/// <summary>The doors of the audit log, the same in every service: pages (审计记录), the whole chain (审计导出), its verification (审计核验), and what
/// a person did or
/// what was done to a case or a subject (责任追溯).</summary>
public static class AuditEndpoints
{
    /// <summary>Response header that names the last entry of an export, <c>position:hash</c>: what arrives without it has lost its
    /// end.</summary>
    public const string HeadHeader = "Audit-Head";

    /// <summary>Order of a page whose first entry is the last of the chain; without it a page begins where the chain does.</summary>
    public const string LatestFirst = "latest";

    private static readonly Failure OrderIsUnknown = new(FailureKind.Invalid, "order-is-unknown", "没有这种顺序",
        $"顺序为 {LatestFirst}（最新在前），或者不填。");

    /// <summary>Maps them below <c>audit</c>, for the audit administrator and for supervision.</summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="staff">The service's group <c>/api/{service}/{authority}</c>, for staff of the authority.</param>
    /// <returns>The group of the doors.</returns>
    public static RouteGroupBuilder MapAudit<TDb>(this RouteGroupBuilder staff) where TDb : ServiceDbContext
    {
        var audit = staff.MapGroup("audit").RequireRole(Roles.AuditAdmin, Roles.Discipline).WithTags("审计");
        audit.MapGet("entries", EntriesAsync<TDb>).WithName("ListAuditEntries").WithSummary("审计记录");
        audit.MapGet("people/{subject}", OfPersonAsync<TDb>).WithName("ListActsOfPerson").WithSummary("某人的全部行为");
        audit.MapGet("cases/{id:guid}", OfCaseAsync<TDb>).WithName("ListActsOnCase").WithSummary("某审核件的全部行为");
        audit.MapGet("subjects/{id:guid}", OfSubjectAsync<TDb>).WithName("ListActsOnSubject").WithSummary("某一信息的全部行为");
        audit.MapGet("verify", VerifyAsync<TDb>).WithName("VerifyAudit").WithSummary("核验审计记录");
        audit.MapGet("export", ExportAsync<TDb>).WithName("ExportAudit").WithSummary("导出审计记录（每行一条 JSON）")
            .Produces<string>(200, "application/x-ndjson");
        return audit;
    }

    private static async Task<Results<Ok<Page<AuditRecord>>, ProblemHttpResult>> EntriesAsync<TDb>(string authority, HttpContext http,
        AuditLog<TDb> audit, CancellationToken cancellation, string? after = null, int? limit = null, string? order = null)
        where TDb : ServiceDbContext
        => await PageAsync(audit.All(authority), after, limit, order,
            found => audit.ShowAsync(authority, http.Person(), found, cancellation), cancellation);

    private static async Task<Results<Ok<Page<AuditRecord>>, ProblemHttpResult>> OfPersonAsync<TDb>(string authority, string subject,
        HttpContext http, AuditLog<TDb> audit, CancellationToken cancellation, string? after = null, int? limit = null,
        string? order = null) where TDb : ServiceDbContext
        => await PageAsync(audit.Open(authority, http.Person())
            .Where(e => e.Actor == subject || e.OnBehalfOf == subject || e.Counterpart == subject), after, limit, order, null,
            cancellation);

    private static async Task<Results<Ok<Page<AuditRecord>>, ProblemHttpResult>> OfCaseAsync<TDb>(string authority, Guid id,
        HttpContext http, AuditLog<TDb> audit, CancellationToken cancellation, string? after = null, int? limit = null,
        string? order = null) where TDb : ServiceDbContext
        => await PageAsync(audit.Open(authority, http.Person()).Where(e => e.CaseId == id), after, limit, order, null, cancellation);

    private static async Task<Results<Ok<Page<AuditRecord>>, ProblemHttpResult>> OfSubjectAsync<TDb>(string authority, Guid id,
        HttpContext http, AuditLog<TDb> audit, CancellationToken cancellation, string? after = null, int? limit = null,
        string? order = null) where TDb : ServiceDbContext
        => await PageAsync(audit.Open(authority, http.Person()).Where(e => e.SubjectId == id), after, limit, order, null, cancellation);

    /// <summary>Entries in the order of their positions, or against it; the cursor is a position.</summary>
    private static async Task<Results<Ok<Page<AuditRecord>>, ProblemHttpResult>> PageAsync(IQueryable<AuditRecord> entries, string? after,
        int? limit, string? order,
        Func<IReadOnlyList<AuditRecord>, Task<IReadOnlyList<AuditRecord>>>? show, CancellationToken cancellation)
    {
        if (PageLimit.Of(limit) is not { } size) return PageLimit.LimitIsInvalid.ToProblem();
        if (order is not (null or LatestFirst)) return OrderIsUnknown.ToProblem();
        var isLatestFirst = order == LatestFirst;
        var from = isLatestFirst ? long.MaxValue : 0;
        if (after is not null
            && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out from)) return PageLimit.CursorIsInvalid
            .ToProblem();
        var rest = isLatestFirst ? entries.Where(e => e.Position < from).OrderByDescending(e => e.Position)
            : entries.Where(e => e.Position > from).OrderBy(e => e.Position);
        var found = await rest.AsNoTracking().Take(size + 1).ToListAsync(cancellation);
        List<AuditRecord> page = [.. found.Take(size)];
        return TypedResults.Ok(new Page<AuditRecord>(show is null ? page : await show(page),
            found.Count > size ? found[size - 1].Position.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<Ok<AuditFinding>> VerifyAsync<TDb>(string authority, HttpContext http, AuditLog<TDb> audit,
        ServiceName service, CancellationToken cancellation)
        where TDb : ServiceDbContext
    {
        var report = await audit.VerifyAsync(authority, http.Person(), cancellation);
        return TypedResults.Ok(new AuditFinding(service.Value, authority, report.Intact, report.Entries,
            new AuditPlace(report.HeadPosition, report.HeadHash),
            report.BrokenAt, report.Problem));
    }

    private static async Task<PushStreamHttpResult> ExportAsync<TDb>(string authority, HttpContext http, AuditLog<TDb> audit,
        ServiceName service,
        CancellationToken cancellation) where TDb : ServiceDbContext
    {
        var reader = http.Person();
        var head = await audit.HeadAsync(authority, cancellation);
        http.Response.Headers.ContentDisposition = $"attachment; filename=audit-{authority}-{service.Value}.ndjson";
        http.Response.Headers[HeadHeader] = string.Create(CultureInfo.InvariantCulture, $"{head.Position}:{head.Hash}");
        return TypedResults.Stream(body => WriteAsync(audit, authority, reader, head.Position, body, http.RequestAborted),
            "application/x-ndjson");
    }

    private static async Task WriteAsync<TDb>(AuditLog<TDb> audit, string authority, Person reader, long until, Stream body,
        CancellationToken cancellation)
        where TDb : ServiceDbContext
    {
        await foreach (var entry in audit.ReadAsync(authority, reader, until, cancellation))
        {
            await body.WriteAsync(AuditLine.Write(entry), cancellation);
            await body.WriteAsync("\n"u8.ToArray(), cancellation);
        }
    }
}

/// <summary>What a walk along the chain found (核验结果).</summary>
/// <param name="Service">The service that keeps the chain.</param>
/// <param name="Authority">The authority.</param>
/// <param name="Intact">Whether every entry fits.</param>
/// <param name="Entries">Entries that were examined.</param>
/// <param name="Head">The last good entry.</param>
/// <param name="BrokenAt">Position of the first entry that does not fit.</param>
/// <param name="Problem">What does not fit, Chinese.</param>
public sealed record AuditFinding(string Service, string Authority, bool Intact, long Entries, AuditPlace Head, long? BrokenAt,
    string? Problem);

/// <summary>Position and hash of an entry: written down elsewhere, they prove later that nothing before it changed.</summary>
/// <param name="Position">Position.</param>
/// <param name="Hash">Hash, lower-case hex.</param>
public sealed record AuditPlace(long Position, string Hash);
