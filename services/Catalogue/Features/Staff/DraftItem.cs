using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>起草: an officer writes an item.</summary>
internal static class DraftItem
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items", Handle)
        .RequireRole(ItemPowers.Drafters).WithName("DraftItem").WithSummary("起草信息");

    private static async Task<Results<Created<CreatedId>, ProblemHttpResult>> Handle(string authority, ItemRequest request,
        HttpContext http, CatalogueDb db,
        RulePacks packs, CommandRunner<CatalogueDb> commands, TimeProvider clock, CancellationToken cancellation)
    {
        var drafted = await commands.CreateAsync(CommandContext.Of(http, request),
            () => DraftAsync(request, http.Person(), db, packs[authority], clock, cancellation), cancellation);
        return drafted.ToCreated(http, id => Place(authority, id));
    }

    /// <summary>A draft of what was written, or every problem at once.</summary>
    public static async Task<Outcome<Creation<Item>>> DraftAsync(ItemRequest request, Person who, CatalogueDb db, RulePack pack,
        TimeProvider clock, CancellationToken cancellation, IReadOnlyList<string>? importRemarks = null)
    {
        var now = clock.GetUtcNow();
        var content = await request.CheckAsync(db, pack, who, LegalDay.Of(now), null, cancellation);
        if (content.Failure is { } failure) return failure;
        if (who.ToDraft(pack.Category(content.Value!.Category)!.Units) is not { } power) return StaffAuthentication.RoleIsMissing;
        var (item, fact) = Item.Draft(who.As(power), content.Value, now, importRemarks);
        return new Creation<Item>(item, fact);
    }

    public static string Place(string authority, Guid id) => $"/api/catalogue/{authority}/items/{id}";
}
