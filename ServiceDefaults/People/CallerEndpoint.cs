using Disclosure.Contracts.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Disclosure.ServiceDefaults.People;

/// <summary>本人权限: what a service holds the caller to be, so that a page shows what the service will allow.</summary>
public static class CallerEndpoint
{
    /// <summary>Maps it at <c>me</c>.</summary>
    /// <param name="staff">The service's group <c>/api/{service}/{authority}</c>, for staff of the authority.</param>
    public static void MapCaller(this RouteGroupBuilder staff)
        => staff.MapGet("me", Handle).WithName("GetCaller").WithSummary("本人权限").WithTags("工作人员");

    private static Ok<CallerView> Handle(HttpContext http)
    {
        var who = http.Person();
        return TypedResults.Ok(new CallerView(who.Subject, who.Name, who.Authority, [.. who.Mandates.Select(mandate => new MandateView(
            mandate.Principal, mandate.PrincipalName, mandate.Unit, [.. mandate.Roles.Order(StringComparer.Ordinal)]))]));
    }
}
