using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Runner.Execution.Resources;
using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Execution.Local;

/// <summary>A process as nobody can mistake it: its id and when it started.</summary>
internal sealed record ProcessStamp(int Id, string Start)
{
    public static ProcessStamp? Of(int id) => ProcessTable.StartOf(id) is { } start ? new ProcessStamp(id, start) : null;

    [JsonIgnore]
    public bool IsAlive => ProcessTable.StartOf(Id) == Start;
}

/// <summary>How far a run is.</summary>
internal enum RunPhase
{
    Starting,
    Healthy,
    Failed,
    Stopping,
    Stopped,
}

/// <summary>One resource of a run, as <c>status</c> shows it.</summary>
internal sealed record ResourceState(string Name, string Status, string? Url, string Log, IReadOnlyList<ProcessStamp> Processes, int Restarts, string? Reason);

/// <summary>What is known about the run of a working tree; kept after its end for what must be remembered.</summary>
internal sealed record RunState(RunPhase Phase, ProcessStamp? Runner, string? Portal, string? Dashboard, string? Failure,
    DateTimeOffset? StartedAt, DateTimeOffset? Seeded, IReadOnlyList<ResourceState> Resources)
{
    public static readonly RunState Empty = new(RunPhase.Stopped, null, null, null, null, null, null, []);

    [JsonIgnore]
    public bool IsAlive => Runner?.IsAlive == true;
}

/// <summary>The file <c>.local/state.json</c>, written whole or not at all.</summary>
internal sealed class StateFile(string path)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };
    private readonly Lock gate = new();

    /// <summary>The last state written; an empty one when there is none or it cannot be read.</summary>
    public RunState Read()
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<RunState>(File.ReadAllText(path), Options) ?? RunState.Empty : RunState.Empty;
        }
        catch (JsonException)
        {
            // Only a foreign hand leaves a broken file; without ids in it there is nothing we could stop by it.
            return RunState.Empty;
        }
    }

    public void Update(Func<RunState, RunState> change)
    {
        lock (gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path + ".new", JsonSerializer.Serialize(change(Read()), Options));
            File.Move(path + ".new", path, overwrite: true);
        }
    }

    public void Update(string resource, Func<ResourceState, ResourceState> change)
        => Update(state => state with { Resources = [.. state.Resources.Select(r => r.Name == resource ? change(r) : r)] });

    /// <summary>Notes a process before anything waits for it: even a killed runner leaves behind what it must be stopped by.</summary>
    public void Record(string resource, ChildProcess process)
    {
        if (ProcessStamp.Of(process.Id) is { } stamp)
            Update(resource, r => r with { Processes = [.. r.Processes.Where(p => p.IsAlive), stamp] });
    }
}
