using Disclosure.Gateway.Failures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Disclosure.Gateway.SignIn;

/// <summary>What a form held that came after its session had ended: it is sent again from the page that says so.</summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Fields">Names and values, in order.</param>
public sealed record KeptForm(string Address, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>The form that a request brought, or null.</summary>
    internal static KeptForm? Of(HttpContext context) => context.Items[typeof(KeptForm)] as KeptForm;

    /// <summary>Makes it known to whoever answers the request.</summary>
    internal void Bring(HttpContext context) => context.Items[typeof(KeptForm)] = this;
}

/// <summary>
/// Answers a request of a page that needs a session and has none. Opening a page leads through the sign-in and back. What a script fetches
/// cannot be led there, because the issuer is another site; and what a form brought would be lost on the way.
/// </summary>
internal sealed class EndedSessions : IAuthorizationMiddlewareResultHandler
{
    private const string Form = "application/x-www-form-urlencoded";

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
        if (!opens) return IsFetched(context.Request) ? Task.CompletedTask : KeepAsync(context);
        context.Response.Headers[OpenInstead] = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        return Task.CompletedTask;
    }

    /// <summary>Whether a script asks, and the page that is open stays open.</summary>
    public static bool IsFetched(HttpRequest request)
        => request.Headers.Accept.ToString().Contains("blazor-enhanced-nav", StringComparison.Ordinal)
        || request.Headers["Sec-Fetch-Dest"] == "empty";

    /// <summary>Files are not kept, and what another site sent is not shown.</summary>
    private static async Task KeepAsync(HttpContext context)
    {
        var request = context.Request;
        if (!StaffTokenTransform.IsOurs(request)
            || request.ContentType?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) != true) return;
        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            var fields = form.SelectMany(field => field.Value.Select(value => (field.Key, value ?? "")));
            new KeptForm(request.PathBase + request.Path + request.QueryString, [.. fields]).Bring(context);
        }
        catch (Exception failure) when (BackendFailures.IsUnreadableForm(failure))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
