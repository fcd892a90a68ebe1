using System.Globalization;
using Npgsql;

namespace Disclosure.Runner.Servers;

/// <summary>A private PostgreSQL on a loopback port with its own data directory, from the machine's packages.</summary>
/// <remarks>PostgreSQL refuses to run as root; then the system account <c>postgres</c> runs it and owns the data directory.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Account = "postgres";
    private readonly string data;
    private readonly string logFile;
    private readonly string password;
    private ChildProcess? process;

    private PostgresServer(string data, string logFile, int port, string password)
        => (this.data, this.logFile, Port, this.password) = (data, logFile, port, password);

    /// <summary>TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Connection string of the superuser, without a database.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Username = Account, Password = password }.ConnectionString;

    /// <summary>Called with each process the server starts, before it answers.</summary>
    public Action<ChildProcess>? Started { get; set; }

    /// <summary>The server's process, while there is one.</summary>
    public ChildProcess? Process => process;

    /// <summary>A server that does not run yet; <see cref="RestartAsync"/> starts it.</summary>
    /// <param name="data">Data directory; its parents must be passable for the account.</param>
    /// <param name="logFile">Log file.</param>
    /// <param name="password">Superuser password; kept by the cluster from its creation.</param>
    /// <param name="port">TCP port, or 0 for a free one.</param>
    /// <returns>The server.</returns>
    public static PostgresServer Create(string data, string logFile, string password, int port = 0)
        => new(data, logFile, port == 0 ? FreePort.Next() : port, password);

    /// <summary>Creates the cluster when the directory is empty, starts it and waits until it answers.</summary>
    /// <param name="data">Data directory; its parents must be passable for the account.</param>
    /// <param name="logFile">Log file.</param>
    /// <param name="password">Superuser password; kept by the cluster from its creation.</param>
    /// <param name="port">TCP port, or 0 for a free one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="InvalidOperationException">The server cannot be created or started; the message names the log.</exception>
    public static async Task<PostgresServer> StartAsync(string data, string logFile, string password, int port = 0, CancellationToken cancellation = default)
    {
        var server = Create(data, logFile, password, port);
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

    /// <summary>Starts the stopped server on its data and port; creates the cluster when the directory is empty.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A task that ends when the server answers.</returns>
    public async Task RestartAsync(CancellationToken cancellation = default)
    {
        string[] settings =
        [
            "-D", data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1",
            "-c", "unix_socket_directories=", "-c", "max_connections=300",
        ];
        if (!File.Exists(Path.Combine(data, "PG_VERSION"))) await InitialiseAsync(cancellation);
        if (process is not null) await process.DisposeAsync();
        process = Start("postgres", settings);
        Started?.Invoke(process);
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Database=postgres;Pooling=false;Timeout=2");
        await process.UntilAsync(() => AnswersAsync(source, cancellation), code => $"PostgreSQL ended with code {code}; see {logFile}.", cancellation);
    }

    private async Task<bool> AnswersAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            throw new InvalidOperationException($"PostgreSQL refuses the password: the data in {data} was created with another one.", refused);
        }
        catch (NpgsqlException)
        {
            // Not yet ready; if it never will be, it ends, and the log says why.
            return false;
        }
    }

    /// <summary>Stops in order (fast shutdown).</summary>
    /// <returns>A task that ends when the server is gone.</returns>
    public Task StopAsync() => process is null ? Task.CompletedTask : process.StopAsync("INT", TimeSpan.FromSeconds(20));

    /// <summary>Kills every process of the server, as a power cut would.</summary>
    /// <returns>A task that ends when the server is gone.</returns>
    public Task KillAsync() => process?.KillAsync() ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (process is not null) await process.DisposeAsync();
    }

    /// <summary>Creates the cluster beside its place and moves it there when it is whole: what an interruption leaves is begun anew.</summary>
    private async Task InitialiseAsync(CancellationToken cancellation)
    {
        var arriving = data + ".new";
        var secret = data + ".password";
        if (Directory.Exists(arriving)) Directory.Delete(arriving, recursive: true);
        Directory.CreateDirectory(arriving);
        try
        {
            await WriteSecretAsync(secret, cancellation);
            if (Environment.IsPrivilegedProcess)
            {
                using var own = System.Diagnostics.Process.Start("chown", ["-R", Account, arriving, secret]);
                await own.WaitForExitAsync(cancellation);
            }

            await using var init = Start("initdb", ["-D", arriving, "-U", Account, "-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", "--pwfile=" + secret]);
            var code = await init.WaitAsync(cancellation);
            if (code != 0) throw new InvalidOperationException($"initdb ended with code {code}; see {logFile}. Can the account {Account} reach {arriving}?");
        }
        finally
        {
            File.Delete(secret);
        }

        // An empty directory in the place is no cluster; one with anything in it is not ours to remove, and the move refuses it.
        if (Directory.Exists(data) && !Directory.EnumerateFileSystemEntries(data).Any()) Directory.Delete(data);
        if (Directory.Exists(data)) throw new InvalidOperationException($"{data} holds something, but no PostgreSQL cluster; nothing was changed in it.");
        Directory.Move(arriving, data);
    }

    /// <summary>For its owner's eyes from the first byte on.</summary>
    private async Task WriteSecretAsync(string secret, CancellationToken cancellation)
    {
        File.Delete(secret);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(new FileStream(secret, options));
        await writer.WriteAsync(password.AsMemory(), cancellation);
    }

    private ChildProcess Start(string program, IEnumerable<string> arguments)
    {
        var path = Path.Combine(BinDirectory(), program);
        var environment = new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8" };
        // setpriv replaces itself by the server, so that the id we stop is the server's own.
        return Environment.IsPrivilegedProcess
            ? ChildProcess.Start("setpriv", ["--reuid", Account, "--regid", Account, "--clear-groups", "--", path, .. arguments], environment, logFile, "/")
            : ChildProcess.Start(path, arguments, environment, logFile, "/");
    }

    private static string BinDirectory() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0)
            .Select(d => Path.Combine(d, "bin"))
            .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            ?? throw new InvalidOperationException("No PostgreSQL server is installed (package postgresql).")
        : throw new InvalidOperationException("No PostgreSQL server is installed (package postgresql).");
}
