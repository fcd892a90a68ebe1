using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Disclosure.ServiceDefaults.Shutdown;

/// <summary>
/// A process that is asked to end is gone within five seconds, whatever it waits for: <see cref="Stop"/>, one second in which Kestrel
/// cuts off requests that do not hear of it, <see cref="Flush"/>, and one second to spare on a busy machine.
/// </summary>
/// <remarks>Nothing is lost by it: what was committed is in the outbox, what was not is done again by whoever asked or delivered.</remarks>
internal static class ShutdownBounds
{
    /// <summary>How long requests, consumers and the relay may take to finish what they do; then they are cut off.</summary>
    public static readonly TimeSpan Stop = TimeSpan.FromSeconds(2);

    /// <summary>When consumers are told to leave; the rest of <see cref="Stop"/> is for the connection to the broker.</summary>
    public static readonly TimeSpan Consumers = TimeSpan.FromSeconds(1);

    /// <summary>How long what is left of traces, metrics and logs may take to reach the collector, all three together.</summary>
    public static readonly TimeSpan Flush = TimeSpan.FromSeconds(1);

    /// <summary>Bounds the end of the host, of calls to others, and of the telemetry.</summary>
    public static void AddShutdownBounds(this IServiceCollection services)
    {
        services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = Stop;
            // One after the other, what waits for an absent server would take the time of those behind it.
            options.ServicesStopConcurrently = true;
        });
        services.AddHostedService<TelemetryFlush>();
        services.AddSingleton<EndOfCalls>();
        services.ConfigureHttpClientDefaults(http
            => http.AddHttpMessageHandler(provider => new EndingCalls(provider.GetRequiredService<EndOfCalls>())));
    }

    /// <summary>Bounds the end of the bus.</summary>
    public static void Bound(MassTransitHostOptions options)
    {
        options.StopTimeout = Stop;
        options.ConsumerStopTimeout = Consumers;
    }

    /// <summary>Runs what blocks its thread on one of its own: the few that others need to end as well would soon all wait.</summary>
    public static Task<T> Aside<T>(Func<T> work)
        => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
