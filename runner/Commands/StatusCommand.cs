using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Execution.Resources;

namespace Disclosure.Runner.Commands;

/// <summary>Shows what runs, asked of the system now and not only of the file.</summary>
internal static class StatusCommand
{
    /// <summary>Exit codes as an init script's: 0 everything runs, 1 something does not, 3 nothing runs.</summary>
    public static async Task<int> RunAsync(Workspace workspace, TextWriter output)
    {
        var state = new StateFile(workspace.State).Read();
        var alive = state.Resources.Count(r => r.Processes.Any(p => p.IsAlive));
        if (!state.IsAlive)
        {
            await output.WriteLineAsync(state.Failure is null ? "Not running." : $"Not running; the last start failed: {state.Failure}");
            if (alive > 0) await output.WriteLineAsync($"{alive} resources of a killed run are left; ./disclosure down stops them.");
            return 3;
        }

        await output.WriteLineAsync($"{state.Phase} (process {state.Runner!.Id}) {state.Portal}");
        var broken = false;
        foreach (var resource in state.Resources)
        {
            var gone = resource.Status == "running" && !resource.Processes.Any(p => p.IsAlive);
            broken |= gone || resource.Status is not ("running" or "present" or "completed");
            var ids = string.Join(' ', resource.Processes.Where(p => p.IsAlive).Select(p => p.Id));
            var restarts = resource.Restarts > 0 ? $"{resource.Restarts} restarts" : "";
            await output.WriteLineAsync($"  {resource.Name,-24} {(gone ? "dead" : resource.Status),-11} {resource.Url,-26} {ids,-8} {restarts} {resource.Reason}".TrimEnd());
        }

        if (state.Dashboard is not null) await output.WriteLineAsync($"  dashboard {state.Dashboard}");
        return state.Phase == RunPhase.Healthy && !broken ? 0 : 1;
    }
}
