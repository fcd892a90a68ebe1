using Disclosure.BrowserTests.World;
using Disclosure.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Stack))]

namespace Disclosure.BrowserTests.World;

/// <summary>The platform as it runs: the app model with real PostgreSQL and RabbitMQ, issuer, services and gateway.</summary>
public sealed class Stack : IAsyncLifetime
{
    private readonly string home = Path.Combine(Path.GetTempPath(), $"disclosure-browser-{Guid.CreateVersion7():N}");
    private TestApplication platform = null!;

    /// <summary>Address of the portal.</summary>
    public string Portal => platform.Address("gateway").ToString().TrimEnd('/');

    /// <summary>Address of the issuer's realm.</summary>
    public string Issuer => new Uri(platform.Address("keycloak"), "/realms/disclosure").ToString();

    internal Editors Editors { get; private set; } = null!;

    internal Senders Senders { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        platform = await TestApplication
            .StartPlatformAsync(home, new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "Warning" },
            // The pages as a deployment shows them; the issuer knows that it runs nowhere but here.
            "--ASPNETCORE_ENVIRONMENT=Production");
        Editors = new Editors(Portal, Issuer);
        Senders = await Senders.StartAsync(await platform.ConnectionStringAsync("messaging"));
        await Samples.PublishAsync(Editors);
    }

    /// <summary>Stops a service, as an outage would.</summary>
    public Task StopAsync(string service) => platform.StopAsync(service);

    /// <summary>Starts it again and waits until it is healthy.</summary>
    public Task StartAgainAsync(string service) => platform.StartAgainAsync(service);

    public async ValueTask DisposeAsync()
    {
        Editors?.Dispose();
        if (Senders is not null) await Senders.DisposeAsync();
        if (platform is not null) await platform.DisposeAsync();
        Directory.Delete(home, recursive: true);
    }
}
