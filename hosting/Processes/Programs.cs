using Microsoft.Extensions.Configuration;

namespace Disclosure.Hosting.Processes;

/// <summary>Projects of the solution as resources.</summary>
public static class Programs
{
    /// <summary>Adds a project that runs as it was built.</summary>
    /// <remarks>
    /// Aspire would start <c>dotnet run</c>, which stays in front of the program: what is stopped or killed would be the wrapper,
    /// the program would live on, and each would cost 100 MB and a second. The build stands beside the AppHost's own, so a copy of
    /// the whole output runs as well.
    /// </remarks>
    /// <exception cref="DistributedApplicationException">It is not built.</exception>
    public static IResourceBuilder<ProjectResource> AddProgram<T>(this IDistributedApplicationBuilder builder, string name)
        where T : IProjectMetadata, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        var project = builder.AddProject<T>(name, launchProfileName: null);
        if (builder.ExecutionContext.IsPublishMode) return project;
        var program = AssemblyOf<T>();
        return project
            .WithLaunchToolArgs(context => context.Args.Add(program), showInCommandLine: false)
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Configuration["ASPNETCORE_ENVIRONMENT"] ?? "Development");
    }

    /// <summary>Serves HTTP on loopback, is healthy when it says so, and is started again when it dies.</summary>
    /// <param name="project">The project.</param>
    /// <param name="port">A port that people know; a free one by default.</param>
    /// <exception cref="DistributedApplicationException">Somebody else listens on that port.</exception>
    public static IResourceBuilder<ProjectResource> Serving(this IResourceBuilder<ProjectResource> project, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.ApplicationBuilder.ExecutionContext.IsPublishMode)
            return project.WithHttpEndpoint(name: "http").WithHttpHealthCheck("/health");
        if (port is { } known && !FreePort.IsFree(known))
            throw new DistributedApplicationException($"Port {known} is in use by another program; choose another one with --port.");
        // Without a proxy in front, a program that is gone refuses connections at once, and whoever measures it measures nothing else.
        return project.WithHttpEndpoint(name: "http", port: port ?? FreePort.Next(), isProxied: false)
            .WithHttpHealthCheck("/health").WithRestarts();
    }

    /// <summary>The build of a project, next to the AppHost's own.</summary>
    /// <exception cref="DistributedApplicationException">It is not built.</exception>
    public static string AssemblyOf<T>() where T : IProjectMetadata, new()
    {
        var name = Path.GetFileNameWithoutExtension(new T().ProjectPath);
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var built = Path.Combine(output.Parent!.Parent!.FullName, name, output.Name, $"Disclosure.{name}.dll");
        return File.Exists(built) ? built : throw new DistributedApplicationException($"{name} is not built: {built} is missing.");
    }
}
