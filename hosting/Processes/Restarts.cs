using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Disclosure.Hosting.Processes;

/// <summary>
/// A resource that served and died by itself is started again, by Aspire's own command; in production Kubernetes or systemd does it.
/// </summary>
public static class Restarts
{
    /// <summary>Property of the resource: how often it was started again.</summary>
    public const string Property = "disclosure.restarts";

    /// <summary>Starts the resource again when it dies.</summary>
    public static IResourceBuilder<T> WithRestarts<T>(this IResourceBuilder<T> resource) where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        var services = resource.ApplicationBuilder.Services;
        services.TryAddSingleton(RestartPolicy.Standard);
        services.TryAddSingleton(TimeProvider.System);
        services.AddHostedService<RestartService>();
        return resource.WithAnnotation(new Restarted());
    }

    internal sealed class Restarted : IResourceAnnotation;
}

/// <summary>
/// How often and how soon: the first delay is doubled up to the longest; after so many attempts in a row the resource stays down,
/// unless it had lived long enough.
/// </summary>
internal sealed record RestartPolicy(TimeSpan First, TimeSpan Longest, int Attempts, TimeSpan Recovered)
{
    public static readonly RestartPolicy Standard = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), 6, TimeSpan.FromMinutes(1));

    /// <summary>The delay before an attempt, counted from 1.</summary>
    public TimeSpan DelayBefore(int attempt) => attempt < 20 && First * Math.Pow(2, attempt - 1) is var delay && delay < Longest
        ? delay : Longest;
}

/// <summary>What is known of one resource's life.</summary>
internal sealed class Life(RestartPolicy policy, TimeProvider time)
{
    private string? state;
    private bool served;
    private long since;

    /// <summary>How often it was started again.</summary>
    public int Restarts { get; private set; }

    /// <summary>The number of the latest attempt since it last lived long enough.</summary>
    public int Attempts { get; private set; }

    public bool IsDown => KnownResourceStates.TerminalStates.Contains(state);

    /// <summary>Notes a state; the number of the attempt to start again if this was a death, nothing otherwise.</summary>
    /// <remarks>
    /// What is asked to stop passes through Stopping; what dies does not. What has never served is not started again: somebody is
    /// waiting for it and wants the reason.
    /// </remarks>
    public int? See(string? now, bool healthy)
    {
        served |= healthy && now == KnownResourceStates.Running;
        if (now == state) return null;
        var (before, wasDown) = (state, IsDown);
        state = now;
        if (now == KnownResourceStates.Running) since = time.GetTimestamp();
        if (!IsDown || wasDown || !served) return null;
        if (before == KnownResourceStates.Stopping
            || (before == KnownResourceStates.Running && time.GetElapsedTime(since) >= policy.Recovered)) Attempts = 0;
        return before == KnownResourceStates.Stopping ? null : NextAttempt();
    }

    public int NextAttempt() => ++Attempts;

    public int StartedAgain() => ++Restarts;
}

internal sealed partial class RestartService(ResourceNotificationService notifications, ResourceCommandService commands,
    ResourceLoggerService logs,
    RestartPolicy policy, TimeProvider time, IHostApplicationLifetime application) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Everything ends when the application does; nothing of that is a death.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, application.ApplicationStopping);
        var lives = new Dictionary<string, Life>();
        var attempts = new List<Task>();
        try
        {
            await foreach (var change in notifications.WatchAsync(ends.Token))
            {
                if (!change.Resource.HasAnnotationOfType<Restarts.Restarted>()) continue;
                if (!lives.TryGetValue(change.ResourceId, out var life)) lives[change.ResourceId] = life = new Life(policy, time);
                attempts.RemoveAll(attempt => attempt.IsCompleted);
                if (life.See(change.Snapshot.State?.Text, change.Snapshot.HealthStatus == HealthStatus.Healthy) is { } attempt)
                    attempts.Add(StartAgainAsync(change, life, attempt, ends.Token));
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The end of watching.
        }

        await Task.WhenAll(attempts);
    }

    private async Task StartAgainAsync(ResourceEvent death, Life life, int attempt, CancellationToken ends)
    {
        var log = logs.GetLogger(death.ResourceId);
        try
        {
            while (attempt <= policy.Attempts)
            {
                var delay = policy.DelayBefore(attempt);
                LogDied(log, death.Snapshot.State?.Text, death.Snapshot.ExitCode, delay.TotalSeconds, attempt, policy.Attempts);
                // What dies at once would otherwise be started as fast as it dies; the clock is the caller's.
                await Task.Delay(delay, time, ends);
                // Somebody was quicker: a person, or the attempt that followed on a start that failed.
                if (!life.IsDown || life.Attempts != attempt) return;
                var restarts = life.StartedAgain();
                await notifications.PublishUpdateAsync(death.Resource, death.ResourceId, snapshot => snapshot with
                {
                    Properties = [.. snapshot.Properties.Where(property => property.Name != Restarts.Property),
                        new(Restarts.Property, restarts)],
                });
                if ((await commands.ExecuteCommandAsync(death.ResourceId, KnownResourceCommands.StartCommand, ends)).Success
                    || life.Attempts != attempt) return;
                attempt = life.NextAttempt();
            }

            LogStaysDown(log, policy.Attempts);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The application ends, and with it the wish to have this again.
        }
    }

    [LoggerMessage(LogLevel.Warning,
        "It ended by itself ({State}, exit code {ExitCode}) and starts again in {Seconds} s (attempt {Attempt} of {Attempts})")]
    private static partial void LogDied(ILogger logger, string? state, int? exitCode, double seconds, int attempt, int attempts);

    [LoggerMessage(LogLevel.Error, "It stays down after {Attempts} attempts; the command start tries again")]
    private static partial void LogStaysDown(ILogger logger, int attempts);
}
