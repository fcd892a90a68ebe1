using System.Text.Json;
using Disclosure.Gateway.RulesApi;
using Disclosure.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Disclosure.Gateway.Tests.RulesApi;

/// <summary>The rules API alone, on a free loopback port.</summary>
public sealed class RulesServer : IAsyncLifetime
{
    private WebApplication? app;

    public HttpClient Client { get; } = new();

    /// <summary>Where costly questions wait.</summary>
    internal RulesLimiter Desk => app!.Services.GetRequiredService<RulesLimiter>();

    public static async Task<RulesServer> StartAsync(params (string Key, string Value)[] configuration)
    {
        var server = new RulesServer();
        await server.StartAsync(configuration.ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        return server;
    }

    public async ValueTask InitializeAsync() => await StartAsync(new Dictionary<string, string?> { ["RulesApi:Burst"] = "100000" });

    /// <summary>The OpenAPI document of the API.</summary>
    public async Task<JsonElement> DescriptionAsync(CancellationToken cancellation)
        => JsonElement.Parse(await Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), cancellation));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null) await app.DisposeAsync();
    }

    private async Task StartAsync(Dictionary<string, string?> configuration)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(configuration);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddServiceDefaults();
        builder.Services.AddRulesApi();
        app = builder.Build();
        app.UseServiceDefaults();
        app.UseRateLimiter();
        app.MapRules();
        await app.StartAsync();
        Client.BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .First());
    }
}
