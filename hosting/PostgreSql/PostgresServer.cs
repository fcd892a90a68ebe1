using Npgsql;

namespace Disclosure.Hosting.PostgreSql;

/// <summary>
/// PostgreSQL, whichever way it runs; each database may be an operator's own, and a server runs only for those that are not.
/// </summary>
public sealed class PostgresServer
{
    private readonly IDistributedApplicationBuilder builder;
    private readonly string name;
    private readonly List<string> databases = [];
    private IResourceBuilder<PostgresServerResource>? container;
    private IResourceBuilder<LocalPostgresResource>? local;

    internal PostgresServer(IDistributedApplicationBuilder builder, string name) => (this.builder, this.name) = (builder, name);

    /// <summary>A database with the rights of its owner; it exists and answers before anybody who waits for it starts.</summary>
    public IResourceBuilder<IResourceWithConnectionString> AddDatabase(string database)
    {
        return builder.ModeOf($"ConnectionStrings:{database}") switch
        {
            ServerMode.Given => builder.AddConnectionString(database).WithConnectionCheck(OpenAsync),
            ServerMode.Container => Container().AddDatabase(database),
            _ => AddLocalDatabase(database),
        };
    }

    /// <summary>
    /// A login with rights to a database's rows alone. On an operator's server the logins are the operator's:
    /// the connection string as given.
    /// </summary>
    public DatabaseLogin AddLogin(IResourceBuilder<IResourceWithConnectionString> database, string login)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (AddressOfServer() is not { } address || builder.ModeOf($"ConnectionStrings:{database.Resource.Name}") is ServerMode.Given)
            return new DatabaseLogin(database, login, null);
        var password = builder.AddGeneratedSecret($"{database.Resource.Name}-login-password");
        var connection = builder.AddConnectionString($"{database.Resource.Name}-login",
            ReferenceExpression.Create($"{address};Username={login};Password={password};Database={database.Resource.Name}"));
        return new DatabaseLogin(connection, login, password);
    }

    private IResourceBuilder<PostgresServerResource> Container() => container ??= builder
        .AddPostgres(name, password: builder.AddGeneratedSecret($"{name}-password")).WithDataVolume($"disclosure-{name}");

    private IResourceBuilder<ConnectionStringResource> AddLocalDatabase(string database)
    {
        local ??= LocalPostgres.Add(builder, name, databases);
        databases.Add(database);
        return builder.AddConnectionString(database, ReferenceExpression.Create($"{local.Resource};Database={database}"))
            .WaitFor(local).WithConnectionCheck(OpenAsync);
    }

    private ReferenceExpression? AddressOfServer() => container is not null
        ? ReferenceExpression.Create($"Host={container.Resource.Host};Port={container.Resource.Port}")
        : local?.Resource.Address;

    internal static async Task OpenAsync(string connectionString, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Timeout=5");
        await connection.OpenAsync(cancellation);
    }
}

/// <summary>A login of a service: its connection string, and what the migration must know to make it.</summary>
public sealed class DatabaseLogin
{
    private readonly string login;
    private readonly IResourceBuilder<ParameterResource>? password;

    internal DatabaseLogin(IResourceBuilder<IResourceWithConnectionString> connection, string login,
        IResourceBuilder<ParameterResource>? password)
        => (Connection, this.login, this.password) = (connection, login, password);

    /// <summary>What the service connects with.</summary>
    public IResourceBuilder<IResourceWithConnectionString> Connection { get; }

    /// <summary>
    /// Tells a migration to make the login: <c>CATALOGUE_DB_LOGIN</c> and <c>…_PASSWORD</c>; nothing on an operator's server.
    /// </summary>
    public void MadeByMigration(EnvironmentCallbackContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (password is null) return;
        var variable = Connection.Resource.Name.Replace('-', '_').ToUpperInvariant();
        context.EnvironmentVariables[variable] = login;
        context.EnvironmentVariables[$"{variable}_PASSWORD"] = password.Resource;
    }
}

/// <summary>Adds PostgreSQL to the model.</summary>
public static class PostgresServerExtensions
{
    /// <summary>Adds PostgreSQL, whichever way it runs.</summary>
    public static PostgresServer AddPostgresServer(this IDistributedApplicationBuilder builder, string name) => new(builder, name);
}
