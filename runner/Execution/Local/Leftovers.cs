using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Execution.Local;

/// <summary>Ends what a killed runner left running.</summary>
internal static class Leftovers
{
    /// <summary>Stops the recorded processes that still are those recorded, and what they started.</summary>
    /// <returns>The names of the resources that were still running.</returns>
    public static async Task<IReadOnlyList<string>> StopAsync(StateFile file, CancellationToken cancellation, TimeSpan? patience = null)
    {
        var state = file.Read();
        var left = state.Resources.Where(r => Alive(r).Count > 0).Reverse().ToList();
        foreach (var resource in left)
        {
            await ProcessTable.SignalAsync("TERM", Alive(resource));
            await EndAsync(resource, patience ?? TimeSpan.FromSeconds(15), cancellation);
        }

        file.Update(s => s with { Phase = RunPhase.Stopped, Runner = null, Resources = [.. s.Resources.Select(r => r with { Status = "stopped", Processes = [] })] });
        return [.. left.Select(r => r.Name)];
    }

    private static async Task EndAsync(ResourceState resource, TimeSpan patience, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (Alive(resource).Count > 0)
        {
            try
            {
                await tick.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                await ProcessTable.SignalAsync("KILL", Alive(resource));
                return;
            }
        }
    }

    private static IReadOnlyList<int> Alive(ResourceState resource) => [.. resource.Processes.SelectMany(p => ProcessTable.LeftOf(p.Id, p.Start))];
}
