using System.Net;
using Disclosure.Gateway.Consumers;
using Disclosure.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Disclosure.Gateway.Tests.Notifications;

/// <summary>What strangers read and where staff sign in needs nothing of the gateway's own database.</summary>
public sealed class OutageTests
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing";

    [Fact]
    public async Task The_gateway_starts_and_serves_while_its_database_is_away()
    {
        await using var factory = Gateway(await TestServers.VirtualHostAsync(), NotificationHost.Settings(25));
        factory.UseKestrel();
        using var first = factory.CreateClient();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = first.BaseAddress };
        client.DefaultRequestHeaders.Host = "zwgk.example.gov.cn";

        // It starts at once; the broker comes a moment later.
        await Eventually.Holds(async () => await client.GetStringAsync(new Uri("/health", UriKind.Relative)) == "Degraded"
            && (await Checks(factory)).SequenceEqual(["GatewayDb"]), "nothing but the database is missing");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(client, "/signin"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/staff/signed-in", "officer"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(client, "/staff/notifications", "officer"));
    }

    [Theory]
    [InlineData("Protection:Key", "", "Protection:Key is not configured")]
    [InlineData("Protection:Key", "short", "Protection:Key is no key")]
    [InlineData("Notifications:Smtp:From", "nobody", "Notifications:Smtp:From is missing or no e-mail address")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, string value, string words)
    {
        await using var factory = Gateway("amqp://127.0.0.1:1", NotificationHost.Settings(25).Append((key, value)));
        factory.UseKestrel();

        Assert.Contains(words, Assert.ThrowsAny<Exception>(() => factory.CreateClient()).ToString(), StringComparison.Ordinal);
    }

    private static WebApplicationFactory<NoticesRaisedConsumer> Gateway(string broker, IEnumerable<(string Key, string Value)> settings)
        => new WebApplicationFactory<NoticesRaisedConsumer>().WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in settings) host.UseSetting(key, value);
            host.UseSetting("ConnectionStrings:gateway-db", Nowhere).UseSetting("ConnectionStrings:messaging", broker)
                .UseSetting("Identity:Issuer", TestTokens.Issuer).UseSetting("urls", "http://127.0.0.1:0");
            host.ConfigureLogging(logging => logging.ClearProviders());
            host.ConfigureTestServices(services =>
            {
                NotificationHost.Play(services, new Keeper());
                services.AddTransient<IStartupFilter, NotificationHost.PutToWork>();
            });
        });

    private static async Task<IEnumerable<string>> Checks(WebApplicationFactory<NoticesRaisedConsumer> factory)
    {
        var health = factory.Services.GetRequiredService<Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckService>();
        return (await health.CheckHealthAsync()).Entries.Where(entry => entry.Value.Status
            != Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy).Select(entry => entry.Key);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path, string? who = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (who is not null) request.Headers.Add(NotificationHost.PutToWork.Header, who);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
