using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Shutdown;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>Urges every overdue step once per legal day, under the name of the system.</summary>
internal sealed partial class OverdueSweep(IServiceScopeFactory scopes, TimeProvider clock, Moments moments, ILogger<OverdueSweep> log) : BackgroundWork
{
    public const string System = "system";

    private const int Batch = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do await SweepAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops, and the driver may say so as a broken connection; the next start sweeps again.
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        var reached = new CaseId(Guid.Empty);
        while (true)
        {
            try
            {
                var page = await DueAsync(reached, cancellation);
                foreach (var id in page) await TryUrgeAsync(id, cancellation);
                if (page.Count < Batch) return;
                reached = page[^1];
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                LogFailed(log, failure.GetType().Name);
                return;
            }
        }
    }

    /// <summary>One case that cannot be urged keeps no other from being urged.</summary>
    private async Task TryUrgeAsync(CaseId id, CancellationToken cancellation)
    {
        try
        {
            await UrgeAsync(id, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogCaseFailed(log, id.Value, failure.GetType().Name);
        }
    }

    private async Task<List<CaseId>> DueAsync(CaseId after, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
        var today = moments.Now().Today;
        return await db.Steps.Where(s => s.State == StepState.Open && s.SortOn < today && (s.UrgedOn == null || s.UrgedOn < today)
                && EF.Functions.GreaterThan(ValueTuple.Create(s.CaseId), ValueTuple.Create(after)))
            .Select(s => s.CaseId).Distinct().OrderBy(id => id).Take(Batch).ToListAsync(cancellation);
    }

    private async Task UrgeAsync(CaseId id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var review = await db.Cases.Include(c => c.Steps).SingleAsync(c => c.Id == id, cancellation);
        var now = moments.Now();
        await scope.ServiceProvider.GetRequiredService<CompanionCases>().AccompanyAsync(review, cancellation);
        if (review.UrgeOverdue(System, "系统", now) is not { } fact) return;
        await scope.ServiceProvider.GetRequiredService<AuditLog>().AppendAsync(review, [fact], source: null, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody acted on the case just now, or another replica urged it: nothing is lost, the next sweep looks again.
            LogOvertaken(log, id.Value);
        }
    }

    [LoggerMessage(3001, LogLevel.Warning, "The sweep for overdue steps failed ({Kind}); it tries again")]
    private static partial void LogFailed(ILogger logger, string kind);

    [LoggerMessage(3005, LogLevel.Warning, "Case {CaseId} could not be urged ({Kind}); the next sweep tries again")]
    private static partial void LogCaseFailed(ILogger logger, Guid caseId, string kind);

    [LoggerMessage(3002, LogLevel.Debug, "Case {CaseId} changed while it was being urged")]
    private static partial void LogOvertaken(ILogger logger, Guid caseId);
}
