using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

[assembly: AssemblyFixture(typeof(TestServers.End))]

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>Invariant 7: what is committed is delivered, and takes effect once, through the crash of any process.</summary>
public sealed class MessagingTests
{
    [Fact]
    public async Task A_committed_message_takes_effect_once_even_when_it_is_delivered_twice()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var host = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true);
        await host.ConsumesAsync();
        var message = MessagingHost.Conclusion(Guid.CreateVersion7(), "once");

        await host.InDatabase(db =>
        {
            db.Publish(message);
            return db.SaveChangesAsync();
        });
        await host.Bus.Publish(message, TestContext.Current.CancellationToken);
        await host.Bus.Publish(message, TestContext.Current.CancellationToken);
        // What comes without saying what it is about keeps one order: when the last is done, so are the copies before it.
        await host.Bus.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), "last"), TestContext.Current.CancellationToken);
        await Eventually.Holds(async () => (await host.Effects()).Contains("last"), "the last message took effect");

        await Eventually.Holds(async ()
            => await host.InDatabase(db => db.Set<Disclosure.ServiceDefaults.Tests.Effect>().CountAsync(e => e.Text == "once")) == 1,
            "it took effect once");
        Assert.Equal(1, host.Deliveries.Attempts[message.MessageId]);
    }

    [Fact]
    public async Task A_rolled_back_change_sends_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await MessagingHost
            .StartAsync(database.ConnectionString, await TestServers.VirtualHostAsync(), consumes: false);

        await host.InDatabase(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), "never"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });

        Assert.Equal(0, await host
            .InDatabase(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from outbox_messages").SingleAsync()));
    }

    [Fact]
    public async Task A_relay_with_nothing_to_do_rests_between_its_polls()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var rounds = new RelayRounds(database.ConnectionString);
        await using var host = await MessagingHost
            .StartAsync(database.ConnectionString, await TestServers.VirtualHostAsync(), consumes: true);
        await host.Publish("rest");
        await Eventually.Holds(async () => (await host.Effects()) is ["rest"], "the message took effect");
        var (seen, start) = (rounds.Count, TimeProvider.System.GetTimestamp());
        await Eventually.Holds(() => Task.FromResult(rounds.Count >= seen + 5), "the relay polls");

        // Two rounds may still follow from the publication; then one a second. A relay that its own commits wake makes five in no time.
        Assert.True(TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(2), "the relay did not rest");
    }

    [Fact]
    public async Task A_broker_killed_between_commit_and_publish_loses_nothing_and_keeps_the_order()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var broker = await TestServers.StartBrokerAsync();
        await using var host = await MessagingHost
            .StartAsync(database.ConnectionString, await broker.ConnectionStringAsync("rabbitmq"), consumes: true);
        await host.Publish("first");
        await Eventually.Holds(async () => (await host.Effects()).Count == 1, "the first message took effect");

        var restarts = await broker.KillAsync("rabbitmq");
        await Eventually.Holds(async () => await host.HealthAsync() == HealthStatus.Degraded, "the service is degraded, not down");
        var subject = Guid.CreateVersion7();
        await host.InDatabase(db =>
        {
            foreach (var reason in (string[])["second", "third"])
                db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), reason, subject));
            return db.SaveChangesAsync();
        });
        await broker.RunsAgainAsync("rabbitmq", restarts);

        await Eventually.Holds(async () => (await host.Effects()).Count == 3, "all three messages took effect");
        Assert.Equal(["first", "second", "third"], await host.Effects());
    }

    [Fact]
    public async Task What_waits_is_counted_while_the_broker_is_away()
    {
        // A number that no other test has.
        const int waiting = 137;
        const string nobody = "amqp://guest:guest@127.0.0.1:1/";
        await using var database = await TestDatabase.CreateAsync();
        await using (var before = await MessagingHost.StartAsync(database.ConnectionString, nobody, consumes: false))
            await before.Publish([.. Enumerable.Range(0, waiting).Select(n => $"{n}")]);
        using var meters = new MeterListener();
        var seen = new ConcurrentBag<long>();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "disclosure.outbox.pending") listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((_, count, _, _) => seen.Add(count));
        meters.Start();

        await using var host = await MessagingHost.StartAsync(database.ConnectionString, nobody, consumes: false);

        await Eventually.Holds(() =>
        {
            meters.RecordObservableInstruments();
            return Task.FromResult(seen.Contains(waiting));
        }, "operators see it");
    }

    [Fact]
    public async Task A_message_that_must_be_received_waits_for_its_receiver()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var receiverDatabase = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var sender = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: false);
        await sender.Publish("early");

        await using var receiver = await MessagingHost.StartAsync(receiverDatabase.ConnectionString, rabbit, consumes: true);

        await Eventually.Holds(async () => (await receiver.Effects()) is ["early"], "the early message reached the late receiver");
    }

    [Fact]
    public async Task A_poison_message_is_tried_a_bounded_number_of_times_and_blocks_nobody()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var host = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true);

        await host.Publish("poison", "healthy");

        await Eventually.Holds(async () => (await host.Effects()) is ["healthy"], "the healthy message took effect");
        await Eventually.Holds(() => Task.FromResult(host.Deliveries.Attempts.Values.Max() == 6), "the poison message was tried six times");
        await Eventually.Holds(async () => await ErrorQueue.CountAsync(rabbit, ErrorQueue.Name) == 1, "it lies in the error queue");
        Assert.Equal(["healthy"], await host.Effects());
    }
}
