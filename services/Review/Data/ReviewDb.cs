using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.People;
using Disclosure.Review.Domain.Steps;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Disclosure.Review.Data;

/// <summary>Cases, their steps, and delegations.</summary>
internal sealed class ReviewDb(DbContextOptions<ReviewDb> options) : ServiceDbContext(options)
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new CodeConverter() } };

    public DbSet<ReviewCase> Cases => Set<ReviewCase>();

    public DbSet<CaseStep> Steps => Set<CaseStep>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<CaseId>().HaveConversion<CaseIdConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ReviewCase>(ConfigureCase);
        modelBuilder.Entity<CaseStep>(ConfigureStep);
        modelBuilder.Entity<Delegation>(delegation =>
        {
            delegation.ToTable("delegations");
            delegation.HasKey(d => d.Id);
            delegation.Property(d => d.Kind).HasConversion<string>();
            delegation.HasIndex(d => new { d.Authority, d.Delegate }).HasFilter("revoked_at is null");
            delegation.HasIndex(d => new { d.Authority, d.Principal }).HasFilter("revoked_at is null");
        });
    }

    private static void ConfigureCase(EntityTypeBuilder<ReviewCase> review)
    {
        review.ToTable("review_cases");
        review.HasKey(c => c.Id);
        review.Property(c => c.Id).ValueGeneratedNever();
        review.Property(c => c.State).HasConversion<string>();
        AsJson(review.Property(c => c.Snapshot));
        AsJson(review.Property(c => c.Checklist));
        AsJson(review.Property(c => c.Findings));
        AsJson(review.Property(c => c.Answers));
        AsJson(review.Property(c => c.Changes));
        AsJson(review.Property(c => c.Corrections));
        review.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CaseId);
        review.Navigation(c => c.Steps).HasField("steps").UsePropertyAccessMode(PropertyAccessMode.Field);
        review.HasIndex(c => new { c.Authority, c.Unit }).HasFilter("state in ('Open', 'Held')").HasDatabaseName("ix_review_cases_running");
        review.HasIndex(c => new { c.Authority, c.SubjectId, c.SubmittedAt });
        review.HasIndex(c => new { c.Authority, c.OpenedAt, c.Id });
        review.HasIndex(c => new { c.Authority, c.DocumentId }).HasFilter("signed_with_document").HasDatabaseName("ix_review_cases_plans");
        review.HasIndex(c => c.Id, "ix_review_cases_recused").HasFilter("recused_people <> '{}' or recused_units <> '{}'");
        review.Ignore(c => c.Companions);
        review.Ignore(c => c.Recusal);
        review.Ignore(c => c.Readers);
        review.Ignore(c => c.Releases);
    }

    private static void ConfigureStep(EntityTypeBuilder<CaseStep> step)
    {
        step.ToTable("review_steps");
        step.HasKey(s => new { s.CaseId, s.Code });
        step.Property(s => s.State).HasConversion<string>();
        step.Property(s => s.Kind).HasConversion<string>();
        step.Property(s => s.Scope).HasConversion<string>();
        step.Property(s => s.Code).UseCollation("C");
        step.HasIndex(s => s.Writers).HasMethod("gin").HasFilter("state = 'Open'");
        step.HasIndex(s => new { s.Authority, s.SortOn, s.CaseId, s.Code }).HasFilter("state = 'Open'")
            .HasDatabaseName("ix_review_steps_open");
        step.HasIndex(s => new { s.Authority, s.Unit, s.SortOn, s.CaseId, s.Code }, "ix_review_steps_open_own")
            .HasFilter("state = 'Open' and scope = 'Own'");
        step.HasIndex(s => new { s.Authority, s.CaseId, s.Code }, "ix_review_steps_open_clocks").HasFilter("state = 'Open'");
        step.HasIndex(s => new { s.Authority, s.SortOn, s.CaseId, s.Code }, "ix_review_steps_open_authority")
            .HasFilter("state = 'Open' and scope = 'Authority'");
    }

    private static void AsJson<T>(PropertyBuilder<T> property) => property.HasColumnType("jsonb").HasConversion(
        new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<T>(text, Json)!),
        new ValueComparer<T>((a, b) => JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json), value
        => JsonSerializer.Serialize(value, Json).GetHashCode(StringComparison.Ordinal)));

    private sealed class CaseIdConverter() : ValueConverter<CaseId, Guid>(id => id.Value, value => new CaseId(value));
}
