using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>修订: opens a published item for a new version; citizens keep reading the approved one.</summary>
internal static class ReviseItem
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/{id:guid}/revise", Handle)
        .RequireRole(ItemPowers.Drafters).WithName("ReviseItem").WithSummary("发起修订");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, HttpContext http, CatalogueDb db,
        CommandRunner<CatalogueDb> commands,
        TimeProvider clock, CancellationToken cancellation)
    {
        var who = http.Person();
        var revised = await commands.ChangeAsync(CommandContext.Of(http, id),
            () => ItemAccess.FindForChangeAsync(db, who, id, cancellation),
            async item => item.Revise(who.For(item), (await db.ShownAsync(item.Id, cancellation))?.Content, clock.GetUtcNow()),
            cancellation, versioned: true);
        return revised.ToNoContent(http);
    }
}
