using System.Net.Http.Headers;
using Disclosure.ServiceDefaults.Persistence;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Testing;

/// <summary>A service as it runs, on Kestrel, PostgreSQL and RabbitMQ; the test plays the other services over the broker.</summary>
/// <typeparam name="TEntry">Any type of the service's assembly.</typeparam>
/// <typeparam name="TDb">Its database.</typeparam>
/// <param name="name">Name of the service.</param>
/// <param name="configure">What this test's service differs in.</param>
/// <param name="hear">What the test hears of the broker.</param>
public sealed class ServiceHost<TEntry, TDb>(string name, Action<IWebHostBuilder> configure,
    Action<IReceiveEndpointConfigurator> hear) : IAsyncDisposable
    where TEntry : class
    where TDb : ServiceDbContext
{
    // Migrated once in a process; every host gets a copy.
    private static readonly Lazy<Task<TestDatabase>> Template = new(MigratedAsync);

    private TestDatabase? database;
    private WebApplicationFactory<TEntry>? factory;
    private IBusControl? bus;

    /// <summary>Connection string of the service's database.</summary>
    public string ConnectionString => database!.ConnectionString;

    /// <summary>Where the service keeps files.</summary>
    public string Files { get; } = Directory.CreateTempSubdirectory("disclosure-files").FullName;

    /// <summary>Where the service listens, on a socket as in a deployment.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Services of the running process.</summary>
    public IServiceProvider Services => factory!.Services;

    /// <summary>Starts the service, then the test's own end of the broker.</summary>
    /// <param name="cancellation">Cancels the start.</param>
    public async Task StartAsync(CancellationToken cancellation)
    {
        database = await TestDatabase.CopyAsync(await Template.Value);
        var broker = await TestServers.VirtualHostAsync();
        factory = new WebApplicationFactory<TEntry>().WithWebHostBuilder(host =>
        {
            host.UseSetting($"ConnectionStrings:{name}-db", database.ConnectionString)
                .UseSetting("ConnectionStrings:messaging", broker)
                .UseSetting("Identity:Issuer", TestTokens.Issuer)
                .UseSetting("Files:Path", Files)
                .UseSetting("urls", "http://127.0.0.1:0");
            configure(host);
        });
        factory.UseKestrel();
        using (var first = factory.CreateClient()) Address = first.BaseAddress!;
        bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker));
            rabbit.ReceiveEndpoint("test", hear);
        });
        await bus.StartAsync(cancellation);
    }

    /// <summary>A caller without a token.</summary>
    /// <returns>A client of the service.</returns>
    public HttpClient Anonymous() => factory!.CreateClient();

    /// <summary>A caller with a token.</summary>
    /// <param name="token">The token.</param>
    /// <returns>A client of the service.</returns>
    public HttpClient With(string token)
    {
        var client = factory!.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Says something over the broker, as another service does.</summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Cancels the sending.</param>
    public async Task PublishAsync<T>(T message, CancellationToken cancellation) where T : class
    {
        // What is said before there is a queue nobody hears.
        await Eventually.Holds(() => Task.FromResult(
            Services.GetRequiredService<IBusControl>().CheckHealth().Status == BusHealthStatus.Healthy), "the service consumes");
        await bus!.Publish(message, cancellation);
    }

    /// <summary>Looks into the database.</summary>
    /// <typeparam name="T">What is found.</typeparam>
    /// <param name="work">The look.</param>
    /// <returns>What was found.</returns>
    public async Task<T> InDatabaseAsync<T>(Func<TDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (bus is not null) await bus.StopAsync();
        }
        finally
        {
            if (factory is not null) await factory.DisposeAsync();
            if (database is not null) await database.DisposeAsync();
            Directory.Delete(Files, recursive: true);
        }
    }

    private static async Task<TestDatabase> MigratedAsync()
    {
        var template = await TestDatabase.CreateAsync();
        // A pooled connection would keep the copies from being made.
        var options = new DbContextOptionsBuilder<TDb>().UseNpgsql(template.ConnectionString + ";Pooling=false")
            .UseSnakeCaseNamingConvention().Options;
        await using var db = (TDb)Activator.CreateInstance(typeof(TDb), options)!;
        await db.MigrateAsync(CancellationToken.None);
        return template;
    }
}
