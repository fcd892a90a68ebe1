using Disclosure.Review.Data;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features;

/// <summary>审计核验: recomputes the chain of the authority's audit log.</summary>
internal static class VerifyAudit
{
    public static void Map(RouteGroupBuilder cases) => cases.MapGet("audit/verify", Handle)
        .RequireRole(Roles.AuditAdmin, Roles.Discipline).RequireInOffice().WithName("VerifyAudit").WithSummary("核验审计记录");

    private static async Task<IResult> Handle(string authority, HttpContext http, AuditLog audit, Reviewers reviewers, CancellationToken cancellation)
    {
        var report = await audit.VerifyAsync(authority, await reviewers.OfAsync(http.User.Staff()!, cancellation), cancellation);
        return TypedResults.Ok(new Response(authority, report.Intact, report.Entries, new Head(report.HeadPosition, report.HeadHash), report.BrokenAt, report.Problem));
    }

    /// <summary>The finding: whether the chain is intact, its last good entry, and what broke it.</summary>
    internal sealed record Response(string Authority, bool Intact, long Entries, Head Head, long? BrokenAt, string? Problem);

    /// <summary>Position and hash of the last good entry.</summary>
    internal sealed record Head(long Position, string Hash);
}
