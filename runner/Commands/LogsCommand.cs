using Disclosure.Runner.Execution.Local;

namespace Disclosure.Runner.Commands;

/// <summary>Shows a resource's log.</summary>
internal static class LogsCommand
{
    public static async Task<int> RunAsync(Workspace workspace, string? resource, bool follow, TextWriter output, CancellationToken cancellation)
    {
        var names = LogFiles.Names(workspace);
        if (resource is null || !names.Contains(resource))
        {
            if (resource is not null) await output.WriteLineAsync($"There is no log of '{resource}'.");
            await output.WriteLineAsync(names.Count == 0 ? $"No logs yet in {workspace.Logs}." : $"Logs: {string.Join(", ", names)}");
            return resource is null ? 0 : 1;
        }

        using var tail = new LogTail(workspace.LogOf(resource));
        await output.WriteAsync(tail.ReadNew());
        if (!follow) return 0;
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        try
        {
            while (await tick.WaitForNextTickAsync(cancellation))
            {
                await output.WriteAsync(tail.ReadNew());
                await output.FlushAsync(cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how following ends.
        }

        return 0;
    }
}
