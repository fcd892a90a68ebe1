using System.Diagnostics;
using System.Globalization;
using Disclosure.Hosting.Processes;
using Npgsql;

namespace Disclosure.Hosting.PostgreSql;

/// <summary>A PostgreSQL of the machine's own packages, on a loopback port with its own data directory.</summary>
public sealed class LocalPostgresResource : ExecutableResource, IResourceWithConnectionString
{
    internal LocalPostgresResource(string name, (string Program, string[] Arguments) server, ParameterResource password)
        : base(name, server.Program, "/")
    {
        PrimaryEndpoint = new EndpointReference(this, "tcp");
        Address = ReferenceExpression.Create($"Host=127.0.0.1;Port={PrimaryEndpoint.Property(EndpointProperty.Port)}");
        ConnectionStringExpression = ReferenceExpression.Create($"{Address};Username={PostgresAccount.Name};Password={password}");
    }

    /// <summary>Where it listens.</summary>
    public EndpointReference PrimaryEndpoint { get; }

    /// <summary>Host and port, for connection strings of other logins.</summary>
    public ReferenceExpression Address { get; }

    /// <summary>Connection string of the superuser, without a database.</summary>
    public ReferenceExpression ConnectionStringExpression { get; }
}

/// <summary>Adds it, creates its cluster before the first start and its databases after each.</summary>
internal static class LocalPostgres
{
    public static IResourceBuilder<LocalPostgresResource> Add(IDistributedApplicationBuilder builder, string name,
        IReadOnlyList<string> databases)
    {
        var data = builder.Emptied(PostgresAccount.DataDirectory(builder.DataDirectory(name)));
        var port = FreePort.Next();
        var password = builder.AddGeneratedSecret($"{name}-password").Resource;
        var server = PostgresAccount.Run("postgres",
            "-D", data, "-p", port.ToString(CultureInfo.InvariantCulture),
            // A failed statement would be logged with its text and the data around the fault.
            "-c", "log_error_verbosity=terse", "-c", "log_min_error_statement=panic",
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300");
        return builder.AddResource(new LocalPostgresResource(name, server, password))
            .WithArgs([.. server.Arguments])
            .WithEndpoint(port: port, targetPort: port, name: "tcp", isProxied: false)
            .WithEnvironment("LC_ALL", "C.UTF-8")
            .WithConnectionCheck(async (connection, cancellation)
                => await PostgresServer.OpenAsync(connection + ";Database=postgres", cancellation))
            .WithRestarts()
            .OnBeforeResourceStarted(async (_, _, cancellation) => await CreateClusterAsync(data, password, cancellation))
            .OnResourceReady(async (resource, _, cancellation) => await CreateDatabasesAsync(resource, databases, cancellation));
    }

    /// <summary>
    /// Creates the cluster beside its place and moves it there when it is whole: what an interruption leaves is begun anew.
    /// </summary>
    private static async Task CreateClusterAsync(string data, ParameterResource password, CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(data, "PG_VERSION"))) return;
        if (Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any())
            throw new DistributedApplicationException($"{data} holds something, but no PostgreSQL cluster; nothing was changed in it.");
        var (arriving, secret) = (data + ".new", data + ".password");
        if (Directory.Exists(arriving)) Directory.Delete(arriving, recursive: true);
        Directory.CreateDirectory(arriving);
        try
        {
            LocalFiles.Write(secret, await password.GetValueAsync(cancellation) ?? "");
            await PostgresAccount.OwnAsync([arriving, secret], cancellation);
            var (program, arguments) = PostgresAccount.Run("initdb",
                "-D", arriving, "-U", PostgresAccount.Name, "-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", "--pwfile=" + secret);
            using var init = Process.Start(new ProcessStartInfo(program, arguments)
            { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = init.StandardOutput.ReadToEndAsync(cancellation);
            var errors = await init.StandardError.ReadToEndAsync(cancellation);
            await init.WaitForExitAsync(cancellation);
            if (init.ExitCode != 0)
                throw new DistributedApplicationException($"initdb ended with code {init.ExitCode}: {await said}{errors}"
                    + $"Can the account {PostgresAccount.Name} reach {arriving}?");
        }
        finally
        {
            File.Delete(secret);
        }

        if (Directory.Exists(data)) Directory.Delete(data);
        Directory.Move(arriving, data);
    }

    private static async Task CreateDatabasesAsync(LocalPostgresResource server, IReadOnlyList<string> databases,
        CancellationToken cancellation)
    {
        var connection = await server.ConnectionStringExpression.GetValueAsync(cancellation);
        await using var source = NpgsqlDataSource.Create(connection + ";Database=postgres;Pooling=false");
        using var quoting = new NpgsqlCommandBuilder();
        foreach (var database in databases)
        {
            await using var exists = source.CreateCommand("select 1 from pg_database where datname = $1");
            exists.Parameters.AddWithValue(database);
            if (await exists.ExecuteScalarAsync(cancellation) is not null) continue;
            await using var create = source.CreateCommand($"create database {quoting.QuoteIdentifier(database)}");
            await create.ExecuteNonQueryAsync(cancellation);
        }
    }
}
