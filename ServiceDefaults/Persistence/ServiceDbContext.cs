using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Disclosure.Contracts;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Facts;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Persistence;

/// <summary>A service's own database: its tables plus outbox, inbox, audit log and remembered commands, so that all of it commits
/// together.</summary>
/// <param name="options">EF Core options.</param>
public abstract class ServiceDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>How long answered requests and published messages are remembered: longer than anybody repeats one.</summary>
    protected static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    private bool published;

    /// <summary>The audit log (审计记录).</summary>
    public DbSet<AuditRecord> AuditEntries => Set<AuditRecord>();

    /// <summary>同事名录: people as last seen.</summary>
    public DbSet<Colleague> Colleagues => Set<Colleague>();

    /// <summary>授权、接替, as agreed.</summary>
    public DbSet<Substitution> Substitutions => Set<Substitution>();

    /// <summary>通知 of what happened to people's things.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>放假安排 that authorities have imported.</summary>
    public DbSet<ImportedNotice> ImportedNotices => Set<ImportedNotice>();

    /// <summary>期限重算: due days before and after.</summary>
    public DbSet<DueChange> DueChanges => Set<DueChange>();

    /// <summary>统计事实.</summary>
    public DbSet<KeptFact> Facts => Set<KeptFact>();

    internal DbSet<FactHead> FactHeads => Set<FactHead>();

    internal DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    internal DbSet<RememberedCommand> RememberedCommands => Set<RememberedCommand>();

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    internal DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    /// <summary>Tables whose rows are never changed or deleted: the service's login has no right to.</summary>
    internal IReadOnlyList<string> AppendOnlyTables { get; } =
        ["audit_entries", "imported_notices", CalendarTables.DueChanges, FactTables.Facts];

    /// <summary>Brings the tables up to date, and what guards them.</summary>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>A task that ends when all is there.</returns>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await Database.MigrateAsync(cancellation);
        await this.GuardAppendOnlyAsync(cancellation);
    }

    /// <summary>Queues a message in the same transaction as the state change; the relay publishes it after commit.</summary>
    /// <typeparam name="T">A contract.</typeparam>
    /// <param name="message">The fact or request.</param>
    public void Publish<T>(T message) where T : class, IIntegrationMessage
    {
        var body = JsonSerializer.Serialize(message, MessageJson.Options);
        Outbox.Add(new OutboxMessage
        {
            Id = message.MessageId,
            Subject = message.Subject,
            Type = typeof(T).FullName!,
            Body = body,
            Size = Encoding.UTF8.GetByteCount(body),
            OccurredAt = message.OccurredAt,
            TraceParent = Activity.Current?.Id,
        });
        published = true;
    }

    /// <summary>Forgets what was read, changed and published, so that nothing of it is saved with what comes.</summary>
    internal void ForgetChanges()
    {
        ChangeTracker.Clear();
        published = false;
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
        await RememberedCommands.Where(c => c.At < outboxLimit).ExecuteDeleteAsync(cancellation);
        await WorkTables.SweepAsync(Notices, now, cancellation);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new AggregateVersions());
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
            e.HasIndex(m => new { m.Subject, m.Position }).HasFilter("published_at is null")
                .HasDatabaseName("ix_outbox_messages_pending_subject");
            e.Property(m => m.Body).HasColumnType("jsonb");
        });
        modelBuilder.Entity<InboxMessage>(e =>
        {
            e.ToTable("inbox_messages");
            e.HasKey(m => new { m.MessageId, m.Consumer });
            e.HasIndex(m => m.ProcessedAt);
        });
        modelBuilder.Entity<RememberedCommand>(e =>
        {
            e.ToTable("remembered_commands");
            e.HasKey(c => new { c.Subject, c.Key });
            e.Property(c => c.Key).HasMaxLength(CommandFailures.MaxKey);
            e.HasIndex(c => c.At);
        });
        ConfigureAudit(modelBuilder);
        PeopleTables.Configure(modelBuilder);
        WorkTables.Configure(modelBuilder);
        CalendarTables.Configure(modelBuilder);
        FactTables.Configure(modelBuilder);
        AskedOnce.Configure(modelBuilder);
        base.OnModelCreating(modelBuilder);
    }

    private static void ConfigureAudit(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AuditRecord>(e =>
        {
            e.ToTable("audit_entries");
            e.Ignore(r => r.ContentHash);
            e.HasKey(r => new { r.Authority, r.Position });
            e.HasIndex(r => new { r.CaseId, r.Position });
            e.HasIndex(r => new { r.SubjectId, r.Position });
            e.HasIndex(r => new { r.Authority, r.Actor, r.Position });
            e.HasIndex(r => new { r.Authority, r.Actor, r.At, r.Position }).IsDescending(false, false, true, true);
            e.HasIndex(r => new { r.Authority, r.OnBehalfOf, r.Position }).HasFilter("on_behalf_of is not null");
            e.HasIndex(r => new { r.Authority, r.Counterpart, r.Position }).HasFilter("counterpart is not null");
            e.HasIndex(r => new { r.Authority, r.Act, r.At });
            e.Property(r => r.Hash).HasMaxLength(64).IsFixedLength();
            e.Property(r => r.PreviousHash).HasMaxLength(64).IsFixedLength();
        });
        modelBuilder.Entity<AuditHead>(e =>
        {
            e.ToTable("audit_heads");
            e.HasKey(h => h.Authority);
            e.Property(h => h.Hash).HasMaxLength(64).IsFixedLength();
        });
    }
}
