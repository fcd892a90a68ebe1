using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Disclosure.Contracts;
using Disclosure.ServiceDefaults.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>Publishes committed outbox rows in the order of their commit positions, with publisher confirms.</summary>
/// <remarks>
/// One relay works per database at a time (an advisory lock), which keeps the order of messages of an aggregate
/// whatever the number of replicas. A crash between confirm and mark publishes again: the inbox drops the second.
/// </remarks>
internal sealed partial class OutboxRelay<TDb>(IServiceScopeFactory scopes, IBus bus, OutboxSignal signal, TimeProvider clock, ILogger<OutboxRelay<TDb>> log)
    : BackgroundService where TDb : ServiceDbContext
{
    private const int BatchSize = 200;
    private const long RelayLock = 0x6F7574626F78;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PublishTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);
    private static readonly Counter<long> Published = Telemetry.Meter.CreateCounter<long>("disclosure.outbox.published", "{message}", "Messages confirmed by the broker");
    private static readonly Counter<long> Failures = Telemetry.Meter.CreateCounter<long>("disclosure.outbox.failures", "{attempt}", "Relay rounds that failed");
    private DateTimeOffset swept;

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
                // Stopping interrupted a round: its transaction rolls back and another start publishes it.
                return;
            }

            await signal.WaitAsync(Poll, clock, stoppingToken);
        }
    }

    private async Task<int> RelayBatchAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        List<OutboxMessage> batch;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            var mine = await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({RelayLock}) as \"Value\"").SingleAsync(cancellation);
            if (!mine) return 0;
            batch = await db.Outbox.Where(m => m.PublishedAt == null).OrderBy(m => m.Position).Take(BatchSize).ToListAsync(cancellation);
            foreach (var message in batch) await PublishAsync(message, cancellation);
            var now = clock.GetUtcNow();
            foreach (var message in batch) message.PublishedAt = now;
            if (batch.Count > 0)
            {
                await db.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
            }

            // An empty round is not committed: every commit wakes the relay, and it would keep itself awake.
        }

        Published.Add(batch.Count);
        await SweepAsync(db, cancellation);
        return batch.Count;
    }

    private async Task PublishAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var type = typeof(IIntegrationMessage).Assembly.GetType(message.Type)
            ?? throw new InvalidOperationException($"Outbox message {message.Id} has the unknown type {message.Type}.");
        var body = JsonSerializer.Deserialize(message.Body, type, MessageJson.Options)
            ?? throw new InvalidOperationException($"Outbox message {message.Id} is empty.");
        using var activity = Telemetry.Activities.StartActivity("outbox relay", ActivityKind.Producer, message.TraceParent);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(PublishTimeout);
        await bus.Publish(body, type, context =>
        {
            context.MessageId = message.Id;
            if (body is IMustBeReceived && context.TryGetPayload<RabbitMqSendContext>(out var rabbit)) rabbit.Mandatory = true;
        }, timeout.Token);
    }

    private async Task SweepAsync(TDb db, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now - swept < TimeSpan.FromHours(1)) return;
        swept = now;
        var outboxLimit = now - Retention;
        // An inbox entry outlives any redelivery the broker could still make.
        var inboxLimit = now - (Retention * 12);
        await db.Outbox.Where(m => m.PublishedAt < outboxLimit).ExecuteDeleteAsync(cancellation);
        await db.Inbox.Where(m => m.ProcessedAt < inboxLimit).ExecuteDeleteAsync(cancellation);
    }

    [LoggerMessage(1001, LogLevel.Warning, "Outbox relay could not publish ({Kind}: {Reason}); it tries again")]
    private static partial void LogRelayFailed(ILogger logger, string kind, string reason);
}
