using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>起草: an officer writes an item.</summary>
internal static class DraftItem
{
    /// <summary>Who writes items, in the order in which a role counts as the one used.</summary>
    public static readonly string[] Drafters = [Roles.Officer, Roles.Head, Roles.Office];

    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items", Handle)
        .RequireRole(Drafters).WithName("DraftItem").WithSummary("起草信息");

    private static async Task<Results<Created<CreatedId>, ProblemHttpResult>> Handle(string authority, ItemRequest request,
        HttpContext http, CatalogueDb db,
        RulePacks packs, CommandRunner<CatalogueDb> commands, TimeProvider clock, CancellationToken cancellation)
    {
        var command = CommandContext.Of(http, request, Drafters);
        var drafted = await commands
            .CreateAsync(command, () => DraftAsync(request, command.Actor, http.User.Staff()!, db, packs[authority], clock, cancellation),
            cancellation);
        return drafted.ToCreated(http, id => Place(authority, id));
    }

    /// <summary>A draft of what was written, or every problem at once.</summary>
    public static async Task<Outcome<Creation<Item>>> DraftAsync(ItemRequest request, Actor author, StaffMember staff, CatalogueDb db,
        RulePack pack, TimeProvider clock,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var content = await request.CheckAsync(db, pack, staff, LegalDay.Of(now), null, cancellation);
        if (content.Failure is { } failure) return failure;
        var (item, fact) = Item.Draft(author, content.Value!, now);
        return new Creation<Item>(item, fact);
    }

    public static string Place(string authority, Guid id) => $"/api/catalogue/{authority}/items/{id}";
}
