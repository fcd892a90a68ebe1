using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Runner.Servers;

/// <summary>A private RabbitMQ node on loopback ports with its own data directory, from the machine's packages.</summary>
public sealed class RabbitServer : IAsyncDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private readonly string home;
    private readonly string logFile;
    private readonly string password;
    private readonly IReadOnlyList<string> virtualHosts;
    private readonly int distribution = FreePort.Next();
    private readonly int mapper = FreePort.Next();
    private ChildProcess? portMapper;
    private ChildProcess? process;

    private RabbitServer(string home, string logFile, int port, string password, IReadOnlyList<string> virtualHosts)
        => (this.home, this.logFile, Port, this.password, this.virtualHosts) = (home, logFile, port, password, virtualHosts);

    /// <summary>AMQP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Address of the default virtual host.</summary>
    public string Address => $"amqp://guest:{Uri.EscapeDataString(password)}@127.0.0.1:{Port}";

    /// <summary>Called with each process the server starts, before it answers.</summary>
    public Action<ChildProcess>? Started { get; set; }

    /// <summary>The node's process, while there is one.</summary>
    public ChildProcess? Process => process;

    /// <summary>A node that does not run yet; <see cref="RestartAsync"/> starts it.</summary>
    /// <param name="home">Directory of its data, configuration and cookie.</param>
    /// <param name="logFile">Log file.</param>
    /// <param name="password">Password of the user <c>guest</c>.</param>
    /// <param name="virtualHosts">Virtual hosts besides <c>/</c>.</param>
    /// <param name="port">AMQP port, or 0 for a free one.</param>
    /// <returns>The node.</returns>
    public static RabbitServer Create(string home, string logFile, string password, IReadOnlyList<string>? virtualHosts = null, int port = 0)
        => new(home, logFile, port == 0 ? FreePort.Next() : port, password, virtualHosts ?? []);

    /// <summary>Starts the node and waits until it speaks AMQP.</summary>
    /// <param name="home">Directory of its data, configuration and cookie.</param>
    /// <param name="logFile">Log file.</param>
    /// <param name="password">Password of the user <c>guest</c>.</param>
    /// <param name="virtualHosts">Virtual hosts besides <c>/</c>.</param>
    /// <param name="port">AMQP port, or 0 for a free one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The running node.</returns>
    /// <exception cref="InvalidOperationException">The node cannot start; the message names the log.</exception>
    public static async Task<RabbitServer> StartAsync(string home, string logFile, string password, IReadOnlyList<string>? virtualHosts = null,
        int port = 0, CancellationToken cancellation = default)
    {
        var server = Create(home, logFile, password, virtualHosts, port);
        try
        {
            await server.RestartAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the stopped node on its data and port.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A task that ends when the node answers.</returns>
    public async Task RestartAsync(CancellationToken cancellation = default)
    {
        if (!File.Exists(Program)) throw new InvalidOperationException("No RabbitMQ is installed (package rabbitmq-server).");
        Directory.CreateDirectory(home);
        await ConfigureAsync(cancellation);
        if (process is not null) await process.DisposeAsync();
        // Our own child: the node would otherwise start a port mapper that outlives it.
        if (portMapper is null or { HasExited: true }) Announce(portMapper = ChildProcess.Start("epmd", ["-port", mapper.ToString(CultureInfo.InvariantCulture), "-address", "127.0.0.1"], Environment(), logFile + ".epmd", home));
        Announce(process = ChildProcess.Start(Program, [], Environment(), logFile, home));
        await process.UntilAsync(() => SpeaksAmqpAsync(cancellation), code => $"RabbitMQ ended with code {code}; see {logFile}.", cancellation);
    }

    /// <summary>Stops in order.</summary>
    /// <returns>A task that ends when the node is gone.</returns>
    public Task StopAsync() => process is null ? Task.CompletedTask : process.StopAsync("TERM", TimeSpan.FromSeconds(20));

    /// <summary>Kills the node, as a power cut would.</summary>
    /// <returns>A task that ends when the node is gone.</returns>
    public Task KillAsync() => process?.KillAsync() ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (process is not null) await process.DisposeAsync();
        if (portMapper is not null) await portMapper.DisposeAsync();
    }

    private void Announce(ChildProcess child) => Started?.Invoke(child);

    private async Task ConfigureAsync(CancellationToken cancellation)
    {
        var definitions = Path.Combine(home, "definitions.json");
        string[] hosts = ["/", .. virtualHosts];
        await File.WriteAllTextAsync(definitions, $$"""
            {
              "users": [{ "name": "guest", "password_hash": "{{HashOf(password)}}", "hashing_algorithm": "rabbit_password_hashing_sha256", "tags": "administrator" }],
              "vhosts": [{{string.Join(", ", hosts.Select(h => $$"""{ "name": "{{h}}" }"""))}}],
              "permissions": [{{string.Join(", ", hosts.Select(h => $$"""{ "user": "guest", "vhost": "{{h}}", "configure": ".*", "write": ".*", "read": ".*" }"""))}}]
            }
            """, cancellation);
        await File.WriteAllTextAsync(Path.Combine(home, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{Port}
            loopback_users.guest = true
            load_definitions = {definitions}
            log.console = true
            log.console.level = warning
            log.file = false
            vm_memory_high_watermark.absolute = 512MB
            """, cancellation);
        var cookie = Path.Combine(home, ".erlang.cookie");
        if (!File.Exists(cookie))
        {
            await File.WriteAllTextAsync(cookie, Convert.ToHexString(RandomNumberGenerator.GetBytes(20)), cancellation);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        }
    }

    private Dictionary<string, string> Environment() => new()
    {
        ["HOME"] = home,
        // The node name keeps the database's directory, so it must be the same at every start of this home.
        ["RABBITMQ_NODENAME"] = "disclosure@localhost",
        ["RABBITMQ_DIST_PORT"] = distribution.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_PORT"] = mapper.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        // Idle schedulers sleep instead of spinning: on one small machine every turn they take is taken from a service.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(home, "rabbitmq"),
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(home, "none.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(home, "enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(home, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(home, "log"),
        ["LC_ALL"] = "C.UTF-8",
    };

    private async Task<bool> SpeaksAmqpAsync(CancellationToken cancellation)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port, cancellation);
            var stream = client.GetStream();
            await stream.WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), cancellation);
            return await stream.ReadAsync(new byte[8], cancellation) > 0;
        }
        catch (Exception refused) when (refused is SocketException or IOException)
        {
            return false;
        }
    }

    /// <summary>RabbitMQ's salted hash: base64 of salt, then SHA-256 of salt and password.</summary>
    private static string HashOf(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        byte[] salted = [.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])];
        return Convert.ToBase64String(salted);
    }
}
