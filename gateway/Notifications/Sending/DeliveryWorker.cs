using Disclosure.ServiceDefaults.Shutdown;

namespace Disclosure.Gateway.Notifications.Sending;

/// <summary>Sends what is due, every few seconds.</summary>
internal sealed partial class DeliveryWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeliveryWorker> log) : BackgroundWork
{
    /// <summary>How late a notice is that is sent at once.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do await RunAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops; what was taken and not sent is taken again when its lease ends.
        }
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DeliveryRound>().RunAsync(cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // The database is away: health says so, and everything waits.
            LogPostponed(log, failure.GetType().Name);
        }
    }

    [LoggerMessage(4203, LogLevel.Warning, "Notifications could not be looked at ({Kind}); tried again")]
    private static partial void LogPostponed(ILogger logger, string kind);
}
