using System.Text.Json;
using Disclosure.Contracts.Facts;
using Disclosure.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Facts;

/// <summary>统计事实 as a service keeps it: added with the change that made it true, never changed, never deleted.</summary>
public sealed class KeptFact
{
    /// <summary>The authority.</summary>
    public required string Authority { get; init; }

    /// <summary>Its number among the authority's, from 1 without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>When it took effect, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The legal day it counts on.</summary>
    public required DateOnly CountsOn { get; init; }

    /// <summary>Kind of the subject.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>The subject.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Unit it is counted with; null for the authority as a whole.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether it counts in totals of the whole authority only (回避).</summary>
    public bool IsRestricted { get; init; }

    /// <summary>What happened, JSON with its type and version.</summary>
    public required string Body { get; init; }

    /// <summary>The fact as it is told.</summary>
    /// <returns>The fact.</returns>
    public RecordedFact Told() => new(Number, RecordedAt, CountsOn, SubjectKind, SubjectId, Unit, IsRestricted,
        JsonSerializer.Deserialize<StatisticalFact>(Body, MessageJson.Options)!);

    internal static KeptFact Of(string authority, long number, FactEntry entry, DateTimeOffset now) => new()
    {
        Authority = authority,
        Number = number,
        RecordedAt = now,
        CountsOn = entry.On,
        SubjectKind = entry.SubjectKind,
        SubjectId = entry.SubjectId,
        Unit = entry.Unit,
        IsRestricted = entry.IsRestricted,
        Body = JsonSerializer.Serialize(entry.Body, MessageJson.Options),
    };
}

/// <summary>The last number of an authority's facts.</summary>
internal sealed class FactHead
{
    public required string Authority { get; init; }

    public required long Number { get; init; }
}

/// <summary>What a service keeps of facts.</summary>
internal static class FactTables
{
    public const string Facts = "facts";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<KeptFact>(fact =>
        {
            fact.ToTable(Facts);
            fact.HasKey(f => new { f.Authority, f.Number });
            fact.Property(f => f.Number).ValueGeneratedNever();
            fact.Property(f => f.Body).HasColumnType("jsonb");
            fact.HasIndex(f => new { f.SubjectId, f.Number });
        });
        model.Entity<FactHead>(head =>
        {
            head.ToTable("fact_heads");
            head.HasKey(h => h.Authority);
        });
    }
}
