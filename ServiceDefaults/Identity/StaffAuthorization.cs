using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Disclosure.ServiceDefaults.Identity;

/// <summary>Guards endpoints by authority, role and machine client.</summary>
/// <remarks>The guards are authorization policies: they refuse before the body is read, and each endpoint's metadata tells who may call
/// it.</remarks>
public static class StaffAuthorization
{
    /// <summary>Demands a signed-in member of staff of the route's <c>{authority}</c> who is still in office: 401 without a token, 403 for
    /// another authority and for whoever has left (离岗).</summary>
    /// <typeparam name="TBuilder">Endpoint or group builder.</typeparam>
    /// <param name="endpoints">The endpoints.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder RequireOwnAuthority<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder
        => endpoints.Require(new StaffRequirement(OwnAuthority: true));

    /// <summary>Demands one of the roles, held or stood in for: 403 otherwise.</summary>
    /// <typeparam name="TBuilder">Endpoint or group builder.</typeparam>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="roles">Any one of these suffices.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder RequireRole<TBuilder>(this TBuilder endpoints, params string[] roles) where TBuilder : IEndpointConventionBuilder
        => endpoints.Require(new StaffRequirement(Roles: roles));

    /// <summary>Demands a token of the machine client, issued for the route's <c>{authority}</c>; staff are refused with 403.</summary>
    /// <typeparam name="TBuilder">Endpoint or group builder.</typeparam>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="client">The client, for instance <c>hotline-12345</c>.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder RequireMachine<TBuilder>(this TBuilder endpoints, string client) where TBuilder : IEndpointConventionBuilder
        => endpoints.Require(new StaffRequirement(OwnAuthority: true, Machine: client));

    private static TBuilder Require<TBuilder>(this TBuilder endpoints, StaffRequirement requirement)
        where TBuilder : IEndpointConventionBuilder
        => endpoints.RequireAuthorization(policy => policy.RequireAuthenticatedUser().AddRequirements(requirement));
}

/// <summary>Who may call an endpoint.</summary>
/// <param name="OwnAuthority">Only people and machines of the route's <c>{authority}</c>.</param>
/// <param name="Roles">Any one of these roles; null for every role.</param>
/// <param name="Machine">Only this machine client; null for staff.</param>
public sealed record StaffRequirement(bool OwnAuthority = false, IReadOnlyList<string>? Roles = null, string? Machine = null)
    : IAuthorizationRequirement;

internal sealed class StaffRequirementHandler : AuthorizationHandler<StaffRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffRequirement requirement)
    {
        if (await RefusalAsync(context, requirement) is { } failure) Refuse(context, failure);
        else context.Succeed(requirement);
    }

    private static async Task<Failure?> RefusalAsync(AuthorizationHandlerContext context, StaffRequirement requirement)
    {
        var http = context.Resource as HttpContext;
        var staff = context.User.Staff();
        var authority = requirement.Machine is null ? staff?.Authority : context.User.Machine(requirement.Machine)?.Authority;
        // Whoever is no such machine has not the power to ask, of whichever authority.
        if (requirement.Machine is { } client && context.User.Machine(client) is null) return StaffAuthentication.RoleIsMissing;
        var route = http?.GetRouteValue("authority") as string;
        if (requirement.OwnAuthority && (authority is null || !string.Equals(authority, route, StringComparison.Ordinal)))
            return StaffAuthentication.NotOfThisAuthority;
        if (requirement.Machine is not null) return null;
        if (http is null || staff is null) return StaffAuthentication.RoleIsMissing;
        var person = await http.LookUpAsync(staff);
        if (person.HasLeft) return PeopleFailures.HasLeft;
        return requirement.Roles is { } roles && !roles.Any(person.Holds) ? StaffAuthentication.RoleIsMissing : null;
    }

    private void Refuse(AuthorizationHandlerContext context, Failure failure) => context.Fail(new Refusal(this, failure));
}

/// <summary>The reason of a refusal, as the response will tell it.</summary>
internal sealed class Refusal(IAuthorizationHandler handler, Failure failure) : AuthorizationFailureReason(handler, failure.Code)
{
    public Failure Failure { get; } = failure;
}

/// <summary>Answers 403 with the reason; everything else as ASP.NET Core does.</summary>
internal sealed class ForbiddenAsProblem : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler others = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden) return others.HandleAsync(next, context, policy, authorizeResult);
        var refusal = authorizeResult.AuthorizationFailure?.FailureReasons.OfType<Refusal>().FirstOrDefault();
        return (refusal?.Failure ?? StaffAuthentication.RoleIsMissing).ToProblem().ExecuteAsync(context);
    }
}
