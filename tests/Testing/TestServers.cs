using Disclosure.Runner.Servers;
using Npgsql;

namespace Disclosure.Testing;

/// <summary>The PostgreSQL of this test process, started once on first use.</summary>
/// <remarks><c>DISCLOSURE_TEST_POSTGRES</c> names an existing server (without database) instead.</remarks>
public static class TestServers
{
    private const string Password = "only-on-loopback";
    private static readonly string[] VirtualHosts = [.. Enumerable.Range(1, 32).Select(n => $"t{n}")];
    private static readonly Lazy<Task<string>> Postgres = new(StartPostgresAsync);
    private static readonly Lazy<Task<RabbitServer>> Rabbit = new(() => StartRabbitServerAsync(VirtualHosts));
    private static int virtualHosts;

    /// <summary>Connection string of the superuser, without a database.</summary>
    /// <returns>The connection string.</returns>
    public static Task<string> PostgresAsync() => Postgres.Value;

    /// <summary>A message broker shared by the tests of this process.</summary>
    /// <returns>The AMQP address.</returns>
    public static async Task<string> RabbitAsync() => (await Rabbit.Value).Address;

    /// <summary>A virtual host of the shared broker that no other test of this process uses: queues of the same name stay apart.</summary>
    /// <returns>The AMQP address with the virtual host.</returns>
    public static async Task<string> VirtualHostAsync()
    {
        var broker = await Rabbit.Value;
        var number = Interlocked.Increment(ref virtualHosts);
        return number <= VirtualHosts.Length
            ? $"{broker.Address}/{VirtualHosts[number - 1]}"
            : throw new InvalidOperationException($"More than {VirtualHosts.Length} test hosts ask for a virtual host; raise the number.");
    }

    /// <summary>A broker of the caller's own, to be killed and restarted at will.</summary>
    /// <returns>The running broker; the caller disposes it.</returns>
    public static Task<RabbitServer> StartRabbitServerAsync() => StartRabbitServerAsync([]);

    private static async Task<RabbitServer> StartRabbitServerAsync(string[] virtualHosts)
    {
        var home = Path.Combine(Path.GetTempPath(), $"disclosure-rabbit-{Guid.CreateVersion7():N}");
        var server = await RabbitServer.StartAsync(home, LogFile("rabbitmq"), Password, virtualHosts, cancellation: Limit());
        StopAtExit(() => server.DisposeAsync(), home);
        return server;
    }

    private static async Task<string> StartPostgresAsync()
    {
        if (Environment.GetEnvironmentVariable("DISCLOSURE_TEST_POSTGRES") is { Length: > 0 } existing) return existing;
        // Below the temporary directory because the account that runs PostgreSQL may not reach the working tree.
        var data = Path.Combine(Path.GetTempPath(), $"disclosure-postgres-{Guid.CreateVersion7():N}");
        var server = await PostgresServer.StartAsync(data, LogFile("postgres"), Password, cancellation: Limit());
        StopAtExit(() => server.DisposeAsync(), data);
        return server.ConnectionString;
    }

    // Test executables run side by side.
    private static string LogFile(string server) => Path.Combine(Repository.TestOutput, $"{AppDomain.CurrentDomain.FriendlyName}.{server}.log");

    private static CancellationToken Limit() => new CancellationTokenSource(TimeSpan.FromSeconds(90)).Token;

    private static void StopAtExit(Func<ValueTask> stop, string directory) => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        stop().AsTask().GetAwaiter().GetResult();
        Directory.Delete(directory, recursive: true);
    };
}

/// <summary>An empty database of one test class, dropped at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name;

    private TestDatabase(string server, string name) => (this.server, this.name) = (server, name);

    /// <summary>Connection string of the database.</summary>
    public string ConnectionString => $"{server};Database={name}";

    /// <summary>Creates the database.</summary>
    /// <returns>The database.</returns>
    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase(await TestServers.PostgresAsync(), $"t{Guid.CreateVersion7():N}");
        await database.AdministerAsync($"create database {database.name}");
        return database;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await AdministerAsync($"drop database if exists {name} with (force)");

    private async Task AdministerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(server + ";Database=postgres;Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
