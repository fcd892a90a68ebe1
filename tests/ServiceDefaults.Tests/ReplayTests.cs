using System.Diagnostics.Metrics;
using Disclosure.Cli.Errors;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>A message that was given up is alarmed, can be read about, and after the repair takes effect exactly once.</summary>
public sealed class ReplayTests
{
    private const string Queue = "effects-effect";

    [Fact]
    public async Task A_replayed_message_takes_effect_once_and_its_body_is_never_listed()
    {
        using var alarm = new MeterListener();
        var alarmed = 0L;
        alarm.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "disclosure.messages.given_up") listener.EnableMeasurementEvents(instrument);
        };
        alarm.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            // Of the queue, whichever partition it was.
            if (tags[0].Value is Queue) Interlocked.Add(ref alarmed, count);
        });
        alarm.Start();
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var host = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true);
        var errors = new ErrorQueues(rabbit);
        Assert.Empty(await ListAsync(errors));
        await host.Publish("poison");
        await Eventually.Holds(async () => await ErrorQueue.CountAsync(rabbit, ErrorQueue.Name) == 1, "it lies in the error queue");
        await Eventually.Holds(() => Task.FromResult(Volatile.Read(ref alarmed) >= 1), "operators are alarmed");

        var given = Assert.Single(await ListAsync(errors));
        Assert.Equal(("ReviewConcluded", "System.InvalidOperationException"), (given.Type, given.Failure));
        Assert.Equal(host.Deliveries.Attempts.Keys.Single().ToString(), given.Id);
        // Reading leaves it where it was.
        Assert.Single(await ListAsync(errors));

        host.Deliveries.Cured = true;
        await errors.VisitAsync(Queue, message => message.Id == given.Id ? Verdict.Replay : Verdict.Keep, null,
            TestContext.Current.CancellationToken);
        await Eventually.Holds(async () => (await host.Effects()) is ["poison"], "the replayed message took effect");
        Assert.Empty(await ListAsync(errors));
        await host.Publish("last");
        await Eventually.Holds(async () => (await host.Effects()) is ["poison", "last"], "it took effect once");
    }

    [Fact]
    public async Task One_message_is_discarded_and_its_neighbour_kept()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var host = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true);
        var errors = new ErrorQueues(rabbit);
        await host.Publish("poison", "poison");
        await Eventually.Holds(async () => await ErrorQueue.CountAsync(rabbit, ErrorQueue.Name) == 2, "both lie in the error queue",
            seconds: 120);
        var first = (await ListAsync(errors))[0].Id;

        await errors.VisitAsync(Queue, message => message.Id == first ? Verdict.Discard : Verdict.Keep, null,
            TestContext.Current.CancellationToken);

        Assert.NotEqual(first, Assert.Single(await ListAsync(errors)).Id);
    }

    [Fact]
    public async Task What_has_no_queue_to_go_back_to_stays_and_keeps_nothing_else_from_going()
    {
        var rabbit = await TestServers.VirtualHostAsync();
        var (absent, present) = (ErrorQueues.Known[0], ErrorQueues.Known[^1]);
        await ErrorQueue.PutAsync(rabbit, $"{absent}_error");
        await ErrorQueue.PutAsync(rabbit, $"{present}_error");
        await ErrorQueue.MakeAsync(rabbit, "heard", present);

        var code = await ErrorsCommand.Create().Parse(["replay", "--messaging", rabbit])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Equal((1u, 0u, 1u), (await ErrorQueue.CountAsync(rabbit, $"{absent}_error"),
            await ErrorQueue.CountAsync(rabbit, $"{present}_error"), await ErrorQueue.CountAsync(rabbit, "heard")));
    }

    private static async Task<List<GivenUpMessage>> ListAsync(ErrorQueues errors)
    {
        var messages = new List<GivenUpMessage>();
        await errors.VisitAsync(Queue, message =>
        {
            messages.Add(message);
            return Verdict.Keep;
        }, null, TestContext.Current.CancellationToken);
        return messages;
    }
}
