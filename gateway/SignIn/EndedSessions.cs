using Disclosure.Gateway.Failures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Disclosure.Gateway.SignIn;

/// <summary>
/// Answers a request of a page that needs a session and has none. Opening a page leads through the sign-in and back. What a script fetches
/// cannot be led there, because the issuer is another site; and what a form brought would be lost on the way.
/// </summary>
internal sealed class EndedSessions : IAuthorizationMiddlewareResultHandler
{
    /// <summary>By this header the script of Blazor opens an address in place of the page it asked for.</summary>
    private const string OpenInstead = "blazor-enhanced-nav-redirect-location";

    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult)
    {
        var opens = HttpMethods.IsGet(context.Request.Method);
        if (!authorizeResult.Challenged || FailurePages.IsApi(context) || (opens && !IsFetched(context.Request)))
            return usual.HandleAsync(next, context, policy, authorizeResult);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        if (!opens) return KeptForm.KeepAsync(context, isStale: false, isOpen: IsFetched(context.Request));
        context.Response.Headers[OpenInstead] = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        return Task.CompletedTask;
    }

    /// <summary>Whether a script asks, and the page that is open stays open.</summary>
    public static bool IsFetched(HttpRequest request)
        => request.Headers.Accept.ToString().Contains("blazor-enhanced-nav", StringComparison.Ordinal)
        || request.Headers["Sec-Fetch-Dest"] == "empty";
}
