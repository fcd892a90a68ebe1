using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>修改草稿: replaces the working content of a draft or returned item.</summary>
internal static class EditItem
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPut("items/{id:guid}", Handle)
        .RequireRole(Roles.Officer, Roles.Head, Roles.Office).WithName("EditItem").WithSummary("修改草稿");

    private static async Task<IResult> Handle(string authority, Guid id, ItemRequest request, HttpContext http, CatalogueDb db, RulePacks packs,
        TimeProvider clock, CancellationToken cancellation)
    {
        var staff = http.User.Staff()!;
        var found = await ItemAccess.ForChangeAsync(db, authority, id, staff, http.Request, cancellation);
        if (found.Failure is { } refused) return refused.ToProblem();
        var now = clock.GetUtcNow();
        var content = await request.CheckAsync(db, packs[authority], staff, ShanghaiTime.Date(now), found.Value!.Id, cancellation);
        if (content.Failure is { } invalid) return invalid.ToProblem();
        var item = found.Value!;
        var failure = item.Edit(content.Value!, staff.Subject, now) ?? await ItemAccess.SaveAsync(db, cancellation);
        return failure is null ? ItemAccess.Ok(http, item) : failure.ToProblem();
    }
}
