using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Features.Public;
using Disclosure.Catalogue.Features.Staff;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Catalogue.Features;

/// <summary>Every endpoint of the service.</summary>
internal static class Endpoints
{
    public static void MapCatalogue(this WebApplication app)
    {
        var authority = app.MapGroup("/api/catalogue/{authority}").AddEndpointFilter(async (context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<RulePacks>().TryGet((string)context.HttpContext.GetRouteValue("authority")!, out _)
                ? await next(context)
                : ItemFailures.UnknownAuthority.ToProblem());
        PublicEndpoints.Map(authority.MapGroup("public").WithTags("公开"));

        var staff = authority.MapGroup("").RequireOwnAuthority().WithTags("工作人员");
        ReadItems.Map(staff);
        ReadCompanions.Map(staff);
        DraftItem.Map(staff);
        ImportItem.Map(staff);
        EditItem.Map(staff);
        SubmitItem.Map(staff);
        ReviseItem.Map(staff);
        WithdrawItem.Map(staff);
    }
}
