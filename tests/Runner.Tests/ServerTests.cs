using Disclosure.Runner.Servers;
using Disclosure.Testing;
using Npgsql;
using Xunit;

namespace Disclosure.Runner.Tests;

public sealed class ServerTests
{
    [Fact]
    public async Task PostgreSQL_answers_and_keeps_its_data_through_a_kill()
    {
        var data = Path.Combine(Path.GetTempPath(), $"disclosure-postgres-{Guid.CreateVersion7():N}");
        await using (var server = await PostgresServer.StartAsync(data, Path.Combine(Repository.TestOutput, "postgres-kill.log"), "p w'\"", cancellation: TestContext.Current.CancellationToken))
        {
            await Execute(server, "create table kept (n int); insert into kept values (42)");
            await server.KillAsync();
            await server.RestartAsync(TestContext.Current.CancellationToken);
            Assert.Equal(42, await Execute(server, "select n from kept"));
        }

        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task PostgreSQL_starts_after_its_first_start_was_interrupted_and_its_password_was_nobodys_to_read()
    {
        var data = Path.Combine(Path.GetTempPath(), $"disclosure-postgres-{Guid.CreateVersion7():N}");
        var log = Path.Combine(Repository.TestOutput, "postgres-interrupted.log");
        using var interrupt = new CancellationTokenSource();
        var starting = PostgresServer.StartAsync(data, log, "secret", cancellation: interrupt.Token);
        await Eventually.Holds(() => Task.FromResult(File.Exists(data + ".password")), "the password is written");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(data + ".password"));
        await Eventually.Holds(() => Task.FromResult(File.Exists(data + ".new/PG_VERSION") || File.Exists(data + "/PG_VERSION")), "initdb is at work");

        await interrupt.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
        Assert.False(File.Exists(data + ".password"));
        await using (var server = await PostgresServer.StartAsync(data, log, "secret", cancellation: TestContext.Current.CancellationToken))
            Assert.Equal(1, await Execute(server, "select 1"));
        Directory.Delete(data, recursive: true);
        Assert.False(Directory.Exists(data + ".new"));
    }

    [Fact]
    public async Task RabbitMQ_leaves_no_process_behind_and_starts_again_on_its_data()
    {
        var home = Path.Combine(Path.GetTempPath(), $"disclosure-rabbit-{Guid.CreateVersion7():N}");
        var server = await RabbitServer.StartAsync(home, Path.Combine(Repository.TestOutput, "rabbit-kill.log"), "secret", cancellation: TestContext.Current.CancellationToken);
        await server.KillAsync();
        await server.RestartAsync(TestContext.Current.CancellationToken);
        await server.DisposeAsync();

        var left = Directory.GetDirectories("/proc").Where(p => File.Exists(p + "/cmdline"))
            .Select(p => ReadOrEmpty(p + "/environ")).Count(e => e.Contains(home, StringComparison.Ordinal));
        Assert.Equal(0, left);
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public async Task A_server_that_cannot_start_names_its_log()
    {
        var log = Path.Combine(Repository.TestOutput, "postgres-broken.log");
        var data = Directory.CreateTempSubdirectory("disclosure-broken-").FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "PG_VERSION"), "15\n", TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => PostgresServer.StartAsync(data, log, "x", cancellation: TestContext.Current.CancellationToken));

        Assert.Contains(log, failure.Message, StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
    }

    private static string ReadOrEmpty(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static async Task<object?> Execute(PostgresServer server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString + ";Database=postgres;Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
