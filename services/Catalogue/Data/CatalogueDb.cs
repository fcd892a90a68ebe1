using Disclosure.Catalogue.Domain;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Disclosure.Catalogue.Data;

/// <summary>Items, their publications, number counters and remembered requests.</summary>
internal sealed class CatalogueDb(DbContextOptions<CatalogueDb> options) : ServiceDbContext(options)
{
    public DbSet<Item> Items => Set<Item>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<RememberedRequest> Requests => Set<RememberedRequest>();

    /// <summary>Records the request in the running transaction; returns the earlier one of the same key, if there was one.</summary>
    public async Task<RememberedRequest?> RememberAsync(RememberedRequest request, CancellationToken cancellation)
    {
        var first = await Database.ExecuteSqlAsync(
            $"""
            insert into remembered_requests (subject, key, fingerprint, item_id, at)
            values ({request.Subject}, {request.Key}, {request.Fingerprint}, {request.ItemId}, {request.At}) on conflict do nothing
            """,
            cancellation);
        return first == 1 ? null : await Requests.AsNoTracking().SingleAsync(r => r.Subject == request.Subject && r.Key == request.Key, cancellation);
    }

    protected override async Task SweepAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await base.SweepAsync(now, cancellation);
        var limit = now - Retention;
        await Requests.Where(r => r.At < limit).ExecuteDeleteAsync(cancellation);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Item>(ConfigureItem);
        modelBuilder.Entity<Publication>(ConfigurePublication);
        modelBuilder.Entity<NumberCounter>(counter =>
        {
            counter.ToTable("number_counters");
            counter.HasKey(c => new { c.Authority, c.Year });
        });
        modelBuilder.Entity<RememberedRequest>(request =>
        {
            request.ToTable("remembered_requests");
            request.HasKey(r => new { r.Subject, r.Key });
            request.Property(r => r.Key).HasMaxLength(RememberedRequest.MaxKey);
            request.HasIndex(r => r.At);
        });
    }

    private static void ConfigureItem(EntityTypeBuilder<Item> item)
    {
        item.ToTable("items");
        item.HasKey(i => i.Id);
        item.Property(i => i.Id).HasConversion(id => id.Value, value => new ItemId(value));
        item.Property(i => i.State).HasConversion<string>();
        item.Property(i => i.Version).IsRowVersion();
        item.OwnsOne(i => i.Content, Content);
        item.Navigation(i => i.Content).IsRequired();
        item.HasIndex(i => new { i.Authority, i.UpdatedAt, i.Id }).IsDescending(false, true, true);
        item.HasIndex(i => new { i.Authority, i.Unit, i.UpdatedAt, i.Id }).IsDescending(false, false, true, true);
        item.HasIndex(i => i.IndexNumber).IsUnique();
        item.HasIndex(i => i.CaseId);
        item.HasIndex(i => i.Companions).HasMethod("gin");
    }

    private static void ConfigurePublication(EntityTypeBuilder<Publication> publication)
    {
        publication.ToTable("publications");
        publication.HasKey(p => new { p.ItemId, p.Revision });
        publication.Property(p => p.ItemId).HasConversion(id => id.Value, value => new ItemId(value));
        publication.OwnsOne(p => p.Content, Content);
        publication.Navigation(p => p.Content).IsRequired();
        // Written by PublicationStore with positions of our own making; never read back.
        publication.Property<NpgsqlTypes.NpgsqlTsVector?>(PublicationStore.Search).HasColumnType("tsvector");
        publication.HasIndex(p => p.ItemId).IsUnique().HasFilter("is_current").HasDatabaseName("ux_publications_current");
        publication.HasIndex(p => new { p.Authority, p.Number }).HasFilter("is_current").IsUnique();
        publication.HasIndex(p => new { p.Authority, p.FirstPublishedAt, p.ItemId }).IsDescending(false, true, true).HasFilter("is_current");
        publication.HasIndex(p => new { p.Authority, p.Category, p.FirstPublishedAt, p.ItemId }).IsDescending(false, false, true, true).HasFilter("is_current");
        publication.PrimitiveCollection(p => p.Companions).ElementType().HasConversion<ItemIdConverter>();
        publication.HasIndex(p => p.Companions).HasMethod("gin").HasFilter("is_current");
        publication.HasIndex(p => p.DocumentKey).HasFilter("is_current");
        publication.HasIndex(PublicationStore.Search).HasMethod("gin").HasFilter("is_current");
    }

    // One jsonb column: content is read and written whole, and its digest is over exactly these fields.
    private static void Content<T>(OwnedNavigationBuilder<T, ItemContent> content) where T : class
    {
        content.ToJson("content");
        content.Property(c => c.Attribute).HasConversion<string>();
        content.Property(c => c.Scope).HasConversion<string>();
        content.Property(c => c.Secrecy).HasConversion<string>();
    }
}

/// <summary>Item ids as the column keeps them.</summary>
internal sealed class ItemIdConverter() : ValueConverter<ItemId, Guid>(id => id.Value, value => new ItemId(value));

/// <summary>The last number given in a year; numbers are never reused (invariant 8).</summary>
internal sealed class NumberCounter
{
    public required string Authority { get; init; }

    public int Year { get; init; }

    public int Last { get; set; }
}

/// <summary>A creating request that was answered, so that its repetition creates nothing (<c>Idempotency-Key</c>).</summary>
internal sealed class RememberedRequest
{
    public const int MaxKey = 100;

    public required string Subject { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of the request, lower-case hex.</summary>
    public required string Fingerprint { get; init; }

    public Guid ItemId { get; init; }

    public DateTimeOffset At { get; init; }
}
