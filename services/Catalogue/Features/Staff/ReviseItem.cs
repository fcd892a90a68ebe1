using Disclosure.Catalogue.Data;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>修订: opens a published item for a new version; citizens keep reading the approved one.</summary>
internal static class ReviseItem
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/{id:guid}/revise", Handle)
        .RequireRole(Roles.Officer, Roles.Head, Roles.Office).WithName("ReviseItem").WithSummary("发起修订");

    private static async Task<IResult> Handle(string authority, Guid id, HttpContext http, CatalogueDb db, TimeProvider clock, CancellationToken cancellation)
    {
        var found = await ItemAccess.ForChangeAsync(db, authority, id, http.User.Staff()!, http.Request, cancellation);
        if (found.Failure is { } refused) return refused.ToProblem();
        var failure = found.Value!.Revise(clock.GetUtcNow()) ?? await ItemAccess.SaveAsync(db, cancellation);
        return failure is null ? ItemAccess.Ok(http, found.Value!) : failure.ToProblem();
    }
}
