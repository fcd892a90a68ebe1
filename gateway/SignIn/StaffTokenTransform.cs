using System.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;

namespace Disclosure.Gateway.SignIn;

/// <summary>What the proxy forwards of a caller's identity: a token, never a cookie.</summary>
internal static class StaffTokenTransform
{
    /// <summary>
    /// Adds the session's access token to proxied requests. A caller's own bearer token (a machine, the command line) is left as it is.
    /// A request that changes something gets the session's token only when it comes from our own pages: cookies travel by themselves.
    /// </summary>
    public static IReverseProxyBuilder AddStaffTokenTransform(this IReverseProxyBuilder proxy)
        => proxy.AddTransforms(context => context.AddRequestTransform(async transform =>
    {
        transform.ProxyRequest.Headers.Remove("Cookie");
        if (transform.ProxyRequest.Headers.Authorization is not null || !IsOurs(transform.HttpContext.Request)) return;
        var tokens = transform.HttpContext.RequestServices.GetRequiredService<ITokenSource>();
        if (await tokens.GetAsync() is { } token) transform.ProxyRequest.Headers.Authorization = new AuthenticationHeaderValue("Bearer",
            token);
    }));

    internal static bool IsOurs(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return true;
        if (request.Headers["Sec-Fetch-Site"] is [{ } site]) return site == "same-origin";
        return request.Headers.Origin is [{ } origin]
            && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
