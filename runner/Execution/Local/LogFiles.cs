namespace Disclosure.Runner.Execution.Local;

/// <summary>The log files of a tree.</summary>
internal static class LogFiles
{
    private const string Previous = ".previous";

    /// <summary>The runner's own words when it runs detached.</summary>
    public const string Runner = "runner";

    /// <summary>Keeps the logs of the run before this one, and no older.</summary>
    public static void Rotate(Workspace workspace)
    {
        Directory.CreateDirectory(workspace.Logs);
        foreach (var log in Directory.GetFiles(workspace.Logs).Where(f => !f.EndsWith(Previous, StringComparison.Ordinal) && f != workspace.LogOf(Runner)))
            File.Move(log, log + Previous, overwrite: true);
    }

    /// <summary>The names that have a log.</summary>
    public static IReadOnlyList<string> Names(Workspace workspace) => Directory.Exists(workspace.Logs)
        ? [.. Directory.GetFiles(workspace.Logs, "*.log").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)]
        : [];
}
