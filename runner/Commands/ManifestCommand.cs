using Disclosure.Runner.Execution;
using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Manifest;
using Disclosure.Runner.Planning;
using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Commands;

/// <summary>Shows and checks the manifest.</summary>
internal static class ManifestCommand
{
    public static async Task<int> RunAsync(Workspace workspace, bool check, TextWriter output, CancellationToken cancellation)
    {
        var plan = Planned(await File.ReadAllTextAsync(workspace.Manifest, cancellation));
        if (check) return await ManifestComparison.RunAsync(workspace, output, cancellation);
        foreach (var step in plan.Steps)
        {
            var after = step.After.Count == 0 ? "" : $"after {string.Join(", ", step.After)}";
            await output.WriteLineAsync($"  {step.Name,-24} {Kind(step),-12} {after}".TrimEnd());
        }

        return 0;
    }

    /// <summary>The plan without asking for or keeping any secret.</summary>
    private static Plan Planned(string text) => Planner.Plan(ManifestParser.Parse(text),
        new PlanInputs(UpOptions.StandardPort, FreePort.Several, (parameter, _) => parameter.Name, Replacements.None));

    private static string Kind(Step step) => step switch
    {
        ServerStep => "server",
        DatabaseStep => "database",
        ProjectStep { Endpoint: null } => "finite",
        ProjectStep { IsExternal: true } => "external",
        _ => "service",
    };
}
