using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>撤下: the office takes an item off every public page at once; its number is never reused.</summary>
internal static class WithdrawItem
{
    private const int MaxReason = 500;

    private static readonly Failure ReasonIsMissing = new Failure(FailureKind.Invalid, "reason-is-missing", "请写明撤下原因",
        "起草人会看到原因；没有撤下任何信息。").At("reason");

    private static readonly Failure ReasonIsTooLong = new Failure(FailureKind.Invalid, "reason-is-too-long", $"撤下原因超过 {MaxReason} 字",
        "请缩减后再撤下；没有撤下任何信息。").At("reason");

    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/{id:guid}/withdraw", Handle)
        .RequireRole(Roles.Office).WithName("WithdrawItem").WithSummary("撤下已发布信息");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, WithdrawItemRequest request, HttpContext http,
        CatalogueDb db,
        CommandRunner<CatalogueDb> commands, ItemNotices notices, TimeProvider clock, CancellationToken cancellation)
    {
        if (EnteredText.IsBlank(request.Reason)) return ReasonIsMissing.ToProblem();
        if (request.Reason.Length > MaxReason) return ReasonIsTooLong.ToProblem();
        var who = http.Person();
        var office = who.As(who.Under(Roles.Office)!);
        // Serial, because the public version is taken down past the context.
        var withdrawn = await commands.ChangeAsync(CommandContext.Of(http, request),
            () => ItemAccess.FindForChangeAsync(db, who, id, cancellation),
            item => WithdrawAsync(item, office, request.Reason.Trim(), db, notices, clock.GetUtcNow(), cancellation),
            cancellation,
            versioned: true, serial: true);
        return withdrawn.ToNoContent(http);
    }

    private static async Task<Verdict> WithdrawAsync(Item item, Actor who, string reason, CatalogueDb db, ItemNotices notices,
        DateTimeOffset now, CancellationToken cancellation)
    {
        var verdict = item.Withdraw(who, reason, now);
        if (verdict.Failure is not null) return verdict;
        var related = await db.RelatedAsync(item.Authority, item.Id, await db.NamedByPublicationAsync(item.Id, cancellation), cancellation);
        await db.HideAsync(item.Id, cancellation);
        await notices.TellAsync(item, NoticeKind.TakenDown, who, cancellation);
        db.Publish(new ItemWithdrawn(Guid.CreateVersion7(), now, item.Authority, item.Id.Value, item.IndexNumber!, item.Content.Category,
            related));
        return verdict;
    }
}
