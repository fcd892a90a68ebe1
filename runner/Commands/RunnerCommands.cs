using System.CommandLine;
using Disclosure.Runner.Execution;
using Disclosure.Runner.Execution.Local;

namespace Disclosure.Runner.Commands;

/// <summary>The runner's command line.</summary>
public static class RunnerCommands
{
    /// <summary>Runs a command.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Runs the platform on this machine from its manifest") { Up(), Down(), Status(), Logs(), ManifestOf() };
        try
        {
            // up ends in its own way on Ctrl-C and SIGTERM: in order, however long that takes.
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
        }
        catch (Exception failure) when (failure is InvalidOperationException or Manifest.ManifestException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static Command Up()
    {
        var detach = new Option<bool>("--detach") { Description = "Return when the stack is healthy; ./disclosure down stops it" };
        var daemon = new Option<bool>("--daemon") { Hidden = true };
        var fresh = new Option<bool>("--fresh") { Description = "Start with empty data" };
        var port = new Option<int>("--port") { Description = "Port of the portal", DefaultValueFactory = _ => UpOptions.StandardPort };
        var dashboard = new Option<bool>("--dashboard") { Description = "Start the Aspire dashboard and send telemetry to it" };
        var colour = new Option<bool>("--colour") { Hidden = true };
        var aspire = new Option<bool>("--aspire") { Description = "Run the app model under .NET Aspire instead (containers)" };
        var command = new Command("up", "Starts the whole stack") { detach, daemon, fresh, port, dashboard, colour, aspire };
        command.SetAction(async result =>
        {
            if (result.GetValue(aspire)) throw new InvalidOperationException("Under Aspire the app model is built differently: use ./disclosure up --aspire.");
            var options = new UpOptions(result.GetValue(port), result.GetValue(fresh), result.GetValue(dashboard), result.GetValue(daemon),
                result.GetValue(colour) || Terminal.HasColours);
            using var stop = new StopSignals();
            await using var output = new LastingOutput(Console.Out);
            return result.GetValue(detach)
                ? await new DetachedUp(Workspace.Find(), options, output).RunAsync(stop.Token)
                : await new UpRun(Workspace.Find(), options, output).RunAsync(stop.Token);
        });
        return command;
    }

    private static Command Down()
    {
        var command = new Command("down", "Stops the stack of this tree");
        command.SetAction((_, cancellation) => DownCommand.RunAsync(Workspace.Find(), Console.Out, cancellation));
        return command;
    }

    private static Command Status()
    {
        var command = new Command("status", "Shows what runs");
        command.SetAction((_, _) => StatusCommand.RunAsync(Workspace.Find(), Console.Out));
        return command;
    }

    private static Command Logs()
    {
        var resource = new Argument<string?>("resource") { Arity = ArgumentArity.ZeroOrOne, Description = "A resource of the manifest; without one, the names" };
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with what is written" };
        var command = new Command("logs", "Shows the log of a resource") { resource, follow };
        command.SetAction((result, cancellation) => LogsCommand.RunAsync(Workspace.Find(), result.GetValue(resource), result.GetValue(follow), Console.Out, cancellation));
        return command;
    }

    private static Command ManifestOf()
    {
        var check = new Option<bool>("--check") { Description = "Compare the committed manifest with what the app model publishes: 0 the same, 1 different, 3 cannot be checked on this machine" };
        var command = new Command("manifest", "Shows what the manifest starts, in order") { check };
        command.SetAction((result, cancellation) => ManifestCommand.RunAsync(Workspace.Find(), result.GetValue(check), Console.Out, cancellation));
        return command;
    }
}
