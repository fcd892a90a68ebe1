using Disclosure.Gateway.SignIn;
using Microsoft.AspNetCore.Http.Metadata;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Model;

namespace Disclosure.Gateway.Routing;

/// <summary>Routes <c>/api/{service}/…</c>, and nothing else, to the services; probes and OpenAPI of a service have no such path.</summary>
internal static class ServiceRoutes
{
    /// <summary>Services with an API of their own, by resource name.</summary>
    public static readonly IReadOnlyList<string> Services = ["catalogue", "review"];

    /// <summary>Largest upload for import, bytes: a file of 20 MB and the form around it; Catalogue bounds the file itself.</summary>
    public const long MaxUpload = 21 * 1024 * 1024;

    /// <summary>Largest attachment, bytes: a file of 50 MB and the form around it.</summary>
    public const long MaxAttachment = 51 * 1024 * 1024;

    public static WebApplicationBuilder AddServiceRoutes(this WebApplicationBuilder builder)
    {
        builder.Services.AddReverseProxy()
            .LoadFromMemory([.. Services.Select(Route), Upload("import", "items/import", MaxUpload),
                Upload("attachments", "items/{id}/attachments", MaxAttachment)], [.. Services.Select(Cluster)])
            .AddStaffTokenTransform()
            .AddServiceDiscoveryDestinationResolver();
        return builder;
    }

    public static void MapServiceRoutes(this WebApplication app) => app.MapReverseProxy().Add(endpoint =>
    {
        // The proxy knows a route's limit only when it forwards; what is too large is refused before.
        if (endpoint.Metadata.OfType<RouteModel>().SingleOrDefault()?.Config.MaxRequestBodySize is { } limit) endpoint.Metadata
            .Add(new SizeLimit(limit));
    });

    private static RouteConfig Route(string service) => new()
    {
        RouteId = service,
        ClusterId = service,
        Match = new RouteMatch { Path = $"/api/{service}/{{**rest}}" },
    };

    private static RouteConfig Upload(string name, string path, long most) => new()
    {
        RouteId = $"catalogue-{name}",
        ClusterId = "catalogue",
        Match = new RouteMatch { Path = $"/api/catalogue/{{authority}}/{path}", Methods = ["POST"] },
        MaxRequestBodySize = most,
        Order = -1,
    };

    private static ClusterConfig Cluster(string service) => new()
    {
        ClusterId = service,
        // Kestrel takes headers as UTF-8, so they are passed on as such; the client's default would fail at the first letter beyond ASCII.
        HttpClient = new HttpClientConfig { RequestHeaderEncoding = "utf-8", ResponseHeaderEncoding = "utf-8" },
        Destinations = new Dictionary<string, DestinationConfig> { [service] = new() { Address = $"http://{service}" } },
    };

    private sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
