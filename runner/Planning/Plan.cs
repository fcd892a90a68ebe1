using Disclosure.Runner.Expressions;
using Disclosure.Runner.Manifest;

namespace Disclosure.Runner.Planning;

/// <summary>What will be started, each step behind those it needs.</summary>
internal sealed record Plan(IReadOnlyList<Step> Steps)
{
    /// <summary>The service that people reach, if the manifest has one.</summary>
    public ProjectStep? External => Steps.OfType<ProjectStep>().SingleOrDefault(s => s.IsExternal);

    /// <summary>The identity server, unless the operator uses an existing one.</summary>
    public ServerStep? Identity => Steps.OfType<ServerStep>().SingleOrDefault(s => s.Kind == ServerKind.Keycloak);
}

/// <summary>One thing to start, create or run; <see cref="After"/> names the steps that must be ready before it.</summary>
internal abstract record Step(string Name, IReadOnlyList<string> After);

/// <summary>A server from the machine's packages in place of a container.</summary>
internal sealed record ServerStep(string Name, IReadOnlyList<string> After, ServerKind Kind, Endpoint Endpoint,
    IReadOnlyDictionary<string, string> Environment, IReadOnlyList<BindMount> Mounts) : Step(Name, After);

/// <summary>A database that must exist on its server.</summary>
internal sealed record DatabaseStep(string Name, IReadOnlyList<string> After, string ConnectionString) : Step(Name, After);

/// <summary>A project: without an endpoint it runs to its end, with one it serves until stopped.</summary>
internal sealed record ProjectStep(string Name, IReadOnlyList<string> After, string Project, IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<string> Arguments, Endpoint? Endpoint, bool IsExternal) : Step(Name, After);

/// <summary>The containers that the machine can stand in for.</summary>
internal enum ServerKind
{
    Postgres,
    RabbitMq,
    Keycloak,
}
