using Disclosure.Contracts.Review.Api;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Features.Cases;
using Disclosure.Review.Features.Delegations;
using Disclosure.ServiceDefaults.Shutdown;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Supervision;

/// <summary>Urges every overdue step once per legal day, under the name of the system; settles what waited for people whose powers have
/// ended.</summary>
internal sealed partial class OverdueSweep(IServiceScopeFactory scopes, TimeProvider clock, LegalClock legalClock,
    ILogger<OverdueSweep> log)
    : BackgroundWork
{
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
        await SettleEndedAsync(cancellation);
        var reached = new CaseId(Guid.Empty);
        while (true)
        {
            try
            {
                var page = await DueAsync(reached, cancellation);
                foreach (var (id, authority) in page) await TryUrgeAsync(id, authority, cancellation);
                if (page.Count < Batch) return;
                reached = page[^1].Id;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                LogFailed(log, failure.GetType().Name);
                return;
            }
        }
    }

    /// <summary>Powers end by the day too, which no command tells.</summary>
    private async Task SettleEndedAsync(CancellationToken cancellation)
    {
        var (today, reached) = (legalClock.Today, (Authority: "", Subject: ""));
        try
        {
            await WithEndedAsync(ended => ended.SettleLapsedAsync(today, cancellation));
            while (true)
            {
                List<(string Authority, string Subject)> page = [];
                await WithEndedAsync(async ended => page = await ended.ExpiredAsync(today, reached, cancellation));
                foreach (var (authority, subject) in page) await TrySettleAsync(authority, subject, cancellation);
                if (page.Count < EndedPowers.Batch) return;
                reached = page[^1];
            }
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(log, failure.GetType().Name);
        }
    }

    /// <summary>One person whose notices cannot be settled keeps nobody else's from it.</summary>
    private async Task TrySettleAsync(string authority, string subject, CancellationToken cancellation)
    {
        try
        {
            await WithEndedAsync(ended => ended.SettleExpiredAsync(authority, subject, cancellation));
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(log, failure.GetType().Name);
        }
    }

    private async Task WithEndedAsync(Func<EndedPowers, Task> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<EndedPowers>());
    }

    /// <summary>One case that cannot be urged keeps no other from being urged.</summary>
    private async Task TryUrgeAsync(CaseId id, string authority, CancellationToken cancellation)
    {
        try
        {
            await UrgeAsync(id, authority, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogCaseFailed(log, id.Value, failure.GetType().Name);
        }
    }

    private async Task<List<(CaseId Id, string Authority)>> DueAsync(CaseId after, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
        var today = legalClock.Today;
        var due = await db.Steps.Where(s => s.State == StepState.Open && s.SortOn < today && (s.UrgedOn == null || s.UrgedOn < today)
                && EF.Functions.GreaterThan(ValueTuple.Create(s.CaseId), ValueTuple.Create(after)))
            .Select(s => new { s.CaseId, s.Authority }).Distinct().OrderBy(row => row.CaseId).Take(Batch).ToListAsync(cancellation);
        return [.. due.Select(row => (row.CaseId, row.Authority))];
    }

    private async Task UrgeAsync(CaseId id, string authority, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var urged = await scope.ServiceProvider.GetRequiredService<CaseCommands>().UrgeOverdueAsync(id, authority, cancellation);
        // Somebody acts on the case just now, or another replica urged it: nothing is lost, the next sweep looks again.
        if (urged.Failure is { } overtaken) LogOvertaken(log, id.Value, overtaken.Code);
    }

    [LoggerMessage(3001, LogLevel.Warning, "The sweep failed ({Kind}); it tries again")]
    private static partial void LogFailed(ILogger logger, string kind);

    [LoggerMessage(3005, LogLevel.Warning, "Case {CaseId} could not be urged ({Kind}); the next sweep tries again")]
    private static partial void LogCaseFailed(ILogger logger, Guid caseId, string kind);

    [LoggerMessage(3002, LogLevel.Debug, "Case {CaseId} was not urged: {Reason}")]
    private static partial void LogOvertaken(ILogger logger, Guid caseId, string reason);
}
