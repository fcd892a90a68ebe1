using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Messaging.Ordering;
using Disclosure.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests.Ordering;

/// <summary>The replicas of a service agree on the partitions of its queues and share them, and who fails in one delays no other.</summary>
public sealed class PartitionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_replica_with_another_number_of_partitions_says_so_and_consumes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        using var log = new LogLines();
        await using var first = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true, partitions: 2);
        await first.ConsumesAsync();
        await using var second = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true, partitions: 3, log);

        await Eventually.Holds(() => Task.FromResult(log.Lines.Any(line
            => line.Contains("effects-effect was made with another number of partitions than 3", StringComparison.Ordinal))), "it says so");
        Assert.Equal(HealthStatus.Degraded, await second.HealthAsync());
        await first.Publish([.. Enumerable.Range(0, 30).Select(n => $"{n}")]);
        await Eventually.Holds(async () => (await first.Effects()).Count == 30, "the first goes on");
        Assert.Empty(second.Deliveries.Attempts);
    }

    [Fact]
    public async Task A_second_replica_gets_its_share_of_the_partitions()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var first = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true);
        await first.Publish([.. Enumerable.Range(0, 40).Select(n => $"{n}")]);
        await Eventually.Holds(async () => (await first.Effects()).Count == 40, "one does all the work");
        await using var second = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true);
        await second.ConsumesAsync();

        for (var look = 0; look < 4; look++)
        {
            await first.Shares.LookAsync(Cancellation);
            await first.ConsumesAsync();
        }

        await first.Publish([.. Enumerable.Range(40, 200).Select(n => $"{n}")]);
        await Eventually.Holds(async () => (await first.Effects()).Count == 240, "both do it");
        var (mine, others) = (first.Deliveries.Attempts.Count - 40, second.Deliveries.Attempts.Count);
        Assert.Equal(200, mine + others);
        // Half of the partitions each; what lies in a partition is chance.
        Assert.InRange(others, 40, 160);
    }

    [Fact]
    public async Task A_subject_that_fails_a_thousand_times_delays_no_other_of_its_partition()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var host = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true, partitions: 1);
        var failing = Guid.CreateVersion7();
        await host.InDatabase(db =>
        {
            for (var n = 0; n < 1_000; n++) db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), "poison", failing));
            return db.SaveChangesAsync();
        });
        await host.Publish("of another");

        await Eventually.Holds(async () => (await host.Effects()) is ["of another"], "the other took effect");
        // Two hundred and fifty-six are handed out at a time; half of them wait as long as they like.
        await Eventually.Holds(async () => await ErrorQueue.CountAsync(rabbit, ErrorQueue.Name) >= 1_000 - 130,
            "what crowds others out is given up");
        // Twice each, and not six times as where nobody waits.
        Assert.InRange(host.Deliveries.Attempts.Values.Sum(), 1_000, 3_000);
    }

    [Fact]
    public async Task More_failing_subjects_than_may_be_tried_at_a_time_leave_room_for_another()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var host = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true,
            clock: new ScaledClock(20));
        await host.Publish([.. Enumerable.Repeat("poison", 40)]);
        await Eventually.Holds(() => Task.FromResult(host.Deliveries.Attempts.Count == 40), "all have failed once");

        await host.Publish("of another");

        await Eventually.Holds(async () => (await host.Effects()) is ["of another"], "the other took effect");
        // They are tried for minutes.
        Assert.Equal(0u, await ErrorQueue.CountAsync(rabbit, ErrorQueue.Name));
    }

    [Fact]
    public async Task A_partition_changes_hands_while_a_message_of_it_pauses_and_whoever_gets_it_tries_that_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var host = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true, partitions: 1,
            clock: new ScaledClock(20));
        await host.ConsumesAsync();
        await host.Publish("poison");
        await Eventually.Holds(() => Task.FromResult(host.Deliveries.Attempts.Values.SingleOrDefault() == 2), "it pauses, for long");
        await using var next = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true, partitions: 1,
            clock: new ScaledClock(20));
        await next.ConsumesAsync();

        // It takes two seconds, and not the minutes of the pause.
        foreach (var channel in host.Shares.Channels)
            await channel.GiveBackAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await host.Publish("of another");

        await Eventually.Holds(() => Task.FromResult(next.Deliveries.Attempts.Count == 2), "whoever is next tries it");
        await Eventually.Holds(async () => (await next.Effects()) is ["of another"], "and goes on with others");
        Assert.Equal(2, host.Deliveries.Attempts.Values.Single());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_cannot_even_be_given_up_comes_again_and_is_not_overtaken(bool isRefused)
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        // Either the broker says no to the message, or it closes the channel because the queue is another than it has to be.
        var obstacle = isRefused ? "full" : ErrorQueue.Name;
        await ErrorQueue.RefuseAsync(rabbit, obstacle, isRefused ? ErrorQueue.Name : null);
        await using var host = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true, partitions: 1,
            clock: new ScaledClock(0.02));
        var subject = Guid.CreateVersion7();
        await host.InDatabase(db =>
        {
            foreach (var reason in (string[])["poison", "behind it"])
                db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), reason, subject));
            return db.SaveChangesAsync();
        });

        // Six times for each delivery.
        await Eventually.Holds(() => Task.FromResult(host.Deliveries.Attempts.Values.SingleOrDefault() > 6), "it came again");
        Assert.Empty(await host.Effects());
        await ErrorQueue.DeleteAsync(rabbit, obstacle);

        await Eventually.Holds(async () => (await host.Effects()) is ["behind it"], "what is behind it takes effect");
        Assert.NotEqual(0u, await ErrorQueue.CountAsync(rabbit, ErrorQueue.Name));
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData("", 4)]
    [InlineData("1", 1)]
    [InlineData("64", 64)]
    public void The_number_of_partitions_is_four_unless_it_is_set(string? setting, int partitions)
        => Assert.Equal(partitions, SharedQueues.PartitionsOf(setting));

    [Theory]
    [InlineData("0")]
    [InlineData("65")]
    [InlineData("many")]
    public void Another_setting_is_refused(string setting)
        => Assert.Contains("Messaging:Partitions",
            Assert.Throws<InvalidOperationException>(() => SharedQueues.PartitionsOf(setting)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("catalogue-people.0", "catalogue-people")]
    [InlineData("catalogue-people.63", "catalogue-people")]
    [InlineData("catalogue-people", "catalogue-people")]
    [InlineData("a.listener", "a.listener")]
    public void A_partition_belongs_to_its_queue(string partition, string queue)
        => Assert.Equal(queue, PartitionedQueue.NameOf(partition));

    [Fact]
    public void Aggregates_of_one_moment_are_spread_over_all_slots()
    {
        var now = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
        var slots = Enumerable.Range(0, 64 * 100).Select(_ => SubjectKeys.SlotOf(Guid.CreateVersion7(now))).CountBy(slot => slot).ToList();

        Assert.Equal(SubjectKeys.Slots, slots.Count);
        Assert.All(slots, slot => Assert.InRange(slot.Value, 50, 170));
        // Every version of every service must find the same one.
        Assert.Equal(52, SubjectKeys.SlotOf(new Guid("01890a5d-ac96-774b-bcce-b302099a8074")));
    }
}
