using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>Why an item is taken down.</summary>
/// <param name="Reason">Shown to staff and kept with the item (rule 40).</param>
internal sealed record WithdrawRequest(string? Reason);

/// <summary>撤下: the office takes an item off every public page at once; its number is never reused.</summary>
internal static class WithdrawItem
{
    private const int MaxReason = 500;

    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/{id:guid}/withdraw", Handle)
        .RequireRole(Roles.Office).WithName("WithdrawItem").WithSummary("撤下已发布信息");

    private static async Task<IResult> Handle(string authority, Guid id, WithdrawRequest request, HttpContext http, CatalogueDb db, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > MaxReason || request.Reason.Contains('\0', StringComparison.Ordinal))
            return ItemFailures.Invalid(new Dictionary<string, string[]> { ["reason"] = [$"请写明撤下原因，不超过 {MaxReason} 字。"] }).ToProblem();
        var found = await ItemAccess.ForChangeAsync(db, authority, id, http.User.Staff()!, http.Request, cancellation);
        if (found.Failure is { } refused) return refused.ToProblem();
        var item = found.Value!;
        var now = clock.GetUtcNow();
        if (item.Withdraw(request.Reason.Trim(), now) is { } failure) return failure.ToProblem();
        var named = await db.Publications.AsNoTracking().Where(p => p.ItemId == item.Id && p.IsCurrent).Select(p => p.Companions).FirstOrDefaultAsync(cancellation);
        db.Publish(new ItemWithdrawn(Guid.CreateVersion7(), now, authority, item.Id.Value, item.IndexNumber!, item.Content.Category,
            await db.RelatedAsync(authority, item.Id, named ?? [], cancellation)));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.HideAsync(item.Id, cancellation);
        if (await ItemAccess.SaveAsync(db, cancellation) is { } conflict) return conflict.ToProblem();
        await transaction.CommitAsync(cancellation);
        return ItemAccess.Ok(http, item);
    }
}
