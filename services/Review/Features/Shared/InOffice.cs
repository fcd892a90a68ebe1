using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features;

/// <summary>Refuses whoever has handed over (离岗): the token may live on, the office does not.</summary>
/// <remarks>For doors that open by role alone. Where a case decides, <see cref="Readership"/> and <see cref="Entitlement"/> look at
/// it.</remarks>
internal static class InOffice
{
    public static TBuilder RequireInOffice<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder
        => endpoints.AddEndpointFilter(InvokeAsync);

    private static async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var who = await http.RequestServices.GetRequiredService<Reviewers>().OfAsync(http.User.Staff()!, http.RequestAborted);
        return who.HasLeft ? Refusals.PersonHasLeft.ToProblem() : await next(context);
    }
}
