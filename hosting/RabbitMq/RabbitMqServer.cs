using RabbitMQ.Client;

namespace Disclosure.Hosting.RabbitMq;

/// <summary>Adds RabbitMQ to the model.</summary>
public static class RabbitMqServerExtensions
{
    /// <summary>Adds RabbitMQ, whichever way it runs; an operator's own by <c>ConnectionStrings:{name}</c>.</summary>
    /// <param name="builder">The model.</param>
    /// <param name="name">Name of the resource and the connection string.</param>
    /// <param name="virtualHosts">Virtual hosts besides <c>/</c>, of a local node: suites that share it keep apart.</param>
    public static IResourceBuilder<IResourceWithConnectionString> AddRabbitMqServer(this IDistributedApplicationBuilder builder,
        string name,
        IReadOnlyList<string>? virtualHosts = null) => builder.ModeOf($"ConnectionStrings:{name}") switch
        {
            ServerMode.Given => builder.AddConnectionString(name).WithConnectionCheck(OpenAsync),
            ServerMode.Container => builder.AddRabbitMQ(name, password: builder.AddGeneratedSecret($"{name}-password"))
                .WithDataVolume($"disclosure-{name}"),
            _ => LocalRabbitMq.Add(builder, name, virtualHosts ?? []),
        };

    internal static async Task OpenAsync(string address, CancellationToken cancellation)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync(cancellation);
    }
}
