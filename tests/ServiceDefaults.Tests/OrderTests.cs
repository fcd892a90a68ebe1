using Disclosure.Contracts.Catalogue;
using Disclosure.Contracts.Review;
using Disclosure.ServiceDefaults.Messaging.Ordering;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>What is said of one aggregate takes effect in the order in which it was said, and a row that cannot be sent stops nobody
/// else.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task Messages_take_effect_in_their_order_retries_and_a_second_process_included()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var first = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true);
        await using var second = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true);
        string[] said = ["hesitant", .. Enumerable.Range(0, 80).Select(n => $"{n}")];

        var subject = Guid.CreateVersion7();
        await first.InDatabase(db =>
        {
            foreach (var reason in said) db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), reason, subject));
            return db.SaveChangesAsync();
        });

        await Eventually.Holds(async () => (await first.Effects()).Count == said.Length, "all took effect");
        Assert.Equal(said, await first.Effects());
        Assert.Contains(0, new[] { first.Deliveries.Attempts.Count, second.Deliveries.Attempts.Count });
    }

    [Fact]
    public async Task A_row_of_an_unknown_type_is_parked_with_what_follows_of_its_aggregate_and_everything_else_goes_on()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        var subject = Guid.CreateVersion7();
        await using (var host = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true))
        {
            await host.InDatabase(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), "unknown", subject));
                await db.SaveChangesAsync();
                await db.Database.ExecuteSqlAsync($"update outbox_messages set type = 'Disclosure.Contracts.Nothing'");
                db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), "behind it", subject));
                db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), "of another"));
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return 0;
            });

            await Eventually.Holds(async () => (await host.Effects()) is ["of another"], "another aggregate's message took effect");
            await Eventually.Holds(async ()
                => await host.InDatabase(db => Count(db, $"""
                    select count(*)::int as "Value" from outbox_messages
                    where parked_at is not null and attempts = 5 and last_error = 'unknown-type'
                    """)) == 1, "the row is parked");
            await host.Publish("later");
            await Eventually.Holds(async () => (await host.Effects()).Contains("later"), "later messages take effect");
            Assert.Equal(["of another", "later"], await host.Effects());
            await host.InDatabase(db => db.Database.ExecuteSqlAsync($"""
                update outbox_messages set type = 'Disclosure.Contracts.Review.ReviewConcluded'
                where parked_at is not null
                """));
        }

        // A new version knows the type.
        await using var next = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true);
        await Eventually.Holds(async () => (await next.Effects()).Count == 4, "the parked row and its followers took effect");
        Assert.Equal(["of another", "later", "unknown", "behind it"], await next.Effects());
    }

    [Fact]
    public async Task A_message_without_a_receiver_holds_only_its_own_aggregate_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await MessagingHost
            .StartAsync(database.ConnectionString, await TestServers.VirtualHostAsync(), consumes: false);
        var (waiting, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.InDatabase(db =>
        {
            db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), "nobody listens", waiting));
            foreach (var item in new[] { waiting, other })
                db.Publish(new ItemWithdrawn(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, "bijie", item, "1/2026-00001", "c"));
            return db.SaveChangesAsync();
        });

        await Eventually.Holds(async ()
            => await host.InDatabase(db
            => Count(db, $"select count(*)::int as \"Value\" from outbox_messages where published_at is not null")) == 1,
            "the other aggregate's message went");
        await Eventually.Holds(async ()
            => await host.InDatabase(db => Count(db, $"""
                select count(*)::int as "Value" from outbox_messages
                where last_error = 'no-receiver' and attempts > 5 and parked_at is null
                """)) == 1, "the message goes on waiting for its receiver");
        Assert.Equal(other, await host
            .InDatabase(db => db.Database.SqlQuery<Guid>($"select subject as \"Value\" from outbox_messages where published_at is not null")
            .SingleAsync()));
    }

    [Fact]
    public async Task A_queue_that_takes_no_more_holds_back_what_is_for_it_and_loses_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        var exchange = PartitionedQueue.ExchangeOf(typeof(ReviewConcluded));
        await ErrorQueue.RefuseAsync(rabbit, "full", exchange);
        await using var host = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: false);
        await host.Publish("refused");
        await host.InDatabase(db =>
        {
            db.Publish(Withdrawn());
            return db.SaveChangesAsync();
        });

        await Eventually.Holds(async () => await host.InDatabase(db => Count(db, $"""
            select count(*)::int as "Value" from outbox_messages
            where (published_at is not null and type like '%ItemWithdrawn')
                or (last_error = 'refused' and attempts > 5 and parked_at is null)
            """)) == 2, "it waits, and what is for others went");
        await ErrorQueue.DeleteAsync(rabbit, "full");
        await using var consumer = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true);
        await Eventually.Holds(async () => (await consumer.Effects()) is ["refused"], "it took effect once there was room");
    }

    [Fact]
    public async Task What_nobody_consumes_any_more_lies_among_what_was_given_up()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var host = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: true);
        await host.ConsumesAsync();

        var partition = await host.Bus.GetSendEndpoint(new Uri("exchange:effects-effect.0"));
        await partition.Send(Withdrawn(), TestContext.Current.CancellationToken);

        await Eventually.Holds(async () => await ErrorQueue.CountAsync(rabbit, ErrorQueue.Name) == 1, "it lies there");
    }

    private static ItemWithdrawn Withdrawn()
        => new(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, "bijie", Guid.CreateVersion7(), "1/2026-00001", "c");

    private static Task<int> Count(EffectsDb db, FormattableString query) => db.Database.SqlQuery<int>(query).SingleAsync();
}
