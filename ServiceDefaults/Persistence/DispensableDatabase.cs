using Disclosure.ServiceDefaults.Shutdown;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Disclosure.ServiceDefaults.Persistence;

/// <summary>Whether a database answers without which the process still does most of its work.</summary>
/// <remarks>An orchestrator takes a late answer for none. The driver lets whoever gives up on a silent server wait for half a minute, so it
/// is asked aside, and by one at a time.</remarks>
internal sealed class DispensableDatabase(NpgsqlDataSource database) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private Task asking = Task.CompletedTask;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await Ask().WaitAsync(Patience, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, failure.GetType().Name);
        }
    }

    private Task Ask()
    {
        lock (gate) return asking.IsCompleted ? asking = ShutdownBounds.Aside(AskAsync).Unwrap() : asking;
    }

    private async Task AskAsync()
    {
        await using var command = database.CreateCommand("select 1");
        await command.ExecuteScalarAsync();
    }
}
