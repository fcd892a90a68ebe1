using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Commands;

/// <summary>Stops the run of this tree, and what a killed run left.</summary>
internal static class DownCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static async Task<int> RunAsync(Workspace workspace, TextWriter output, CancellationToken cancellation)
    {
        var state = new StateFile(workspace.State);
        var run = state.Read();
        if (run.IsAlive)
        {
            await output.WriteLineAsync("Stopping …");
            await ProcessTable.SignalAsync("TERM", [run.Runner!.Id]);
            if (!await EndedAsync(run, cancellation))
            {
                await output.WriteLineAsync($"The runner (process {run.Runner.Id}) has not ended after {Patience.TotalSeconds:0} s; see {workspace.LogOf(LogFiles.Runner)}.");
                return 1;
            }
        }

        using var treeLock = TreeLock.TryTake(workspace.Lock);
        if (treeLock is null)
        {
            await output.WriteLineAsync("A runner has just been started in this tree; it was not stopped.");
            return 1;
        }

        var left = await Leftovers.StopAsync(state, cancellation);
        if (left.Count > 0) await output.WriteLineAsync($"Stopped what a killed run had left: {string.Join(", ", left)}.");
        await output.WriteLineAsync(run.IsAlive || run.Runner is not null || left.Count > 0 ? "Stopped." : "Nothing runs in this tree.");
        return 0;
    }

    private static async Task<bool> EndedAsync(RunState run, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (run.IsAlive)
        {
            if (limit.IsCancellationRequested) return false;
            await tick.WaitForNextTickAsync(cancellation);
        }

        return true;
    }
}
