using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Work;

/// <summary>What a service keeps of notices.</summary>
internal static class WorkTables
{
    /// <summary>How long a notice is kept that was seen, or that is so no longer.</summary>
    public static readonly TimeSpan KeptAfterwards = TimeSpan.FromDays(30);

    /// <summary>How long one is kept that nobody looked at.</summary>
    public static readonly TimeSpan KeptUnseen = TimeSpan.FromDays(180);

    public static void Configure(ModelBuilder model) => model.Entity<Notice>(notice =>
    {
        notice.ToTable("notices");
        notice.HasKey(n => n.Id);
        notice.Property(n => n.Id).ValueGeneratedNever();
        notice.Property(n => n.Kind).HasConversion<string>();
        notice.HasIndex(n => new { n.Authority, n.Receiver, n.Id }).IsDescending(false, false, true);
        notice.HasIndex(n => new { n.Authority, n.Receiver, n.Id }, "ix_notices_unseen").IsDescending(false, false, true)
            .HasFilter("seen_at is null and settled_at is null");
        notice.HasIndex(n => n.SubjectId).HasFilter("settled_at is null");
        notice.HasIndex(n => n.At);
    });

    public static async Task SweepAsync(IQueryable<Notice> notices, DateTimeOffset now, CancellationToken cancellation)
    {
        var (afterwards, unseen) = (now - KeptAfterwards, now - KeptUnseen);
        await notices.Where(n => n.At < unseen || (n.At < afterwards && (n.SeenAt < afterwards || n.SettledAt < afterwards)))
            .ExecuteDeleteAsync(cancellation);
    }
}
