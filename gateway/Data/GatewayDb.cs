using Disclosure.Gateway.Notifications.Domain;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Gateway.Data;

/// <summary>What the gateway itself remembers of people: how they want to be told of notices, and what is on its way to them.</summary>
internal sealed class GatewayDb(DbContextOptions<GatewayDb> options) : ServiceDbContext(options)
{
    /// <summary>Name of the connection string, and of the database.</summary>
    public const string Name = "gateway-db";

    /// <summary>How long it can be seen what became of a delivery.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    public DbSet<NotificationPreferences> Preferences => Set<NotificationPreferences>();

    public DbSet<PendingDelivery> Deliveries => Set<PendingDelivery>();

    protected override async Task SweepAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await base.SweepAsync(now, cancellation);
        var limit = now - Remembered;
        await Deliveries.Where(d => d.FinishedAt < limit).ExecuteDeleteAsync(cancellation);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<NotificationPreferences>(preferences =>
        {
            preferences.ToTable("notification_preferences");
            preferences.HasKey(p => p.Id);
            preferences.Property(p => p.Id).ValueGeneratedNever();
            preferences.Property(p => p.Email).HasConversion<string>();
            preferences.Property(p => p.Webhook).HasConversion<string>();
            preferences.HasIndex(p => new { p.Authority, p.Subject }).IsUnique();
            preferences.Ignore(p => p.Choice);
            preferences.Ignore(p => p.Times);
        });
        modelBuilder.Entity<PendingDelivery>(delivery =>
        {
            delivery.ToTable("pending_deliveries");
            delivery.HasKey(d => d.Id);
            delivery.Property(d => d.Id).ValueGeneratedNever();
            delivery.Property(d => d.Channel).HasConversion<string>();
            delivery.Property(d => d.Outcome).HasConversion<string>();
            // A notice leaves by a channel once, also where a service says twice that it was raised.
            delivery.HasIndex(d => new { d.NoticeId, d.Channel }).IsUnique();
            delivery.HasIndex(d => new { d.NotBefore, d.Authority, d.Receiver, d.Channel }).HasFilter("finished_at is null")
                .HasDatabaseName("ix_pending_deliveries_due");
            delivery.HasIndex(d => d.FinishedAt).HasFilter("finished_at is not null").HasDatabaseName("ix_pending_deliveries_finished");
        });
    }
}
