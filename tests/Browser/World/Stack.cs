using Disclosure.BrowserTests.World;
using Disclosure.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Stack))]

namespace Disclosure.BrowserTests.World;

/// <summary>The platform as it runs: real PostgreSQL and RabbitMQ, issuer, Catalogue, Review and the gateway.</summary>
public sealed class Stack : IAsyncLifetime
{
    private readonly string home = Directory.CreateTempSubdirectory("disclosure-browser-").FullName;
    private TestDatabase catalogueData = null!;
    private TestDatabase reviewData = null!;
    private ServiceProcess issuer = null!;
    private ServiceProcess review = null!;
    private ServiceProcess gateway = null!;

    /// <summary>Address of the portal.</summary>
    public string Portal => gateway.Address;

    /// <summary>Address of the issuer's realm.</summary>
    public string Issuer => $"{issuer.Address}/realms/disclosure";

    internal ServiceProcess Catalogue { get; private set; } = null!;

    internal Editors Editors { get; private set; } = null!;

    internal Senders Senders { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var rabbit = await TestServers.VirtualHostAsync();
        catalogueData = await TestDatabase.CreateAsync();
        reviewData = await TestDatabase.CreateAsync();
        issuer = new ServiceProcess("issuer", "DevelopmentIssuer", new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Realm__File"] = Path.Combine(Repository.Root, "deploy", "keycloak", "disclosure-realm.json"),
            ["Identity__KeyFile"] = Path.Combine(home, "issuer.pem"),
            ["GATEWAY_CLIENT_SECRET"] = "development-only",
            ["HOTLINE_CLIENT_SECRET"] = "development-only",
            ["DISCLOSURE_DEMO_STAFF"] = "true",
        });
        Catalogue = new ServiceProcess("catalogue", "Catalogue", Service(rabbit, ("catalogue-db", catalogueData.ConnectionString)));
        review = new ServiceProcess("review", "Review", Service(rabbit, ("review-db", reviewData.ConnectionString)));
        gateway = new ServiceProcess("gateway", "Gateway", new Dictionary<string, string>(Service(rabbit))
        {
            ["Identity__ClientSecret"] = "development-only",
            ["services__catalogue__http__0"] = Catalogue.Address,
            ["services__review__http__0"] = review.Address,
        });
        await Task.WhenAll(issuer.StartAsync(), Catalogue.MigrateAsync(), review.MigrateAsync());
        await Task.WhenAll(Catalogue.StartAsync(), review.StartAsync(), gateway.StartAsync());
        Editors = new Editors(Portal, Issuer);
        Senders = await Senders.StartAsync(rabbit);
        await Samples.PublishAsync(Editors);
    }

    public async ValueTask DisposeAsync()
    {
        Editors?.Dispose();
        if (Senders is not null) await Senders.DisposeAsync();
        foreach (var process in new[] { gateway, review, Catalogue, issuer })
            if (process is not null) await process.DisposeAsync();
        if (catalogueData is not null) await catalogueData.DisposeAsync();
        if (reviewData is not null) await reviewData.DisposeAsync();
        Directory.Delete(home, recursive: true);
    }

    private Dictionary<string, string> Service(string rabbit, params (string Name, string Value)[] databases)
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Identity__Issuer"] = Issuer,
            ["ConnectionStrings__messaging"] = rabbit,
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
        };
        foreach (var (name, value) in databases) environment[$"ConnectionStrings__{name}"] = value;
        return environment;
    }
}
