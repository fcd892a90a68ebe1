using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Execution.Resources;
using Disclosure.Runner.Manifest;
using Disclosure.Runner.Planning;
using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Execution;

/// <summary>One run of the stack in the foreground of its process: parse, evaluate, plan, start, watch, stop.</summary>
internal sealed class UpRun(Workspace workspace, UpOptions options, TextWriter output)
{
    private readonly StateFile state = new(workspace.State);
    private readonly Reporter reporter = new(output, options.Colours);
    private volatile bool started;

    /// <summary>Runs until cancelled.</summary>
    /// <returns>0 after an orderly stop, 1 when the stack could not be started.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var treeLock = TreeLock.TryTake(workspace.Lock);
        if (treeLock is null)
        {
            reporter.Say($"Already running in this tree ({state.Read().Portal}); ./disclosure down stops it.");
            return 1;
        }

        try
        {
            await PrepareAsync(cancellation);
            var plan = MakePlan();
            return await RunAsync(plan, cancellation);
        }
        catch (Exception failure) when (failure is ManifestException or InvalidOperationException)
        {
            reporter.Say(failure.Message);
            Fail(failure.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Before the stack was there: during what an earlier run left, npm or the dashboard.
            state.Update(s => s with { Phase = RunPhase.Stopped, Runner = null });
            reporter.Say("Stopped.");
            return 0;
        }
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        var left = await Leftovers.StopAsync(state, cancellation);
        if (left.Count > 0) reporter.Say($"An earlier run was killed; stopped what it left: {string.Join(", ", left)}.");
        state.Update(s => RunState.Empty with
        {
            Phase = RunPhase.Starting,
            Runner = ProcessStamp.Of(Environment.ProcessId),
            StartedAt = TimeProvider.System.GetUtcNow(),
            Seeded = options.Fresh ? null : s.Seeded,
        });
        if (options.Fresh) await DataDirectory.ClearAsync(workspace);
        LogFiles.Rotate(workspace);
        var data = await DataDirectory.ForPostgresAsync(workspace);
        if (!data.StartsWith(workspace.Local, StringComparison.Ordinal))
            reporter.Say($"The account that runs PostgreSQL cannot enter this directory; its data is in {data}.");
    }

    private Plan MakePlan()
    {
        var manifest = ManifestParser.Parse(File.ReadAllText(workspace.Manifest));
        var parameters = new ParameterStore(workspace.Parameters, Environment.GetEnvironmentVariable);
        var replacements = Replacements.From(manifest, Environment.GetEnvironmentVariable);
        var plan = Planner.Plan(manifest, new PlanInputs(options.Port, FreePort.Several, parameters.Get, replacements));
        if (plan.External is { Endpoint.Port: var port } && !FreePort.IsFree(port))
            throw new InvalidOperationException($"Port {port} is in use by another program; choose one with --port.");
        state.Update(s => s with { Portal = plan.External?.Endpoint?.Url });
        return plan;
    }

    private async Task<int> RunAsync(Plan plan, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5) };
        reporter.Heading($"Starting {plan.Steps.Count} resources of {Path.GetFileName(workspace.Manifest)}");
        await using var dashboard = options.Dashboard ? await Dashboard.StartAsync(workspace, state, reporter, http, cancellation) : null;
        Action<string, string>? merged = options.Detached ? null : (resource, line) => { if (started) reporter.Output(resource, line); };
        var factory = new ResourceFactory(workspace, plan, dashboard?.ForProjects ?? new Dictionary<string, string>(), http, merged);
        await using var stack = new Stack(plan, factory, state, reporter, workspace);
        var code = await ServeAsync(stack, plan, dashboard, cancellation);
        state.Update(s => s with { Phase = code == 0 ? RunPhase.Stopping : s.Phase });
        reporter.Heading("Stopping");
        await stack.StopAsync();
        if (dashboard is not null) await dashboard.DisposeAsync();
        state.Update(s => s with { Phase = code == 0 ? RunPhase.Stopped : s.Phase, Runner = null });
        reporter.Say("Stopped.");
        return code;
    }

    private async Task<int> ServeAsync(Stack stack, Plan plan, Dashboard? dashboard, CancellationToken cancellation)
    {
        try
        {
            await stack.StartAsync(cancellation);
        }
        catch (StartFailure failure)
        {
            reporter.Failed(failure.Resource, failure.Reason, failure.Log);
            Fail(failure.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return 0;
        }

        // From now on what ends is started again; seeding already counts on that.
        var watch = new Watch(stack, state, reporter, RestartPolicy.Standard, TimeProvider.System).RunAsync(cancellation);
        var seedFailure = await SeedAsync(plan, cancellation);
        if (cancellation.IsCancellationRequested) return 0;
        reporter.Heading($"Healthy after {reporter.Elapsed}");
        foreach (var line in Summary.Lines(workspace, plan, dashboard?.Url)) reporter.Say(line);
        state.Update(s => s with { Phase = RunPhase.Healthy, Failure = seedFailure });
        started = true;
        await watch;
        await UntilAsync(cancellation);
        return 0;
    }

    private async Task<string?> SeedAsync(Plan plan, CancellationToken cancellation)
    {
        try
        {
            await new Seeding(workspace, plan, state, reporter).RunAsync(cancellation);
            return null;
        }
        catch (StartFailure failure)
        {
            reporter.Failed(failure.Resource, failure.Reason, failure.Log);
            return failure.Message;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>When everything that could be watched stays down, the operator still decides when to end.</summary>
    private static async Task UntilAsync(CancellationToken cancellation)
    {
        var end = new TaskCompletionSource();
        await using var registration = cancellation.Register(end.SetResult);
        await end.Task;
    }

    private void Fail(string reason) => state.Update(s => s with { Phase = RunPhase.Failed, Failure = reason });
}
