using System.Diagnostics.Metrics;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.ServiceDefaults.Shutdown;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>Publishes committed outbox rows with publisher confirms; the rows of one aggregate in the order in which their changes
/// committed.</summary>
/// <remarks>
/// Positions are given at insert, so across aggregates a transaction that commits late appears behind younger rows. Of one aggregate they
/// are in commit
/// order, because whoever publishes about it changes its row, and of two such transactions the second commits only on what the first left.
/// One relay works per database at a time (an advisory lock). A crash between confirm and mark publishes again: the inbox drops the second.
/// </remarks>
internal sealed partial class OutboxRelay<TDb>(IServiceScopeFactory scopes, OutboxPublisher publisher, OutboxSignal signal,
    TimeProvider clock, ILogger<OutboxRelay<TDb>> log)
    : BackgroundWork where TDb : ServiceDbContext
{
    private const int BatchSize = 200;
    private const int MaxAttempts = 5;
    private const long RelayLock = 0x6F7574626F78;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly Counter<long> Published = Telemetry.Meter
        .CreateCounter<long>("disclosure.outbox.published", "{message}", "Messages confirmed by the broker");
    private static readonly Counter<long> Failures = Telemetry.Meter
        .CreateCounter<long>("disclosure.outbox.failures", "{attempt}", "Relay rounds that failed");
    private readonly OutboxGauges gauges = new(typeof(TDb).Name);
    private DateTimeOffset swept;
    private DateTimeOffset gauged;
    private bool released;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RelayBatchAsync(stoppingToken) == BatchSize)
                {
                    // A full batch: there is more.
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failures.Add(1);
                LogRelayFailed(log, failure.GetType().Name, failure.Message);
            }
            catch (Exception)
            {
                // Stopping interrupted a round: what was confirmed is marked, another start publishes the rest.
                return;
            }

            await signal.WaitAsync(Poll, clock, stoppingToken);
        }
    }

    private async Task<int> RelayBatchAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        int size;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            var mine = await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({RelayLock}) as \"Value\"")
                .SingleAsync(cancellation);
            if (!mine) return 0;
            var freed = released ? 0 : await ReleaseParkedAsync(db, cancellation);
            var batch = await Due(db, clock.GetUtcNow()).Take(BatchSize).ToListAsync(cancellation);
            size = batch.Count;
            var interrupted = await PublishAsync(batch, cancellation);
            if (size + freed > 0)
            {
                // What the broker confirmed is marked even when the round was interrupted behind it.
                await db.SaveChangesAsync(CancellationToken.None);
                await transaction.CommitAsync(CancellationToken.None);
            }

            released = true;
            // An empty round is not committed: every commit wakes the relay, and it would keep itself awake.
            if (interrupted is not null) throw interrupted;
        }

        await TidyAsync(db, cancellation);
        return size;
    }

    /// <summary>What may be published now: nothing of an aggregate that waits for an earlier row of it.</summary>
    private static IQueryable<OutboxMessage> Due(TDb db, DateTimeOffset now) => db.Outbox
        .Where(m => m.PublishedAt == null && m.ParkedAt == null && (m.NextAttemptAt == null || m.NextAttemptAt <= now))
        .Where(m => !db.Outbox
        .Any(e => e.PublishedAt == null && e.Subject == m.Subject && e.Position < m.Position
        && (e.ParkedAt != null || e.NextAttemptAt > now)))
        .OrderBy(m => m.Position);

    /// <returns>What interrupted the round, if it was the broker or the end of the process.</returns>
    private async Task<Exception?> PublishAsync(List<OutboxMessage> batch, CancellationToken cancellation)
    {
        var held = new HashSet<Guid>();
        foreach (var message in batch.Where(message => !held.Contains(message.Subject)))
        {
            try
            {
                await publisher.PublishAsync(message, cancellation);
                message.PublishedAt = clock.GetUtcNow();
                Published.Add(1);
            }
            catch (MessageReturnedException)
            {
                // Its receiver has not been here yet; only its own aggregate waits for it.
                Postpone(message, "no-receiver");
                held.Add(message.Subject);
            }
            catch (UnpublishableMessageException unpublishable)
            {
                Postpone(message, unpublishable.Code);
                if (message.Attempts >= MaxAttempts) Park(message);
                held.Add(message.Subject);
            }
            catch (Exception failure)
            {
                return failure;
            }
        }

        return null;
    }

    private void Postpone(OutboxMessage message, string reason)
    {
        message.Attempts++;
        message.LastError = reason;
        message.NextAttemptAt = clock.GetUtcNow() + TimeSpan
            .FromSeconds(Math.Min(Math.Pow(2, message.Attempts - 3), LongestPause.TotalSeconds));
    }

    private void Park(OutboxMessage message)
    {
        message.ParkedAt = clock.GetUtcNow();
        LogParked(log, message.Id, message.Type, message.LastError!, message.Attempts);
    }

    /// <summary>A new version may know what the last one did not: a start gives every parked row its attempts again.</summary>
    private static Task<int> ReleaseParkedAsync(TDb db, CancellationToken cancellation)
        => db.Outbox.Where(m => m.ParkedAt != null).ExecuteUpdateAsync(set => set.SetProperty(m => m.ParkedAt, (DateTimeOffset?)null)
            .SetProperty(m => m.NextAttemptAt, (DateTimeOffset?)null).SetProperty(m => m.Attempts, 0), cancellation);

    private async Task TidyAsync(TDb db, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now - gauged >= TimeSpan.FromSeconds(10))
        {
            gauged = now;
            await gauges.ReadAsync(db, now, cancellation);
        }

        if (now - swept < TimeSpan.FromHours(1)) return;
        swept = now;
        await db.SweepAsync(now, cancellation);
    }

    [LoggerMessage(1001, LogLevel.Warning, "Outbox relay could not publish ({Kind}: {Reason}); it tries again")]
    private static partial void LogRelayFailed(ILogger logger, string kind, string reason);

    [LoggerMessage(1002, LogLevel.Error,
        "Outbox message {MessageId} of type {Type} is parked ({Reason}, {Attempts} attempts); "
            + "later messages of its aggregate wait behind it")]
    private static partial void LogParked(ILogger logger, Guid messageId, string type, string reason, int attempts);
}
