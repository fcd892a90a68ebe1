using Microsoft.AspNetCore.Http;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>The addresses at which an orchestrator asks a process how it is.</summary>
public static class Probes
{
    /// <summary>Whether the process can do its work.</summary>
    public const string Health = "/health";

    /// <summary>Whether the process runs at all.</summary>
    public const string Alive = "/alive";

    /// <summary>Whether a request asks one of them.</summary>
    /// <param name="path">The request's path.</param>
    /// <returns>True for a probe.</returns>
    public static bool Are(PathString path) => path.StartsWithSegments(Health) || path.StartsWithSegments(Alive);
}
