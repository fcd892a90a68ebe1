using Microsoft.Extensions.Hosting;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Disclosure.ServiceDefaults.Shutdown;

/// <summary>Sends what is left of the telemetry when the process ends.</summary>
/// <remarks>
/// The providers would do so one after the other, with five seconds each, and more when they repeat what an absent collector did not
/// take. They shut down once: created before this, they are disposed behind it and find nothing left to do. It happens at disposal and
/// not when the host stops, for then the host and everything registered later have said their last, and a failed start is told as well.
/// </remarks>
internal sealed class TelemetryFlush(TracerProvider traces, MeterProvider metrics, LoggerProvider logs) : IHostedService, IAsyncDisposable
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        var bound = (int)ShutdownBounds.Flush.TotalMilliseconds;
        Task ends = Task.WhenAll(
            ShutdownBounds.Aside(() => traces.Shutdown(bound)),
            ShutdownBounds.Aside(() => metrics.Shutdown(bound)),
            ShutdownBounds.Aside(() => logs.Shutdown(bound)));
        // A provider takes the bound for each of its steps.
        await ends.WaitAsync(ShutdownBounds.Flush).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
