using System.Net;
using System.Net.Sockets;
using Disclosure.Contracts.Review.Api;
using Disclosure.Gateway.Clients;
using Disclosure.Gateway.Clients.Review;
using Disclosure.Gateway.Security;
using Disclosure.Gateway.SignIn;
using Disclosure.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Disclosure.Identity.Tests.Edge;

/// <summary>The gateway's guards as the app model starts them, before a service that only says whom it hears.</summary>
internal sealed class EdgeServer : IAsyncDisposable
{
    private readonly WebApplication gateway;
    private readonly WebApplication service;

    private EdgeServer(WebApplication gateway, WebApplication service) => (this.gateway, this.service) = (gateway, service);

    public static async Task<EdgeServer> StartAsync(params (string Key, string Value)[] configuration)
    {
        var service = Builder([]);
        var review = service.Build();
        review.UseServiceDefaults();
        review.MapGet("/api/review/bijie/supervision", (HttpContext http)
            => new SupervisionView([new UnitLoad(http.Connection.RemoteIpAddress!.ToString(), 1, 0, 0)], [], [], [], [], [], [], [], []));
        await review.StartAsync();
        var builder = Builder([.. configuration, ("Identity:Issuer", "http://127.0.0.1:9/realms/disclosure"),
            ("services:review:http:0", review.Urls.Single()), ("services:catalogue:http:0", review.Urls.Single())]);
        builder.AddGatewaySignIn().AddServiceClients().AddGuards();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.UseGuards();
        app.MapPost("/writes", () => "written");
        app.MapGet("/page", () => "page");
        app.MapGet("/heard", async (StaffReview client, CancellationToken cancellation)
            => (await client.SupervisionAsync("bijie", cancellation)).Value!.Units[0].Unit);
        await app.StartAsync();
        return new EdgeServer(app, review);
    }

    /// <summary>A client at an address of this machine; 127.0.0.1 is a known proxy, 127.0.0.2 is anybody.</summary>
    public HttpClient ClientAt(string address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = new Uri(gateway.Urls.Single()) };

    public async ValueTask DisposeAsync()
    {
        await gateway.DisposeAsync();
        await service.DisposeAsync();
    }

    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static WebApplicationBuilder Builder((string Key, string Value)[] configuration)
    {
        // As ASPNETCORE_FORWARDEDHEADERS_ENABLED of the manifest does.
        var builder = WebApplication.CreateBuilder(["--ForwardedHeaders_Enabled=true"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in configuration) builder.Configuration[key] = value;
        builder.AddServiceDefaults();
        return builder;
    }
}
