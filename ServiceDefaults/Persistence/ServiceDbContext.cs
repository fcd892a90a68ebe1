using System.Diagnostics;
using System.Text.Json;
using Disclosure.Contracts;
using Disclosure.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Persistence;

/// <summary>A service's own database: its tables plus outbox and inbox, so that state and messages commit together.</summary>
/// <param name="options">EF Core options.</param>
public abstract class ServiceDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>How long answered requests and published messages are remembered: longer than anybody repeats one.</summary>
    protected static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    private bool published;

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    internal DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    /// <summary>Tables whose rows are never changed or deleted: the service's login has no right to.</summary>
    protected internal virtual IReadOnlyList<string> AppendOnlyTables => [];

    /// <summary>Queues a message in the same transaction as the state change; the relay publishes it after commit.</summary>
    /// <typeparam name="T">A contract.</typeparam>
    /// <param name="message">The fact or request.</param>
    public void Publish<T>(T message) where T : class, IIntegrationMessage
    {
        Outbox.Add(new OutboxMessage
        {
            Id = message.MessageId,
            Subject = message.Subject,
            Type = typeof(T).FullName!,
            Body = JsonSerializer.Serialize(message, MessageJson.Options),
            OccurredAt = message.OccurredAt,
            TraceParent = Activity.Current?.Id,
        });
        published = true;
    }

    /// <summary>Whether anything was published since the last asking.</summary>
    internal bool TakePublished() => Interlocked.Exchange(ref published, false);

    /// <summary>Deletes what has served its time; called about once an hour by the relay, never twice at a time.</summary>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="cancellation">Cancels on shutdown.</param>
    /// <returns>A task that ends when it is deleted.</returns>
    protected internal virtual async Task SweepAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var outboxLimit = now - Retention;
        // An inbox entry outlives any redelivery the broker could still make.
        var inboxLimit = now - (Retention * 12);
        await Outbox.Where(m => m.PublishedAt < outboxLimit).ExecuteDeleteAsync(cancellation);
        await Inbox.Where(m => m.ProcessedAt < inboxLimit).ExecuteDeleteAsync(cancellation);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<OutboxMessage>(e =>
        {
            e.ToTable("outbox_messages");
            e.HasKey(m => m.Position);
            e.Property(m => m.Position).UseIdentityAlwaysColumn();
            e.HasIndex(m => m.Id).IsUnique();
            e.HasIndex(m => m.Position).HasFilter("published_at is null").HasDatabaseName("ix_outbox_messages_pending");
            e.HasIndex(m => new { m.Subject, m.Position }).HasFilter("published_at is null").HasDatabaseName("ix_outbox_messages_pending_subject");
            e.Property(m => m.Body).HasColumnType("jsonb");
        });
        modelBuilder.Entity<InboxMessage>(e =>
        {
            e.ToTable("inbox_messages");
            e.HasKey(m => new { m.MessageId, m.Consumer });
            e.HasIndex(m => m.ProcessedAt);
        });
        base.OnModelCreating(modelBuilder);
    }
}
