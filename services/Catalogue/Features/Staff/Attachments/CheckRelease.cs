using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Publishing;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Documents.Release;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Catalogue.Features.Staff.Attachments;

/// <summary>放行检查: what the release gate would say of the item as it is written, before it is handed in.</summary>
internal static class CheckRelease
{
    public static void Map(RouteGroupBuilder staff) => staff.MapGet("items/{id:guid}/release-check", Handle)
        .WithName("CheckRelease").WithSummary("发布前检查正文、要素和附件");

    private static async Task<Results<Ok<ReleaseCheckView>, ProblemHttpResult>> Handle(Guid id, HttpContext http,
        CatalogueDb db, ReleaseCheck check, CancellationToken cancellation)
    {
        var found = await ItemAccess.FindAsync(db, http.Person(), id, cancellation);
        if (found.Failure is { } refused) return refused.ToProblem();
        var item = found.Value!;
        var judged = await check.JudgeAsync(db, item, cancellation);
        return TypedResults.Ok(new ReleaseCheckView(
            [.. judged.Findings.Where(finding => finding.Level != ReleaseLevel.Note).Select(View)]));
    }

    private static ReleaseFindingView View(ReleaseFinding finding) => new(finding.Key, finding.Place,
        finding.IsOfFile ? $"附件“{finding.Label}”" : finding.Label, finding.Kind.Name(), finding.Level == ReleaseLevel.Block,
        finding.Count,
        // The box in which the drafter writes counts its lines otherwise.
        [.. finding.Spots.Select(spot => (finding.IsOfFile ? spot : spot with { Line = null }).ToString())],
        finding.Kind.Advice(finding.Level));
}
