using Disclosure.Hosting.PostgreSql;
using Disclosure.Hosting.RabbitMq;
using Disclosure.Testing;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(TestServers.End))]

namespace Disclosure.Hosting.Tests;

/// <summary>Servers of the machine's packages as Aspire runs them.</summary>
public sealed class ServerTests : IDisposable
{
    private const string Database = "kept-db";
    private readonly string local = Directory.CreateTempSubdirectory("disclosure-servers-").FullName;

    public ServerTests()
    {
        // The account that runs PostgreSQL must be able to pass it.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(local, (UnixFileMode)0b111_101_101);
    }

    public void Dispose() => Directory.Delete(local, recursive: true);

    [Fact]
    public async Task A_killed_database_is_started_again_and_a_second_start_of_the_tree_finds_its_data()
    {
        await using (var first = await StartAsync())
        {
            await RunAsync(first, "create table kept (id int); insert into kept values (7)");
            var restarts = await first.KillAsync("postgres");
            await first.RunsAgainAsync("postgres", restarts);
            Assert.Equal(7, await RunAsync(first, "select id from kept"));
        }

        // The end waits for the servers' own: a start right after it must not meet one that is still closing its files.
        Assert.False(File.Exists(Path.Combine(local, "data", "postgres", "postmaster.pid")));

        await using (var second = await StartAsync()) Assert.Equal(7, await RunAsync(second, "select id from kept"));

        await using var fresh = await StartAsync("true");
        Assert.Null(await RunAsync(fresh, "select to_regclass('kept')::text"));
    }

    [Fact]
    public async Task Whoever_is_asked_to_stop_stays_down_until_it_is_asked_to_start()
    {
        await using var servers = await StartAsync();
        await servers.StopAsync("postgres");
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => RunAsync(servers, "select 1"));
        await servers.StartAgainAsync("postgres");
        Assert.Equal(0, await servers.KillAsync("postgres"));
    }

    [Fact]
    public async Task A_directory_that_holds_something_else_is_left_alone()
    {
        var data = Directory.CreateDirectory(Path.Combine(local, "data", "postgres")).FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "thesis.txt"), "the only copy", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<DistributedApplicationException>(() => StartAsync());
        Assert.Equal("the only copy", await File.ReadAllTextAsync(Path.Combine(data, "thesis.txt"), TestContext.Current.CancellationToken));
        Assert.Contains("holds something, but no PostgreSQL cluster",
            await File.ReadAllTextAsync(Path.Combine(Repository.TestOutput, "Hosting.Tests.postgres.log"),
            TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_given_database_is_waited_for_like_any_other()
    {
        await using var given = await TestDatabase.CreateAsync();
        await using var model = await TestApplication.StartAsync(builder =>
        {
            builder.Configuration["servers"] = "given";
            builder.Configuration["ConnectionStrings:given-db"] = given.ConnectionString;
            builder.AddPostgresServer("postgres").AddDatabase("given-db");
        }, ["given-db"]);
        Assert.Equal(given.ConnectionString, await model.ConnectionStringAsync("given-db"));
    }

    [Fact]
    public async Task What_a_broker_keeps_is_not_for_everybody()
    {
        await using var broker = await TestApplication.StartAsync(builder => builder.AddRabbitMqServer("messaging"), ["messaging"], local);
        var home = Path.Combine(local, "data", "messaging");
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(home));
        foreach (var file in (string[])["definitions.json", "rabbitmq.conf", ".erlang.cookie"])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(home, file)));
    }

    private Task<TestApplication> StartAsync(string fresh = "false") => TestApplication.StartAsync(builder =>
    {
        builder.Configuration["fresh"] = fresh;
        builder.AddPostgresServer("postgres").AddDatabase(Database);
    }, [Database], local);

    private static async Task<object?> RunAsync(TestApplication servers, string sql)
    {
        await using var source = NpgsqlDataSource.Create(await servers.ConnectionStringAsync(Database) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is { } value and not DBNull ? value : null;
    }
}
