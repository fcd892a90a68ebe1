using System.Collections.Concurrent;
using Disclosure.Contracts.Catalogue;
using Disclosure.Contracts.Review;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.Testing;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>One process may consume what takes effect once and hear by itself, on one connection.</summary>
public sealed class ListenerTests
{
    [Fact]
    public async Task Of_two_replicas_one_takes_effect_and_both_hear_and_observers_know_of_listeners_alone()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var one = await StartAsync(database.ConnectionString, rabbit);
        await using var two = await StartAsync(database.ConnectionString, rabbit);
        foreach (var replica in (WebApplication[])[one, two])
            await Eventually.Holds(() => Task.FromResult(HeardOf(replica).Ready.Count == 1 && replica.Services
                .GetRequiredService<IBusControl>().CheckHealth().Status == BusHealthStatus.Healthy), "the replica listens");
        var message = MessagingHost.Conclusion(Guid.CreateVersion7(), "once");

        await one.Services.GetRequiredService<IBus>().Publish(message, TestContext.Current.CancellationToken);

        foreach (var replica in (WebApplication[])[one, two])
            await Eventually.Holds(() => Task.FromResult(HeardOf(replica).Messages.Contains(message.MessageId)),
                "the replica has heard it");
        await Eventually.Holds(async () => await EffectsAsync(one) == 1, "it took effect");
        Assert.Equal(1, Attempts(one) + Attempts(two));
        var queues = HeardOf(one).Ready.Concat(HeardOf(two).Ready).ToList();
        Assert.Equal(2, queues.Distinct().Count());
        Assert.All(queues, queue => Assert.Matches("^effects-[0-9a-f]{32}-.*listener$", queue));

        await one.StopAsync(TestContext.Current.CancellationToken);
        // The queue of a listener goes with it; the shared one stays.
        await Eventually.Holds(async () => !await ExistsAsync(rabbit, HeardOf(one).Ready.Single()), "the listener's queue is gone");
        Assert.True(await ExistsAsync(rabbit, "effects-effect.0"));

        int Attempts(WebApplication app) => app.Services.GetRequiredService<Deliveries>().Attempts.GetValueOrDefault(message.MessageId);
    }

    [Fact]
    public async Task What_a_listener_fails_to_hear_it_hears_again_and_gives_up_with_a_word_and_without_a_queue()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        using var log = new LogLines();
        await using var app = await StartAsync(database.ConnectionString, rabbit, log, new ScaledClock(0.02));
        await Eventually.Holds(() => Task.FromResult(HeardOf(app).Ready.Count == 1), "it listens");
        var bus = app.Services.GetRequiredService<IBus>();
        List<ReviewConcluded> said = [.. new[] { "inaudible", "mumbled", "said" }
            .Select(reason => MessagingHost.Conclusion(Guid.CreateVersion7(), reason))];

        foreach (var message in said) await bus.Publish(message, TestContext.Current.CancellationToken);

        await Eventually.Holds(() => Task.FromResult(HeardOf(app).Messages.Count == 2), "the others are heard");
        Assert.Equal(said[1..].Select(message => message.MessageId), HeardOf(app).Messages.Reverse());
        var queue = HeardOf(app).Ready.Single();
        await Eventually.Holds(() => Task.FromResult(log.Lines.Any(line => line.Contains($"could not be heard by {queue} "
            + "(InvalidOperationException)", StringComparison.Ordinal))), "it says so");
        Assert.False(await ExistsAsync(rabbit, queue + "_error"));
    }

    [Fact]
    public async Task Who_does_not_want_to_be_told_of_people_is_not()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var app = await StartAsync(database.ConnectionString, rabbit);
        await Eventually.Holds(() => ExistsAsync(rabbit, "effects-effect.0"), "the consumer's queue is there");

        Assert.False(await ExistsAsync(rabbit, MessagingExtensions.PeopleQueue("effects") + ".0"));
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<EffectsDb>().Database
            .SqlQuery<int>($"select count(*)::int as \"Value\" from asked_once").SingleAsync());
    }

    private static Heard HeardOf(WebApplication app) => app.Services.GetRequiredService<Heard>();

    private static async Task<int> EffectsAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EffectsDb>().Effects.CountAsync();
    }

    private static async Task<bool> ExistsAsync(string rabbit, string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(rabbit) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclarePassiveAsync(queue);
            return true;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return false;
        }
    }

    private static async Task<WebApplication> StartAsync(string database, string rabbit, ILoggerProvider? log = null,
        TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (log is not null) builder.Logging.AddProvider(log);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:effects-db"] = database,
            ["ConnectionStrings:messaging"] = rabbit,
            ["urls"] = "http://127.0.0.1:0",
        });
        builder.Services.AddSingleton(clock ?? TimeProvider.System).AddSingleton<Deliveries>().AddSingleton<Heard>();
        builder.AddServiceDatabase<EffectsDb>("effects-db");
        builder.AddMessaging<EffectsDb>("effects", queues => queues.Add<EffectConsumer>(),
            listeners => listeners.Add<ConclusionListener>().ObservedBy<ListenerObserver>(), people: false, calendars: false, facts: false);
        var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<EffectsDb>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        return app;
    }

    internal sealed class Heard
    {
        public ConcurrentBag<Guid> Messages { get; } = [];

        public int Mumbled { get; set; }

        public ConcurrentBag<string> Ready { get; } = [];
    }

    internal sealed class ConclusionListener(Heard heard) : IListener, IConsumer<ReviewConcluded>, IConsumer<ItemPublished>
    {
        public Task Consume(ConsumeContext<ReviewConcluded> context)
        {
            if (context.Message.Reason == "inaudible" || (context.Message.Reason == "mumbled" && heard.Mumbled++ < 2))
                throw new InvalidOperationException(context.Message.Reason);
            heard.Messages.Add(context.Message.MessageId);
            return Task.CompletedTask;
        }

        public Task Consume(ConsumeContext<ItemPublished> context) => Task.CompletedTask;
    }

    internal sealed class ListenerObserver(Heard heard) : IReceiveEndpointObserver
    {
        public Task Ready(ReceiveEndpointReady ready)
        {
            heard.Ready.Add(ready.InputAddress.AbsolutePath.Split('/')[^1]);
            return Task.CompletedTask;
        }

        public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

        public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

        public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;
    }
}
