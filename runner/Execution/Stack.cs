using System.Collections.Concurrent;
using System.Diagnostics;
using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Execution.Resources;
using Disclosure.Runner.Planning;

namespace Disclosure.Runner.Execution;

/// <summary>Stage 4: starts the plan's steps as soon as what they need is ready, and stops them the other way round.</summary>
internal sealed class Stack(Plan plan, ResourceFactory factory, StateFile state, Reporter reporter, Workspace workspace) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(240);
    private static readonly TimeSpan BetweenNotices = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, ManagedResource> running = new();

    /// <summary>What serves, in no order.</summary>
    public IEnumerable<ManagedResource> Running => running.Values;

    /// <summary>Starts every step.</summary>
    /// <exception cref="StartFailure">The first step that could not be made ready.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        state.Update(s => s with { Resources = [.. s.Resources, .. plan.Steps.Select(p => new ResourceState(p.Name, "waiting", null, workspace.LogOf(p.Name), [], 0, null))] });
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var tasks = new Dictionary<string, Task>(StringComparer.Ordinal);
        foreach (var step in plan.Steps) tasks[step.Name] = AfterAsync([.. step.After.Select(a => tasks[a])], step, giveUp);
        var all = Task.WhenAll(tasks.Values);
        // Nothing waits for the timer: it is how often a person is told what a long start still waits for.
        using var notice = new PeriodicTimer(BetweenNotices);
        while (await Task.WhenAny(all, notice.WaitForNextTickAsync(giveUp.Token).AsTask()) != all && !giveUp.IsCancellationRequested)
            reporter.Waiting(tasks.Where(t => !t.Value.IsCompleted).Select(t => t.Key));
        try
        {
            await all;
        }
        catch when (tasks.Values.Select(t => t.Exception?.InnerException).OfType<StartFailure>().FirstOrDefault() is { } first)
        {
            throw first;
        }
    }

    /// <summary>Starts a resource that has ended again, in its place.</summary>
    public async Task StartAgainAsync(ManagedResource resource, CancellationToken cancellation)
    {
        state.Update(resource.Name, r => r with { Status = "restarting", Processes = [], Restarts = r.Restarts + 1 });
        await StartWithinPatienceAsync(resource, cancellation);
        state.Update(resource.Name, r => r with { Status = "running", Reason = null });
    }

    /// <summary>Stops what was started: a resource when all that need it are gone.</summary>
    public async Task StopAsync()
    {
        var tasks = new Dictionary<string, Task>(StringComparer.Ordinal);
        foreach (var step in plan.Steps.Reverse())
            tasks[step.Name] = StopAfterAsync([.. plan.Steps.Where(s => s.After.Contains(step.Name)).Select(s => tasks[s.Name])], step.Name);
        await Task.WhenAll(tasks.Values);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task AfterAsync(Task[] needed, Step step, CancellationTokenSource giveUp)
    {
        await Task.WhenAll(needed);
        giveUp.Token.ThrowIfCancellationRequested();
        var start = Stopwatch.GetTimestamp();
        try
        {
            state.Update(step.Name, r => r with { Status = "starting" });
            var detail = await MakeReadyAsync(step, giveUp.Token);
            reporter.Ready(step.Name, Stopwatch.GetElapsedTime(start), detail);
        }
        catch (Exception failure) when (!(failure is OperationCanceledException && giveUp.IsCancellationRequested))
        {
            state.Update(step.Name, r => r with { Status = "failed", Reason = failure.Message });
            await giveUp.CancelAsync();
            throw new StartFailure(step.Name, failure.Message, workspace.LogOf(step.Name), failure);
        }
    }

    private async Task<string> MakeReadyAsync(Step step, CancellationToken cancellation)
    {
        switch (step)
        {
            case DatabaseStep database:
                var created = await Databases.EnsureAsync(database.ConnectionString, cancellation);
                state.Update(step.Name, r => r with { Status = "present" });
                return created ? "database created" : "database present";
            case ProjectStep { Endpoint: null } finite:
                await RunToEndAsync(finite, cancellation);
                state.Update(step.Name, r => r with { Status = "completed", Processes = [] });
                return "completed";
            case ProjectStep project:
                return await ServeAsync(factory.Create(project), cancellation);
            case ServerStep server:
                return await ServeAsync(await factory.CreateAsync(server), cancellation);
            default:
                throw new InvalidOperationException($"nothing starts a {step.GetType().Name}");
        }
    }

    private async Task RunToEndAsync(ProjectStep step, CancellationToken cancellation)
    {
        await using var process = factory.Run(step);
        state.Record(step.Name, process);
        var code = await process.WaitAsync(cancellation);
        if (code != 0) throw new InvalidOperationException($"it ended with code {code}");
    }

    private async Task<string> ServeAsync(ManagedResource resource, CancellationToken cancellation)
    {
        running[resource.Name] = resource;
        resource.Started = process => state.Record(resource.Name, process);
        await StartWithinPatienceAsync(resource, cancellation);
        state.Update(resource.Name, r => r with { Status = "running", Url = resource.Url });
        return resource.Url ?? "";
    }

    private static async Task StartWithinPatienceAsync(ManagedResource resource, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await resource.StartAsync(limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new InvalidOperationException($"it was not ready after {Patience.TotalSeconds:0} s ({late.Message})", late);
        }
    }

    private async Task StopAfterAsync(Task[] dependents, string name)
    {
        await Task.WhenAll(dependents);
        if (!running.TryRemove(name, out var resource)) return;
        await resource.StopAsync();
        state.Update(name, r => r with { Status = "stopped", Processes = [] });
    }
}
