using System.Globalization;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Rules.Auditing;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features;

/// <summary>审计导出: the log page by page, or whole as one JSON object per line.</summary>
internal static class ExportAudit
{
    /// <summary>Response header that names the last entry of the export, <c>position:hash</c>: what arrives without it has lost its end.</summary>
    public const string HeadHeader = "Audit-Head";

    public static void Map(RouteGroupBuilder cases)
    {
        var audit = cases.MapGroup("audit").RequireRole(Roles.AuditAdmin, Roles.Discipline).RequireInOffice();
        audit.MapGet("entries", Page).WithName("ListAuditEntries").WithSummary("审计记录");
        audit.MapGet("export", Export).WithName("ExportAudit").WithSummary("导出审计记录（每行一条 JSON）").Produces(200, contentType: "application/x-ndjson");
    }

    private static async Task<IResult> Page(string authority, HttpContext http, ReviewDb db, AuditLog audit, Reviewers reviewers, CancellationToken cancellation,
        string? after = null, int? limit = null)
    {
        var who = await reviewers.OfAsync(http.User.Staff()!, cancellation);
        return await Accountability.PageAsync(db.AuditEntries.Where(e => e.Authority == authority), after, limit, cancellation,
            found => audit.ShowAsync(authority, who, found, cancellation));
    }

    private static async Task<IResult> Export(string authority, AuditLog audit, HttpContext http, Reviewers reviewers, CancellationToken cancellation)
    {
        var who = await reviewers.OfAsync(http.User.Staff()!, cancellation);
        var head = await audit.HeadAsync(authority, cancellation);
        http.Response.Headers.ContentDisposition = $"attachment; filename=audit-{authority}.ndjson";
        http.Response.Headers[HeadHeader] = string.Create(CultureInfo.InvariantCulture, $"{head.Position}:{head.Hash}");
        return TypedResults.Stream(body => WriteAsync(audit, authority, who, head.Position, body, http.RequestAborted), "application/x-ndjson");
    }

    private static async Task WriteAsync(AuditLog audit, string authority, Reviewer who, long until, Stream body, CancellationToken cancellation)
    {
        await foreach (var entry in audit.ReadAsync(authority, who, until, cancellation))
        {
            await body.WriteAsync(AuditLine.Write(entry), cancellation);
            await body.WriteAsync("\n"u8.ToArray(), cancellation);
        }
    }
}
