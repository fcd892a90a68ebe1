using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.ServiceDefaults.Shutdown;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client.Exceptions;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>Publishes committed outbox rows with publisher confirms; the rows of one aggregate in the order in which their changes
/// committed, those of different ones side by side.</summary>
/// <remarks>
/// Positions are given at insert, so across aggregates a transaction that commits late appears behind younger rows. Of one aggregate they
/// are in commit order, because whoever publishes about it changes its row, and of two such transactions the second commits only on what
/// the first left. A row is sent when the one before it of its aggregate is confirmed: otherwise one that no queue takes would be
/// overtaken. One relay works per database at a time (an advisory lock). A crash between confirm and mark publishes again: the inbox drops
/// the second.
/// </remarks>
internal sealed partial class OutboxRelay<TDb>(IServiceScopeFactory scopes, OutboxPublisher publisher, OutboxSignal signal,
    TimeProvider clock, ILogger<OutboxRelay<TDb>> log)
    : BackgroundWork where TDb : ServiceDbContext
{
    /// <summary>Rows that are on their way at a time.</summary>
    internal const int BatchSize = 2_000;

    /// <summary>Bytes of their bodies: a text to be reviewed may have a megabyte.</summary>
    private const int BatchBytes = 8 * 1024 * 1024;
    private const int MaxAttempts = 5;
    private const long RelayLock = 0x6F7574626F78;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>How long the broker may take to confirm a batch.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
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
                // First: what waits is known to operators above all while the broker takes nothing.
                await TidyAsync(stoppingToken);
                // From the first row that waits to the last; what commits behind the reading is found by the next sweep.
                for (long? after = 0; after is { } position;) after = await RelayBatchAsync(position, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failures.Add(1);
                // Only what the broker says: the message of another exception may quote a body.
                LogRelayFailed(log, failure.GetType().Name, failure is RabbitMQClientException ? failure.Message : "");
            }
            catch (Exception)
            {
                // Stopping interrupted a round: what was confirmed is marked, another start publishes the rest.
                return;
            }

            await signal.WaitAsync(Poll, clock, stoppingToken);
        }
    }

    /// <returns>The last position that was looked at; null when there is no more.</returns>
    private async Task<long?> RelayBatchAsync(long after, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        if (!await db.Outbox.AnyAsync(m => m.PublishedAt == null, cancellation)) return null;
        // Before anything is read or locked: without a broker it would be for nothing.
        await OpenAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var mine = await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({RelayLock}) as \"Value\"")
            .SingleAsync(cancellation);
        if (!mine) return null;
        var freed = released ? 0 : await ReleaseParkedAsync(db, cancellation);
        var window = await OutboxWindow.ReadAsync(db, after, BatchSize, BatchBytes, clock.GetUtcNow(), cancellation);
        var postponed = new ConcurrentQueue<OutboxMessage>();
        var interrupted = await PublishAsync(window.Due, postponed, cancellation);
        if (window.Due.Count + freed > 0)
        {
            // What the broker confirmed is marked even when the round was interrupted behind it.
            await MarkAsync(db, window.Due, postponed);
            await transaction.CommitAsync(CancellationToken.None);
        }

        released = true;
        return interrupted is not null ? throw interrupted : window.HasMore ? window.Last : null;
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        await publisher.OpenAsync(patience.Token);
    }

    /// <returns>What interrupted the round, if it was the broker or the end of the process.</returns>
    private async Task<Exception?> PublishAsync(
        IReadOnlyList<OutboxMessage> batch, ConcurrentQueue<OutboxMessage> postponed, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var ends = await Task.WhenAll(batch.GroupBy(message => message.Subject)
            .Select(subject => PublishInOrderAsync(subject, postponed, patience.Token)));
        return Array.Find(ends, end => end is not null);
    }

    private async Task<Exception?> PublishInOrderAsync(
        IEnumerable<OutboxMessage> ofSubject, ConcurrentQueue<OutboxMessage> postponed, CancellationToken cancellation)
    {
        foreach (var message in ofSubject)
        {
            try
            {
                await publisher.PublishAsync(message, cancellation);
                message.PublishedAt = clock.GetUtcNow();
                Published.Add(1);
            }
            catch (NotTakenException untaken)
            {
                // Its receiver has not been here yet, or its queue is full; only its own aggregate waits for it.
                Postpone(message, untaken.Code);
                postponed.Enqueue(message);
                return null;
            }
            catch (UnpublishableMessageException unpublishable)
            {
                Postpone(message, unpublishable.Code);
                if (message.Attempts >= MaxAttempts) Park(message);
                postponed.Enqueue(message);
                return null;
            }
            catch (Exception failure)
            {
                return failure;
            }
        }

        return null;
    }

    /// <summary>All confirmed rows by one statement, and those that were postponed by one for each reason and number of attempts.</summary>
    private async Task MarkAsync(TDb db, IReadOnlyList<OutboxMessage> batch, IEnumerable<OutboxMessage> postponed)
    {
        long[] confirmed = [.. batch.Where(message => message.PublishedAt is not null).Select(message => message.Position)];
        var now = clock.GetUtcNow();
        if (confirmed.Length > 0)
            await db.Outbox.Where(m => confirmed.Contains(m.Position))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.PublishedAt, now), CancellationToken.None);
        foreach (var alike in postponed.GroupBy(message => (message.Attempts, message.LastError, IsParked: message.ParkedAt is not null)))
        {
            long[] positions = [.. alike.Select(message => message.Position)];
            var next = now + PauseBefore(alike.Key.Attempts);
            await db.Outbox.Where(m => positions.Contains(m.Position)).ExecuteUpdateAsync(set => set
                .SetProperty(m => m.Attempts, alike.Key.Attempts).SetProperty(m => m.LastError, alike.Key.LastError)
                .SetProperty(m => m.NextAttemptAt, next)
                .SetProperty(m => m.ParkedAt, alike.Key.IsParked ? now : (DateTimeOffset?)null), CancellationToken.None);
        }
    }

    private static void Postpone(OutboxMessage message, string reason)
    {
        message.Attempts++;
        message.LastError = reason;
    }

    private static TimeSpan PauseBefore(int attempt)
        => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempt - 3), LongestPause.TotalSeconds));

    private void Park(OutboxMessage message)
    {
        message.ParkedAt = clock.GetUtcNow();
        LogParked(log, message.Id, message.Type, message.LastError!, message.Attempts);
    }

    /// <summary>A new version may know what the last one did not: a start gives every parked row its attempts again.</summary>
    private static Task<int> ReleaseParkedAsync(TDb db, CancellationToken cancellation)
        => db.Outbox.Where(m => m.ParkedAt != null).ExecuteUpdateAsync(set => set.SetProperty(m => m.ParkedAt, (DateTimeOffset?)null)
            .SetProperty(m => m.NextAttemptAt, (DateTimeOffset?)null).SetProperty(m => m.Attempts, 0), cancellation);

    private async Task TidyAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (isGaugeDue, isSweepDue) = (now - gauged >= TimeSpan.FromSeconds(10), now - swept >= TimeSpan.FromHours(1));
        if (!isGaugeDue && !isSweepDue) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        if (isGaugeDue)
        {
            gauged = now;
            await gauges.ReadAsync(db, now, cancellation);
        }

        if (!isSweepDue) return;
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
