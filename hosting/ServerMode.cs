using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Hosting;

/// <summary>How a server of the model (PostgreSQL, RabbitMQ, Keycloak) comes to run.</summary>
internal enum ServerMode
{
    /// <summary>An operator's server, by its connection string or address.</summary>
    Given,

    /// <summary>A container of Aspire's own integration.</summary>
    Container,

    /// <summary>A process of the machine's own packages.</summary>
    Local,
}

/// <summary>
/// The one place that decides it: what is given is taken, else a container where an engine answers, else the machine's packages;
/// <c>--servers</c> forces one.
/// </summary>
internal static class ServerModes
{
    private static readonly Lazy<bool> ContainerEngine = new(() => Answers("docker") || Answers("podman"));

    /// <param name="builder">The model.</param>
    /// <param name="key">Configuration key that names an existing server, for instance <c>ConnectionStrings:messaging</c>.</param>
    /// <exception cref="DistributedApplicationException">The forced way is unknown, or nothing is given although it must be.</exception>
    public static ServerMode ModeOf(this IDistributedApplicationBuilder builder, string key)
    {
        // What is published names every server; where one exists already, the deployment says so.
        if (builder.ExecutionContext.IsPublishMode) return ServerMode.Container;
        var given = builder.Given(key) is not null;
        return builder.Configuration["servers"] switch
        {
            null or "" => given ? ServerMode.Given : ContainerEngine.Value ? ServerMode.Container : ServerMode.Local,
            "given" => given ? ServerMode.Given : throw new DistributedApplicationException($"--servers given: {key} is not set."),
            "container" => ServerMode.Container,
            "local" => ServerMode.Local,
            var other => throw new DistributedApplicationException($"--servers {other}: it is one of given, container, local."),
        };
    }

    /// <summary>
    /// What the operator gave under a key. A shell cannot export a name with a dash, so an underscore is read in its place as well.
    /// </summary>
    public static string? Given(this IDistributedApplicationBuilder builder, string key)
    {
        var value = builder.Configuration[key] ?? builder.Configuration[key.Replace('-', '_')];
        return value is { Length: > 0 } ? builder.Configuration[key] = value : null;
    }

    /// <summary>A client alone is no engine: only its server can answer this.</summary>
    private static bool Answers(string client)
    {
        try
        {
            string[] question = ["version", "--format", "{{.Server.Version}}"];
            using var asked = Process
                .Start(new ProcessStartInfo(client, question) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            return asked.WaitForExit(TimeSpan.FromSeconds(5)) && asked.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
