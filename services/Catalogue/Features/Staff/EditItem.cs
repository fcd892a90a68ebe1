using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>修改草稿: replaces the working content of a draft or returned item.</summary>
internal static class EditItem
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPut("items/{id:guid}", Handle)
        .RequireRole(ItemPowers.Drafters).WithName("EditItem").WithSummary("修改草稿");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(string authority, Guid id, ItemRequest request,
        HttpContext http, CatalogueDb db,
        RulePacks packs, CommandRunner<CatalogueDb> commands, TimeProvider clock, CancellationToken cancellation)
    {
        var who = http.Person();
        var command = CommandContext.Of(http, request);
        var edited = await commands.ChangeAsync(command, () => ItemAccess.FindForChangeAsync(db, who, id, cancellation), async item =>
        {
            var now = clock.GetUtcNow();
            var content = await request.CheckAsync(db, packs[authority], who, LegalDay.Of(now), item, cancellation);
            return content.Failure is { } invalid ? invalid : item.Edit(who.For(item), content.Value!, now);
        }, cancellation, versioned: true);
        return edited.ToNoContent(http);
    }
}
