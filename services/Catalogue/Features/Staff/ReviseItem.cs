using Disclosure.Catalogue.Data;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>修订: opens a published item for a new version; citizens keep reading the approved one.</summary>
internal static class ReviseItem
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/{id:guid}/revise", Handle)
        .RequireRole(DraftItem.Drafters).WithName("ReviseItem").WithSummary("发起修订");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, HttpContext http, CatalogueDb db,
        CommandRunner<CatalogueDb> commands,
        TimeProvider clock, CancellationToken cancellation)
    {
        var command = CommandContext.Of(http, id, DraftItem.Drafters);
        var revised = await commands.ChangeAsync(command, () => ItemAccess.FindForChangeAsync(db, http.User.Staff()!, id, cancellation),
            item => Task.FromResult(item.Revise(command.Actor, clock.GetUtcNow())), cancellation, versioned: true);
        return revised.ToNoContent(http);
    }
}
