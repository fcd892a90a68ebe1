using System.Diagnostics.Metrics;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>How much waits in an outbox, how long, and how much is parked; read by the relay, observed by the exporter.</summary>
internal sealed class OutboxGauges
{
    private long pending;
    private long parked;
    private double oldest;

    public OutboxGauges(string database)
    {
        KeyValuePair<string, object?> name = new("database", database);
        Telemetry.Meter.CreateObservableGauge("disclosure.outbox.pending", () => new Measurement<long>(Volatile.Read(ref pending), name),
            "{message}", "Committed and not yet published");
        Telemetry.Meter.CreateObservableGauge("disclosure.outbox.parked", () => new Measurement<long>(Volatile.Read(ref parked), name),
            "{message}", "Given up until an operator or a new version");
        Telemetry.Meter.CreateObservableGauge("disclosure.outbox.oldest", () => new Measurement<double>(Volatile.Read(ref oldest), name),
            "s", "Age of the oldest unpublished message");
    }

    public async Task ReadAsync(ServiceDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        var waiting = await db.Outbox.Where(m => m.PublishedAt == null).GroupBy(_ => 1)
            .Select(g => new { Count = g.LongCount(), Parked = g.LongCount(m => m.ParkedAt != null), Oldest = g.Min(m => m.OccurredAt) })
            .SingleOrDefaultAsync(cancellation);
        Volatile.Write(ref pending, waiting?.Count ?? 0);
        Volatile.Write(ref parked, waiting?.Parked ?? 0);
        Volatile.Write(ref oldest, waiting is null ? 0 : (now - waiting.Oldest).TotalSeconds);
    }
}
