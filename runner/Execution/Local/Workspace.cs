namespace Disclosure.Runner.Execution.Local;

/// <summary>The places of one working tree: what is read, and what running leaves behind below <c>.local/</c>.</summary>
internal sealed class Workspace(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    public string Local => Path.Combine(Root, ".local");

    public string Logs => Path.Combine(Local, "logs");

    public string Manifest => Path.Combine(Root, "aspire-manifest.json");

    public string Parameters => Path.Combine(Local, "parameters.json");

    public string State => Path.Combine(Local, "state.json");

    public string Lock => Path.Combine(Local, "runner.lock");

    public string Data => Path.Combine(Local, "data");

    /// <summary>The working directory if it holds a manifest, else the tree that the runner was built in.</summary>
    /// <exception cref="InvalidOperationException">There is no manifest.</exception>
    public static Workspace Find()
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
                if (new Workspace(at.FullName) is var workspace && File.Exists(workspace.Manifest)) return workspace;
        throw new InvalidOperationException("There is no aspire-manifest.json in this directory or above it.");
    }

    public string LogOf(string resource) => Path.Combine(Logs, resource + ".log");

    /// <summary>The Release build of a project, next to the runner's own build.</summary>
    public static string AssemblyOf(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var built = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", name, "release", $"Disclosure.{name}.dll"));
        return File.Exists(built) ? built : throw new InvalidOperationException($"{project} is not built: {built} is missing. Run ./disclosure up or build the solution in Release.");
    }

    /// <summary>A project starts in its own directory, as <c>dotnet run</c> does.</summary>
    public string DirectoryOf(string project)
        => Path.Combine(Root, Path.GetDirectoryName(project) ?? "") is var directory && Directory.Exists(directory) ? directory : Root;
}
