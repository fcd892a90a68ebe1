using System.Reflection;
using Disclosure.Hosting.PostgreSql;
using Disclosure.Hosting.RabbitMq;
using Npgsql;
using Xunit;

namespace Disclosure.Testing;

/// <summary>The PostgreSQL and the RabbitMQ of this test process, started by the hosting library on first use.</summary>
public static class TestServers
{
    private const string Database = "shared";
    private static readonly string[] VirtualHosts = [.. Enumerable.Range(1, 64).Select(n => $"t{n}")];
    private static readonly Lazy<Task<TestApplication>> Shared = new(StartSharedAsync);
    private static int virtualHosts;

    /// <summary>Connection string of the superuser, without a database.</summary>
    /// <returns>The connection string.</returns>
    public static async Task<string> PostgresAsync() => await (await Shared.Value).ConnectionStringAsync("postgres");

    /// <summary>A message broker shared by the tests of this process.</summary>
    /// <returns>The AMQP address.</returns>
    public static async Task<string> RabbitAsync() => await (await Shared.Value).ConnectionStringAsync("rabbitmq");

    /// <summary>A virtual host of the shared broker that no other test of this process uses: queues of the same name stay apart.</summary>
    /// <returns>The AMQP address with the virtual host.</returns>
    public static async Task<string> VirtualHostAsync()
    {
        var broker = await RabbitAsync();
        var number = Interlocked.Increment(ref virtualHosts);
        return number <= VirtualHosts.Length
            ? $"{broker}/{VirtualHosts[number - 1]}"
            : throw new InvalidOperationException($"More than {VirtualHosts.Length} test hosts ask for a virtual host; raise the number.");
    }

    /// <summary>A broker of the caller's own, the resource <c>rabbitmq</c>, to be killed and stopped at will.</summary>
    /// <returns>The running broker.</returns>
    public static Task<TestApplication> StartBrokerAsync()
        => TestApplication.StartAsync(builder => builder.AddRabbitMqServer("rabbitmq"), ["rabbitmq"]);

    private static async Task<TestApplication> StartSharedAsync()
    {
        var fixtures = Assembly.GetEntryAssembly()!.GetCustomAttributes<AssemblyFixtureAttribute>();
        if (!fixtures.Any(fixture => fixture.AssemblyFixtureType == typeof(End)))
            throw new InvalidOperationException(
                "These tests need [assembly: AssemblyFixture(typeof(TestServers.End))]: nobody would stop the servers.");
        var started = await TestApplication.StartAsync(builder =>
        {
            builder.AddPostgresServer("postgres").AddDatabase(Database);
            builder.AddRabbitMqServer("rabbitmq", VirtualHosts);
        }, [Database, "rabbitmq"]);
        return started;
    }

    /// <summary>Stops both when the last test has ended. Every assembly with such tests names it as its fixture.</summary>
    /// <remarks>Not left to the end of the process: the runner gives that ten seconds and then calls the run failed, and a busy
    /// machine needs longer.</remarks>
    public sealed class End : IAsyncDisposable
    {
        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            if (Shared.IsValueCreated) await (await Shared.Value).DisposeAsync();
        }
    }
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

    /// <summary>Creates a copy of another one, to which nobody may be connected.</summary>
    /// <param name="template">The other one.</param>
    /// <returns>The copy.</returns>
    public static async Task<TestDatabase> CopyAsync(TestDatabase template)
    {
        var database = new TestDatabase(template.server, $"t{Guid.CreateVersion7():N}");
        await database.AdministerAsync($"create database {database.name} template {template.name}");
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
