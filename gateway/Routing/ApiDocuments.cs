using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Scalar.AspNetCore;

namespace Disclosure.Gateway.Routing;

/// <summary>One page for the OpenAPI documents of every service, at <c>/api-docs</c>.</summary>
internal static class ApiDocuments
{
    private const string Client = "openapi";

    public static WebApplicationBuilder AddApiDocuments(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpClient(Client);
        return builder;
    }

    public static void MapApiDocuments(this WebApplication app)
    {
        app.MapGet("/api-docs/{service}.json", DocumentAsync).ExcludeFromDescription();
        app.MapScalarApiReference("/api-docs", (options, context) =>
        {
            var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            // The reference builds its own page: its one inline script is named by a nonce, its styles are made at run time.
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "font-src 'self' data:; connect-src 'self'; base-uri 'self'; frame-ancestors 'none'";
            options.WithNonce(nonce).WithTitle("接口文档").WithOpenApiRoutePattern("/api-docs/{documentName}.json").DisableDefaultFonts()
                // Its page names no language, and takes nothing into the element that could.
                .AddHeadContent($"<script nonce=\"{nonce}\">document.documentElement.lang = 'zh-CN';</script>")
                .AddDocuments(ServiceRoutes.Services).AddDocument("gateway", "规则接口", "/openapi/v1.json");
        }).ExcludeFromDescription();
    }

    private static async Task<IResult> DocumentAsync(string service, IHttpClientFactory clients, CancellationToken cancellation)
    {
        if (!ServiceRoutes.Services.Contains(service)) return TypedResults.NotFound();
        using var http = clients.CreateClient(Client);
        var document = JsonNode.Parse(await http.GetStringAsync(new Uri($"http://{service}/openapi/v1.json"), cancellation))!.AsObject();
        // A service knows only its inner address; callers use this one.
        document["servers"] = new JsonArray(new JsonObject { ["url"] = "/" });
        return TypedResults.Text(document.ToJsonString(), "application/json");
    }
}
