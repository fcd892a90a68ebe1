using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Execution.Resources;
using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Execution;

/// <summary>How often and how soon a dead resource is started again.</summary>
/// <param name="First">Delay before the first attempt; doubled each time.</param>
/// <param name="Longest">Bound of the delay.</param>
/// <param name="Attempts">After so many ends in a row the resource stays down.</param>
/// <param name="Recovered">A resource that lived so long begins anew.</param>
internal sealed record RestartPolicy(TimeSpan First, TimeSpan Longest, int Attempts, TimeSpan Recovered)
{
    public static readonly RestartPolicy Standard = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), 6, TimeSpan.FromMinutes(1));

    /// <summary>The delay before an attempt, counted from 1.</summary>
    public TimeSpan DelayBefore(int attempt) => attempt < 20 && First * Math.Pow(2, attempt - 1) is var delay && delay < Longest ? delay : Longest;
}

/// <summary>Stage 5: notices the end of what should run, says why, and starts it again.</summary>
internal sealed class Watch(Stack stack, StateFile state, Reporter reporter, RestartPolicy policy, TimeProvider time)
{
    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation) => await Task.WhenAll(stack.Running.Select(r => WatchAsync(r, cancellation)));

    private async Task WatchAsync(ManagedResource resource, CancellationToken cancellation)
    {
        var attempt = 0;
        while (!cancellation.IsCancellationRequested)
        {
            var since = time.GetTimestamp();
            try
            {
                await resource.Process!.Ended.WaitAsync(cancellation);
                if (time.GetElapsedTime(since) >= policy.Recovered) attempt = 0;
                var reason = ReasonOf(resource.Process!);
                while (await TryAgainAsync(resource, reason, ++attempt, cancellation) is { } again) reason = again;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (StartFailure)
            {
                return;
            }
        }
    }

    /// <summary>Nothing when the resource runs again, else why it does not.</summary>
    private async Task<string?> TryAgainAsync(ManagedResource resource, string reason, int attempt, CancellationToken cancellation)
    {
        reporter.Failed(resource.Name, reason, resource.Log);
        if (attempt > policy.Attempts)
        {
            state.Update(resource.Name, r => r with { Status = "failed", Reason = reason, Processes = [] });
            reporter.Warn(resource.Name, $"stays down after {policy.Attempts} attempts");
            throw new StartFailure(resource.Name, reason, resource.Log);
        }

        var delay = policy.DelayBefore(attempt);
        state.Update(resource.Name, r => r with { Status = "dead", Reason = reason });
        reporter.Warn(resource.Name, $"starts again in {delay.TotalSeconds:0.#} s (attempt {attempt} of {policy.Attempts})");
        // What dies at once would otherwise be started as fast as it dies; the clock is the caller's.
        await Task.Delay(delay, time, cancellation);
        try
        {
            await stack.StartAgainAsync(resource, cancellation);
            reporter.Ready(resource.Name, delay, "running again");
            return null;
        }
        catch (InvalidOperationException failure)
        {
            state.Update(resource.Name, r => r with { Status = "dead", Reason = failure.Message });
            return failure.Message;
        }
    }

    private static string ReasonOf(ChildProcess process) => process.ExitCode > 128
        ? $"it ended by signal {process.ExitCode - 128}"
        : $"it ended with code {process.ExitCode}";
}
