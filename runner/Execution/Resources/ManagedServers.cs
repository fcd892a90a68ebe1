using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Execution.Resources;

/// <summary>The private PostgreSQL.</summary>
internal sealed class ManagedPostgres(string name, string log, PostgresServer server) : ManagedResource(name, log, $"127.0.0.1:{server.Port}")
{
    public override ChildProcess? Process => server.Process;

    public override Task StartAsync(CancellationToken cancellation)
    {
        server.Started = Started;
        return server.RestartAsync(cancellation);
    }

    public override async Task StopAsync() => await server.DisposeAsync();
}

/// <summary>The private RabbitMQ.</summary>
internal sealed class ManagedRabbit(string name, string log, RabbitServer server) : ManagedResource(name, log, $"127.0.0.1:{server.Port}")
{
    public override ChildProcess? Process => server.Process;

    public override Task StartAsync(CancellationToken cancellation)
    {
        server.Started = Started;
        return server.RestartAsync(cancellation);
    }

    public override async Task StopAsync() => await server.DisposeAsync();
}

/// <summary>The private Keycloak.</summary>
internal sealed class ManagedKeycloak(string name, string log, string url, KeycloakServer server) : ManagedResource(name, log, url)
{
    public override ChildProcess? Process => server.Process;

    public override Task StartAsync(CancellationToken cancellation)
    {
        server.Started = Started;
        return server.RestartAsync(cancellation);
    }

    public override async Task StopAsync() => await server.DisposeAsync();
}
