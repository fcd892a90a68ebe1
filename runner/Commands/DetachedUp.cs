using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Disclosure.Runner.Execution;
using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Execution.Resources;
using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Commands;

/// <summary>Starts the runner as a process of its own session and shows its progress until the stack is healthy or failed.</summary>
internal sealed class DetachedUp(Workspace workspace, UpOptions options, TextWriter output)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var state = new StateFile(workspace.State);
        using (var free = TreeLock.TryTake(workspace.Lock))
        {
            if (free is null)
            {
                await output.WriteLineAsync($"Already running in this tree ({state.Read().Portal}); ./disclosure down stops it.");
                return 1;
            }
        }

        var log = workspace.LogOf(LogFiles.Runner);
        Directory.CreateDirectory(workspace.Logs);
        await File.WriteAllTextAsync(log, "", CancellationToken.None);
        using var daemon = Start(log);
        using var progress = new LogTail(log);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var asked = false;
        while (true)
        {
            await output.WriteAsync(progress.ReadNew());
            var seen = state.Read();
            var ours = seen.Runner?.Id == daemon.Id;
            if (ours && seen.Phase == RunPhase.Healthy) return seen.Failure is null ? 0 : 1;
            if (daemon.HasExited)
            {
                await output.WriteAsync(progress.ReadNew());
                return 1;
            }

            if (cancellation.IsCancellationRequested && !asked) await ProcessTable.SignalAsync("TERM", [daemon.Id]);
            asked = cancellation.IsCancellationRequested;
            await tick.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private Process Start(string log)
    {
        List<string> arguments = ["up", "--daemon", "--port", options.Port.ToString(CultureInfo.InvariantCulture)];
        if (options.Fresh) arguments.Add("--fresh");
        if (options.Dashboard) arguments.Add("--dashboard");
        if (options.Colours) arguments.Add("--colour");
        // The shell gives its place to the runner, so that the id we hold is the runner's; nothing of ours stays open in it.
        // bash, because dash drops the variables that give existing servers: their names hold a dash (ConnectionStrings__catalogue-db).
        return Process.Start(new ProcessStartInfo("setsid",
            ["bash", "-c", "exec \"$@\" >>\"$0\" 2>&1 </dev/null", log, "dotnet", Assembly.GetEntryAssembly()!.Location, .. arguments])
        { WorkingDirectory = workspace.Root })!;
    }
}
