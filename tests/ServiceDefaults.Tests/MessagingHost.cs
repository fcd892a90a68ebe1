using System.Collections.Concurrent;
using Disclosure.Contracts.Review;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Messaging.Ordering;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.Testing;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.Tests;

internal sealed class Effect
{
    public Guid Id { get; set; }

    public required string Text { get; set; }

    /// <summary>Which took effect before which.</summary>
    public long Position { get; set; }
}

internal sealed class EffectsDb(DbContextOptions<EffectsDb> options) : ServiceDbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Effect>().Property(effect => effect.Position).UseIdentityAlwaysColumn();
    }
}

/// <summary>Counts deliveries per message, and fails for titles that ask for it.</summary>
internal sealed class Deliveries
{
    public ConcurrentDictionary<Guid, int> Attempts { get; } = new();

    /// <summary>Whether what made poison poisonous has been put right.</summary>
    public bool Cured { get; set; }
}

internal sealed class EffectConsumer(EffectsDb db, TimeProvider clock, Deliveries deliveries)
    : InboxConsumer<ReviewConcluded, EffectsDb>(db, clock)
{
    protected override Task HandleAsync(ReviewConcluded message, CancellationToken cancellation)
    {
        var attempt = deliveries.Attempts.AddOrUpdate(message.MessageId, 1, (_, n) => n + 1);
        if (message.Reason == "hesitant" && attempt < 3) throw new InvalidOperationException("not yet");
        Db.Effects.Add(new Effect { Id = Guid.CreateVersion7(), Text = message.Reason! });
        return message.Reason == "poison" && !deliveries.Cured ? throw new InvalidOperationException("poison") : Task.CompletedTask;
    }
}

/// <summary>A whole process in miniature: database, outbox relay and, if asked, the consumer.</summary>
internal sealed class MessagingHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private MessagingHost(WebApplication app) => this.app = app;

    public Deliveries Deliveries => app.Services.GetRequiredService<Deliveries>();

    public static async Task<MessagingHost> StartAsync(string database, string rabbit, bool consumes, int? partitions = null,
        ILoggerProvider? log = null, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        if (log is not null) builder.Logging.AddProvider(log);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:effects-db"] = database,
            ["ConnectionStrings:messaging"] = rabbit,
            ["Messaging:Partitions"] = $"{partitions}",
            ["urls"] = "http://127.0.0.1:0",
        });
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton<Deliveries>();
        builder.AddServiceDatabase<EffectsDb>("effects-db");
        builder.AddMessaging<EffectsDb>("effects", queues =>
        {
            if (consumes) queues.Add<EffectConsumer>();
        }, calendars: false, facts: false);
        var host = new MessagingHost(builder.Build());
        await host.InDatabase(db => db.Database.EnsureCreatedAsync());
        // Its outbox holds what the test puts there: it has asked before who is who.
        await host.InDatabase(db => db.Database
            .ExecuteSqlAsync($"insert into asked_once (question) values ('PeopleRequested') on conflict do nothing"));
        await host.app.StartAsync();
        return host;
    }

    public async Task<T> InDatabase<T>(Func<EffectsDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<EffectsDb>());
    }

    public Task<int> Publish(params string[] reasons) => InDatabase(db =>
    {
        foreach (var reason in reasons) db.Publish(Conclusion(Guid.CreateVersion7(), reason));
        return db.SaveChangesAsync();
    });

    public async Task<HealthStatus> HealthAsync()
        => (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;

    public Task<List<string>> Effects() => InDatabase(db => db.Effects.OrderBy(e => e.Position).Select(e => e.Text).ToListAsync());

    public static ReviewConcluded Conclusion(Guid id, string reason, Guid? subject = null)
        => new(id, DateTimeOffset.UnixEpoch, "bijie", Guid.CreateVersion7(), "test",
        subject ?? Guid.CreateVersion7(), ReviewOutcome.Returned, "digest", reason, "someone");

    /// <summary>Waits until it consumes, or stands in line to.</summary>
    public Task ConsumesAsync() => Eventually.Holds(() => Task.FromResult(
        app.Services.GetRequiredService<IBusControl>().CheckHealth().Status == BusHealthStatus.Healthy), "it consumes");

    public PartitionShares Shares => app.Services.GetRequiredService<PartitionShares>();

    public IBus Bus => app.Services.GetRequiredService<IBus>();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
