using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Transforms;

namespace Disclosure.Gateway.Routing;

/// <summary>Routes <c>/api/{service}/…</c>, and nothing else, to the services; probes and OpenAPI of a service have no such path.</summary>
internal static class ServiceRoutes
{
    /// <summary>Services with an API of their own, by resource name.</summary>
    public static readonly IReadOnlyList<string> Services = ["catalogue", "review"];

    /// <summary>Largest upload for import, bytes.</summary>
    public const long MaxUpload = 20 * 1024 * 1024;

    private static readonly Failure CrossSite = new("cross-site-request", StatusCodes.Status403Forbidden, "请求来自其他网站",
        "浏览器会话只能由本站页面使用；程序调用请使用访问令牌（Authorization: Bearer）。");

    public static WebApplicationBuilder AddServiceRoutes(this WebApplicationBuilder builder)
    {
        builder.Services.AddReverseProxy()
            .LoadFromMemory([.. Services.Select(Route), ImportRoute], [.. Services.Select(Cluster)])
            .AddTransforms(context => context.AddRequestTransform(RelayTokenAsync))
            .AddServiceDiscoveryDestinationResolver();
        return builder;
    }

    public static void MapServiceRoutes(this WebApplication app) => app.MapReverseProxy(proxy => proxy.Use(async (context, next) =>
    {
        if (UsesSession(context) && !IsSameOrigin(context.Request)) await CrossSite.ToProblem().ExecuteAsync(context);
        else await next();
    })).DisableAntiforgery();

    private static RouteConfig Route(string service) => new()
    {
        RouteId = service,
        ClusterId = service,
        Match = new RouteMatch { Path = $"/api/{service}/{{**rest}}" },
    };

    private static RouteConfig ImportRoute => new()
    {
        RouteId = "catalogue-import",
        ClusterId = "catalogue",
        Match = new RouteMatch { Path = "/api/catalogue/{authority}/items/import", Methods = ["POST"] },
        MaxRequestBodySize = MaxUpload,
        Order = -1,
    };

    private static ClusterConfig Cluster(string service) => new()
    {
        ClusterId = service,
        Destinations = new Dictionary<string, DestinationConfig> { [service] = new() { Address = $"http://{service}" } },
    };

    /// <summary>Cookies end here. A caller's own token passes; otherwise the session's token goes with it.</summary>
    private static async ValueTask RelayTokenAsync(RequestTransformContext context)
    {
        context.ProxyRequest.Headers.Remove(HeaderNames.Cookie);
        if (UsesSession(context.HttpContext) && await context.HttpContext.GetTokenAsync("access_token") is { } token)
            context.ProxyRequest.Headers.Authorization = new("Bearer", token);
    }

    private static bool UsesSession(HttpContext context)
        => context.User.Identity?.IsAuthenticated == true && !context.Request.Headers.ContainsKey(HeaderNames.Authorization);

    /// <summary>A browser says where a request comes from; one that says nothing is not trusted with a session.</summary>
    private static bool IsSameOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site == "same-origin";
        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
