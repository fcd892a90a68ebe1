using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Planning;
using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Execution.Resources;

/// <summary>Puts the demonstration content in, once per data directory, through the command line and the gateway as a person would.</summary>
internal sealed class Seeding(Workspace workspace, Plan plan, StateFile state, Reporter reporter)
{
    private const string CommandLine = "cli/Cli.csproj";
    private const string Name = "seed";

    /// <summary>Seeds unless that was done.</summary>
    /// <exception cref="StartFailure">The command failed; the stack goes on, and the next start tries again.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (state.Read().Seeded is not null || plan.External?.Endpoint is not { } gateway
            // A tree of somebody else's projects has no demonstration content.
            || !File.Exists(Path.Combine(workspace.Root, CommandLine))) return;
        var start = TimeProvider.System.GetTimestamp();
        var code = await RunAsync(["seed", "--gateway", gateway.Url], cancellation);
        if (code != 0) throw new StartFailure(Name, $"it ended with code {code}; ./disclosure down and up try again", workspace.LogOf(Name));
        state.Update(s => s with { Seeded = TimeProvider.System.GetUtcNow() });
        reporter.Ready(Name, TimeProvider.System.GetElapsedTime(start), "demonstration content");
    }

    private async Task<int> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var environment = new Dictionary<string, string>();
        if (plan.Identity is { } identity) environment["DISCLOSURE_ISSUER"] = $"{identity.Endpoint.Url}/realms/disclosure";
        await using var process = ChildProcess.Start("dotnet", [Workspace.AssemblyOf(CommandLine), .. arguments], environment, workspace.LogOf(Name), workspace.Root);
        return await process.WaitAsync(cancellation);
    }
}
