using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Audit;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features;

/// <summary>审计导出: the log page by page, or whole as one JSON object per line.</summary>
internal static class ExportAudit
{
    private static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(RouteGroupBuilder cases)
    {
        var audit = cases.MapGroup("audit").RequireRole(Roles.AuditAdmin, Roles.Discipline);
        audit.MapGet("entries", Page).WithName("ListAuditEntries").WithSummary("审计记录");
        audit.MapGet("export", Export).WithName("ExportAudit").WithSummary("导出审计记录（每行一条 JSON）").Produces(200, contentType: "application/x-ndjson");
    }

    private static Task<IResult> Page(string authority, ReviewDb db, CancellationToken cancellation, string? after = null, int? limit = null)
        => Accountability.PageAsync(db.AuditEntries.Where(e => e.Authority == authority), after, limit, cancellation);

    private static PushStreamHttpResult Export(string authority, ReviewDb db, HttpContext http)
    {
        http.Response.Headers.ContentDisposition = $"attachment; filename=audit-{authority}.ndjson";
        return TypedResults.Stream(body => WriteAsync(db, authority, body, http.RequestAborted), "application/x-ndjson");
    }

    private static async Task WriteAsync(ReviewDb db, string authority, Stream body, CancellationToken cancellation)
    {
        IAsyncEnumerable<AuditEntry> entries = db.AuditEntries.AsNoTracking().Where(e => e.Authority == authority).OrderBy(e => e.Position).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            await body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(EntryView.Of(entry), Line), cancellation);
            await body.WriteAsync("\n"u8.ToArray(), cancellation);
        }
    }
}
