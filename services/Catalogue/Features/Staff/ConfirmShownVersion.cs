using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>核对公开版本: the office, which could take it down, says that the version shown has nothing in it of what was found
/// secret or not to be disclosed.</summary>
internal static class ConfirmShownVersion
{
    private const int MaxReason = 500;

    private static readonly Failure ReasonIsMissing = new Failure(FailureKind.Invalid, "reason-is-missing", "请写明核对情况",
        "核对情况会记入审计记录；没有记录核对结果。").At("reason");

    private static readonly Failure ReasonIsTooLong = new Failure(FailureKind.Invalid, "reason-is-too-long", $"核对情况超过 {MaxReason} 字",
        "请缩减后再提交；没有记录核对结果。").At("reason");

    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/{id:guid}/confirm-shown", Handle)
        .RequireRole(Roles.Office).WithName("ConfirmShownVersion").WithSummary("核对公开版本，可以继续公开");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, ConfirmShownRequest request, HttpContext http,
        CatalogueDb db, CommandRunner<CatalogueDb> commands, ItemNotices notices, TimeProvider clock, CancellationToken cancellation)
    {
        if (EnteredText.IsBlank(request.Reason)) return ReasonIsMissing.ToProblem();
        if (request.Reason.Length > MaxReason) return ReasonIsTooLong.ToProblem();
        var who = http.Person();
        var office = who.As(who.Under(Roles.Office)!);
        var confirmed = await commands.ChangeAsync(CommandContext.Of(http, request),
            () => ItemAccess.FindForChangeAsync(db, who, id, cancellation),
            async item =>
            {
                var shown = await db.ShownAsync(item.Id, cancellation);
                var verdict = item.ConfirmShown(office, shown, request.Reason.Trim(), clock.GetUtcNow());
                if (verdict.Failure is null) await notices.ShownCheckedAsync(item, office, cancellation);
                return verdict;
            },
            cancellation, versioned: true);
        return confirmed.ToNoContent(http);
    }
}
