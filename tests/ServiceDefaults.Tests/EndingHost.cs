using System.Diagnostics;
using Disclosure.Contracts.Review;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.Testing;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>What holds a process up, and a sign when it does.</summary>
internal sealed class Holdup
{
    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Never ends.</summary>
    public TaskCompletionSource Deaf { get; } = new();
}

/// <summary>Is in the middle of its transaction until it is told to leave.</summary>
internal sealed class LingeringConsumer(EffectsDb db, TimeProvider clock, Holdup holdup)
    : InboxConsumer<ReviewConcluded, EffectsDb>(db, clock)
{
    protected override async Task HandleAsync(ReviewConcluded message, CancellationToken cancellation)
    {
        Db.Effects.Add(new Effect { Id = Guid.CreateVersion7(), Text = message.Reason! });
        await Db.SaveChangesAsync(cancellation);
        holdup.Reached.TrySetResult();
        await Db.Database.ExecuteSqlAsync($"select pg_sleep(60)", cancellation);
    }
}

/// <summary>A service with everything a service has, to be ended while something is wrong.</summary>
internal sealed class EndingHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private EndingHost(WebApplication app) => this.app = app;

    public Holdup Holdup => app.Services.GetRequiredService<Holdup>();

    public HttpClient Http => new() { BaseAddress = new Uri(app.Urls.Single()) };

    public IServiceProvider Services => app.Services;

    /// <summary>A database that is not there.</summary>
    public static string Database(int port) => $"Host=127.0.0.1;Port={port};Username=nobody;Password=nothing;Database=nothing";

    /// <summary>The database, by another way.</summary>
    public static string Database(string original, int port)
        => new NpgsqlConnectionStringBuilder(original) { Port = port }.ConnectionString;

    /// <summary>A broker that is not there.</summary>
    public static string Broker(int port) => $"amqp://guest:guest@127.0.0.1:{port}";

    /// <summary>The broker, by another way.</summary>
    public static string Broker(string original, int port) => new UriBuilder(original) { Port = port }.Uri.AbsoluteUri;

    public static async Task<EndingHost> StartAsync(
        string database, string broker, int? collector = null, string protocol = "http/protobuf", bool lingers = false)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:effects-db"] = database;
        builder.Configuration["ConnectionStrings:messaging"] = broker;
        if (collector is { } port)
        {
            builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{port}";
            builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol;
            // As Aspire sets it: what was not taken is sent again and again.
            builder.Configuration["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"] = "in_memory";
        }

        builder.Services.AddSingleton<Holdup>().AddSingleton<Deliveries>();
        builder.AddServiceDefaults();
        builder.AddServiceDatabase<EffectsDb>("effects-db");
        builder.AddMessaging<EffectsDb>("effects", queues =>
        {
            if (lingers) queues.Add<LingeringConsumer>("effects-effect");
            else queues.Add<EffectConsumer>();
        }, calendars: false, facts: false);
        var host = new EndingHost(builder.Build());
        host.Map();
        await host.app.StartAsync();
        return host;
    }

    /// <summary>Makes the tables; for hosts whose database is there.</summary>
    public async Task<EndingHost> WithTablesAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EffectsDb>().Database.EnsureCreatedAsync();
        return this;
    }

    public async Task<T> InDatabase<T>(Func<EffectsDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<EffectsDb>());
    }

    public Task<int> Publish(string reason) => InDatabase(db =>
    {
        db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), reason));
        return db.SaveChangesAsync();
    });

    public Task ConnectedAsync() => Eventually.Holds(() => Task.FromResult(
        app.Services.GetRequiredService<IBusControl>().CheckHealth().Status == BusHealthStatus.Healthy), "the broker is connected");

    /// <summary>Ends the service as a signal would, and says whether it kept its word.</summary>
    public async Task AssertEndsInTimeAsync()
    {
        var start = TimeProvider.System.GetTimestamp();
        await app.StopAsync();
        await app.DisposeAsync();
        var took = TimeProvider.System.GetElapsedTime(start);
        TestContext.Current.SendDiagnosticMessage($"ended in {took.TotalSeconds:0.00} s");
        Assert.True(took <= TimeSpan.FromSeconds(5), $"It took {took.TotalSeconds:0.0} s.");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.UseServiceDefaults();
        app.MapGet("/work", (ILogger<EndingHost> log) =>
        {
            using var activity = Telemetry.Activities.StartActivity("the last deed", ActivityKind.Internal);
            log.LogWarning("the last words");
        });
        app.MapGet("/lingers", async (EffectsDb db, Holdup holdup, CancellationToken cancellation) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            holdup.Reached.TrySetResult();
            await db.Database.ExecuteSqlAsync($"select pg_sleep(60)", cancellation);
        });
        app.MapGet("/asks/{port:int}", async (int port, IHttpClientFactory clients) =>
        {
            using var client = clients.CreateClient();
            return await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}"));
        });
        app.MapGet("/deaf", async (Holdup holdup) =>
        {
            holdup.Reached.TrySetResult();
            await holdup.Deaf.Task;
        });
    }
}
