using System.Diagnostics;
using System.Globalization;
using System.Text;
using Disclosure.Contracts.Review;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Messaging.Ordering;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using RabbitMQ.Client;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests.Scale;

/// <summary>How fast messages leave and take effect, beside what the same broker and the same database server can do at all.</summary>
/// <remarks>Proofs of <c>./disclosure bench messages</c>: medians of five interleaved pairs, <c>synchronous_commit</c> on.</remarks>
public sealed class MessageScaleTests
{
    private const int Pairs = 5;
    private const int Relayed = 20_000;
    private const int Consumed = 10_000;
    private const int Clients = 16;
    private const double RelayBar = 0.5;
    private const double InboxBar = 0.25;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task The_relay_is_half_as_fast_as_publishing_alone()
    {
        await using var database = await TestDatabase.CreateAsync();
        var rabbit = await TestServers.VirtualHostAsync();
        await using var connection = await new ConnectionFactory { Uri = new Uri(rabbit) }.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), Cancellation);
        // Everybody publishes to the exchange of the contract, from which one durable queue takes.
        var exchange = PartitionedQueue.ExchangeOf(typeof(ReviewConcluded));
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: Cancellation);
        await channel.QueueDeclareAsync("bench", durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
        await channel.QueueBindAsync("bench", exchange, "", cancellationToken: Cancellation);
        await using var host = await MessagingHost.StartAsync(database.ConnectionString, rabbit, consumes: false);
        await FillAsync(host, 1_000);
        await RelayAsync(host);

        var pairs = new List<(double Product, double Alone)>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            await FillAsync(host, Relayed);
            await SettleAsync(database);
            await channel.QueuePurgeAsync("bench", Cancellation);
            var alone = await PublishAsync(channel, exchange);
            await channel.QueuePurgeAsync("bench", Cancellation);
            pairs.Add((await RelayAsync(host), alone));
            Assert.Equal(Relayed + 1u, await channel.MessageCountAsync("bench", Cancellation));
        }

        Judge("relay", "confirmed publishing", pairs, RelayBar);
    }

    [Fact(Explicit = true)]
    public async Task A_consumer_with_one_row_of_effect_is_a_quarter_as_fast_as_pgbench()
    {
        await using var said = await TestDatabase.CreateAsync();
        await using var done = await TestDatabase.CreateAsync();
        await using var bench = await TestDatabase.CreateAsync();
        await PgbenchAsync(bench, "-i", "-q", "-s", "10");
        var rabbit = await TestServers.VirtualHostAsync();
        await using var speaker = await MessagingHost.StartAsync(said.ConnectionString, rabbit, consumes: false);
        await using var hearer = await MessagingHost.StartAsync(done.ConnectionString, rabbit, consumes: true);
        await TakeEffectAsync(speaker, hearer, 1_000, done.ConnectionString);

        var pairs = new List<(double Product, double Alone)>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            await SettleAsync(done);
            var report = await PgbenchAsync(bench, "-n", "-N", "-c", $"{Clients}", "-j", "2", "-T", "8");
            var alone = double.Parse(report.Split("tps = ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
            pairs.Add((await TakeEffectAsync(speaker, hearer, Consumed, done.ConnectionString), alone));
        }

        Judge("inbox consumer", $"pgbench -N -c {Clients}", pairs, InboxBar);
    }

    private static void Judge(string product, string alone, List<(double Product, double Alone)> pairs, double bar)
    {
        var ratio = Median(pairs.Select(pair => pair.Product / pair.Alone));
        var (own, other) = (Median(pairs.Select(pair => pair.Product)), Median(pairs.Select(pair => pair.Alone)));
        var all = string.Join(", ", pairs.Select(pair => $"{pair.Product:n0}/{pair.Alone:n0}"));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{product}: median {own:n0}/s; {alone}: {other:n0}/s; median of the ratios {ratio:0.00} (bar {bar}); pairs {all}"));
        Assert.True(ratio >= bar, $"{product} reached {ratio:0.00} of {alone}");
    }

    /// <summary>What the server would do about the rows of before while it is measured it does now.</summary>
    private static async Task SettleAsync(TestDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString + ";Pooling=false");
        foreach (var statement in (string[])["vacuum analyze", "checkpoint"])
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync(Cancellation);
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Pairs / 2);

    /// <summary>As many as the relay has on their way at a time, each confirmed.</summary>
    private static async Task<double> PublishAsync(IChannel channel, string exchange)
    {
        var bodies = Enumerable.Range(0, Relayed).Select(number => Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer
            .Serialize(MessagingHost.Conclusion(Guid.CreateVersion7(), $"{number}")))).ToList();
        var start = Stopwatch.GetTimestamp();
        foreach (var round in bodies.Chunk(OutboxRelay<EffectsDb>.BatchSize))
            await Task.WhenAll(round.Select(body => channel.BasicPublishAsync(
                exchange, "", mandatory: true, new BasicProperties { Persistent = true }, body, Cancellation).AsTask()));
        return Relayed / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Rows that wait: not yet due, so that the relay begins with all of them.</summary>
    private static async Task FillAsync(MessagingHost host, int rows)
    {
        foreach (var some in Enumerable.Range(0, rows).Chunk(1_000))
            await host.InDatabase(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
                foreach (var number in some) db.Publish(MessagingHost.Conclusion(Guid.CreateVersion7(), $"{number}"));
                await db.SaveChangesAsync(Cancellation);
                await db.Database.ExecuteSqlAsync(
                    $"update outbox_messages set next_attempt_at = 'infinity' where published_at is null", Cancellation);
                await transaction.CommitAsync(Cancellation);
                return 0;
            });
    }

    private static async Task<double> RelayAsync(MessagingHost host)
    {
        var rows = await host.InDatabase(db => db.Database.ExecuteSqlAsync(
            $"update outbox_messages set next_attempt_at = null where published_at is null", Cancellation));
        var start = Stopwatch.GetTimestamp();
        // One more by the ordinary door, which wakes the relay.
        await host.Publish("wake up");
        await Eventually.Holds(() => host.InDatabase(async db => await db.Database
            .SqlQuery<int>($"select count(*)::int as \"Value\" from outbox_messages where published_at is null").SingleAsync() == 0),
            "all were relayed", 300);
        return rows / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>All messages lie in the queue before the first is consumed: the host is held up by the lock of its table.</summary>
    private static async Task<double> TakeEffectAsync(MessagingHost speaker, MessagingHost hearer, int messages, string database)
    {
        var before = await CountAsync(hearer);
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using (var holding = await source.OpenConnectionAsync(Cancellation))
        await using (var hold = await holding.BeginTransactionAsync(Cancellation))
        {
            await using (var take = new NpgsqlCommand("lock table inbox_messages in access exclusive mode", holding, hold))
                await take.ExecuteNonQueryAsync(Cancellation);
            await FillAsync(speaker, messages);
            await RelayAsync(speaker);
        }

        var start = Stopwatch.GetTimestamp();
        await Eventually.Holds(async () => await CountAsync(hearer) == before + messages + 1, "all took effect", 300);
        return messages / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static Task<int> CountAsync(MessagingHost host) => host.InDatabase(db => db.Effects.CountAsync(Cancellation));

    private static async Task<string> PgbenchAsync(TestDatabase database, params string[] arguments)
    {
        var address = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var newest = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last();
        var start = new ProcessStartInfo(Path.Combine(newest, "bin", "pgbench"), [.. arguments, address.Database!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = address.Host,
                ["PGPORT"] = $"{address.Port}",
                ["PGUSER"] = address.Username,
                ["PGPASSWORD"] = address.Password,
            },
        };
        using var process = Process.Start(start)!;
        var report = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, errors);
        return await report;
    }
}
