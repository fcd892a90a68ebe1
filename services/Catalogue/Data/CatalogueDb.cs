using Disclosure.Catalogue.Domain;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Disclosure.Catalogue.Data;

/// <summary>Items, their publications and number counters.</summary>
internal sealed class CatalogueDb(DbContextOptions<CatalogueDb> options) : ServiceDbContext(options)
{
    public DbSet<Item> Items => Set<Item>();

    public DbSet<Publication> Publications => Set<Publication>();

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
    }

    private static void ConfigureItem(EntityTypeBuilder<Item> item)
    {
        item.ToTable("items");
        item.HasKey(i => i.Id);
        item.Property(i => i.Id).HasConversion(id => id.Value, value => new ItemId(value));
        item.Property(i => i.State).HasConversion<string>();
        item.Property(i => i.ToBeCheckedCause).HasConversion<string>();
        item.ComplexProperty(i => i.Content, Content);
        item.HasIndex(i => new { i.Authority, i.UpdatedAt, i.Id }).IsDescending(false, true, true);
        item.HasIndex(i => new { i.Authority, i.Unit, i.UpdatedAt, i.Id }).IsDescending(false, false, true, true);
        item.HasIndex(i => new { i.Authority, i.Author, i.State })
            .HasFilter("state in ('Draft', 'Returned', 'InReview')").HasDatabaseName("ix_items_unfinished");
        item.HasIndex(i => new { i.Authority, i.ToBeCheckedSince, i.Id }).IsDescending(false, true, false)
            .HasFilter("to_be_checked_since is not null").HasDatabaseName("ix_items_to_be_checked");
        item.HasIndex(i => i.IndexNumber).IsUnique();
        item.HasIndex(i => i.CaseId);
        item.HasIndex(i => i.Companions).HasMethod("gin");
    }

    private static void ConfigurePublication(EntityTypeBuilder<Publication> publication)
    {
        publication.ToTable("publications");
        publication.HasKey(p => new { p.ItemId, p.Revision });
        publication.Property(p => p.ItemId).HasConversion(id => id.Value, value => new ItemId(value));
        publication.ComplexProperty(p => p.Content, Content);
        // Written by PublicationStore with positions of our own making; never read back.
        publication.Property<NpgsqlTypes.NpgsqlTsVector?>(PublicationStore.Search).HasColumnType("tsvector");
        publication.HasIndex(p => p.ItemId).IsUnique().HasFilter("is_current").HasDatabaseName("ux_publications_current");
        publication.HasIndex(p => new { p.Authority, p.Number }).HasFilter("is_current").IsUnique();
        publication.HasIndex(p => new { p.Authority, p.FirstPublishedAt, p.ItemId }).IsDescending(false, true, true)
            .HasFilter("is_current");
        publication.HasIndex(p => new { p.Authority, p.Category, p.FirstPublishedAt, p.ItemId }).IsDescending(false, false, true, true)
            .HasFilter("is_current");
        publication.PrimitiveCollection(p => p.Companions).ElementType().HasConversion<ItemIdConverter>();
        publication.HasIndex(p => p.Companions).HasMethod("gin").HasFilter("is_current");
        publication.HasIndex(p => p.DocumentKey).HasFilter("is_current");
        publication.HasIndex(PublicationStore.Search).HasMethod("gin").HasFilter("is_current");
    }

    // One jsonb column: content is read and written whole, and its digest is over exactly these fields.
    private static void Content(ComplexPropertyBuilder<ItemContent> content)
    {
        content.ToJson("content");
        content.Property(c => c.Attribute).HasConversion<string>();
        content.Property(c => c.Scope).HasConversion<string>();
        content.Property(c => c.Secrecy).HasConversion<string>();
        content.ComplexCollection(c => c.Attachments, file => file.Property(a => a.Type).HasConversion<string>());
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
