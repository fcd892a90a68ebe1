using System.Globalization;
using System.Security.Cryptography;
using Disclosure.Hosting.Processes;

namespace Disclosure.Hosting.RabbitMq;

/// <summary>A RabbitMQ node of the machine's own packages, on loopback ports with its own data directory.</summary>
public sealed class LocalRabbitMqResource : ExecutableResource, IResourceWithConnectionString
{
    internal LocalRabbitMqResource(string name, string program, string home, ParameterResource password) : base(name, program, home)
    {
        PrimaryEndpoint = new EndpointReference(this, "tcp");
        ConnectionStringExpression =
            ReferenceExpression.Create($"amqp://guest:{password:uri}@127.0.0.1:{PrimaryEndpoint.Property(EndpointProperty.Port)}");
    }

    /// <summary>Where it speaks AMQP.</summary>
    public EndpointReference PrimaryEndpoint { get; }

    /// <summary>Address of the default virtual host.</summary>
    public ReferenceExpression ConnectionStringExpression { get; }
}

/// <summary>Adds it, with the port mapper it cannot start without.</summary>
internal static class LocalRabbitMq
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    public static IResourceBuilder<LocalRabbitMqResource> Add(IDistributedApplicationBuilder builder, string name,
        IReadOnlyList<string> virtualHosts)
    {
        if (!File.Exists(Program)) throw new DistributedApplicationException("No RabbitMQ is installed (package rabbitmq-server).");
        var home = LocalFiles.CreatePrivate(builder.DataDirectory(name));
        var (port, distribution, mapper) = (FreePort.Next(), FreePort.Next(), FreePort.Next().ToString(CultureInfo.InvariantCulture));
        var password = builder.AddGeneratedSecret($"{name}-password").Resource;
        // A resource of its own: the node would otherwise start one that outlives it.
        var epmd = builder.AddExecutable($"{name}-port-mapper", "epmd", home, "-port", mapper, "-address", "127.0.0.1").WithRestarts();
        return builder.AddResource(new LocalRabbitMqResource(name, Program, home, password))
            .WithEndpoint(port: port, targetPort: port, name: "tcp", isProxied: false)
            .WithEnvironment(context =>
            {
                foreach (var (variable, value) in EnvironmentOf(home, distribution, mapper)) context.EnvironmentVariables[variable] = value;
            })
            .WithConnectionCheck(RabbitMqServerExtensions.OpenAsync)
            .WithRestarts()
            .WaitForStart(epmd)
            .OnBeforeResourceStarted(async (_, _, cancellation)
                => Configure(home, port, await password.GetValueAsync(cancellation) ?? "", virtualHosts));
    }

    private static void Configure(string home, int port, string password, IReadOnlyList<string> virtualHosts)
    {
        string[] hosts = ["/", .. virtualHosts];
        var permissions = hosts.Select(h => $$"""{ "user": "guest", "vhost": "{{h}}", "configure": ".*", "write": ".*", "read": ".*" }""");
        LocalFiles.Write(Path.Combine(home, "definitions.json"), $$"""
            {
              "users": [{ "name": "guest", "password": "{{password}}", "tags": "administrator" }],
              "vhosts": [{{string.Join(", ", hosts.Select(h => $$"""{ "name": "{{h}}" }"""))}}],
              "permissions": [{{string.Join(", ", permissions)}}]
            }
            """);
        LocalFiles.Write(Path.Combine(home, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{port}
            loopback_users.guest = true
            load_definitions = {Path.Combine(home, "definitions.json")}
            log.console = true
            log.console.level = warning
            log.file = false
            vm_memory_high_watermark.absolute = 512MB
            """);
        var cookie = Path.Combine(home, ".erlang.cookie");
        if (File.Exists(cookie)) return;
        LocalFiles.Write(cookie, Convert.ToHexString(RandomNumberGenerator.GetBytes(20)));
    }

    private static Dictionary<string, string> EnvironmentOf(string home, int distribution, string mapper) => new()
    {
        ["HOME"] = home,
        // Said so, the script gives its place to the node instead of watching over it: the process we stop is the node's own.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        // The node name keeps the database's directory, so it must be the same at every start of this home.
        ["RABBITMQ_NODENAME"] = "disclosure@localhost",
        ["RABBITMQ_DIST_PORT"] = distribution.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_PORT"] = mapper,
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        // Idle schedulers sleep instead of spinning: on one small machine every turn they take is taken from a service.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
            "-noinput -kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(home, "rabbitmq"),
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(home, "none.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(home, "enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(home, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(home, "log"),
        ["LC_ALL"] = "C.UTF-8",
    };
}
