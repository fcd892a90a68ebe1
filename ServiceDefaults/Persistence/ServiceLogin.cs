using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Disclosure.ServiceDefaults.Persistence;

/// <summary>
/// The login a service works with: it reads and writes the rows of its own database, changes no table, enters no other database,
/// and cannot touch what may only grow. The migration, which runs with the server owner's rights, makes it.
/// </summary>
/// <param name="Name">Role name; configuration <c>CATALOGUE_DB_LOGIN</c> for the database <c>catalogue-db</c>.</param>
/// <param name="Password">Its password; configuration <c>CATALOGUE_DB_LOGIN_PASSWORD</c>.</param>
internal sealed record ServiceLogin(string Name, string Password)
{
    /// <summary>The login the migration was told to make; none where the operator gave the database, whose logins are the
    /// operator's.</summary>
    /// <exception cref="InvalidOperationException">A name without a password.</exception>
    public static ServiceLogin? From(IConfiguration configuration, string connectionName)
    {
        var key = connectionName.ToUpperInvariant().Replace('-', '_') + "_LOGIN";
        if (configuration[key] is not { Length: > 0 } name) return null;
        return new ServiceLogin(name, configuration[key + "_PASSWORD"] is { Length: > 0 } password ? password
            : throw new InvalidOperationException($"{key}_PASSWORD is not configured."));
    }

    /// <summary>Makes the login or renews its password, and gives it exactly its rights on the tables there are now.</summary>
    /// <param name="database">The service's database, with the rights of its owner.</param>
    /// <param name="appendOnly">Tables whose rows are never changed or deleted.</param>
    /// <param name="cancellation">Cancels on shutdown.</param>
    public async Task GrantAsync(NpgsqlDataSource database, IEnumerable<string> appendOnly, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Roles belong to the server: migrations of several databases may make theirs at the same time.
        await ExecuteAsync("select pg_advisory_xact_lock(hashtext('service-logins'))");
        var exists = await QuotedAsync("select count(*)::text from pg_roles where rolname = $1", Name) != "0";
        await ExecuteAsync(await QuotedAsync(
            $"select format('{(exists ? "alter" : "create")} role %I with login nosuperuser nocreatedb nocreaterole "
                + "noreplication password %L', $1, $2)", Name, Password));
        var role = await QuotedAsync("select quote_ident($1)", Name);
        var name = await QuotedAsync("select quote_ident(current_database())");
        await ExecuteAsync($"revoke all on database {name} from public; grant connect on database {name} to {role}");
        await ExecuteAsync($"revoke all on all tables in schema public from {role}; grant usage on schema public to {role}");
        await ExecuteAsync($"grant select, insert, update, delete on all tables in schema public to {role}; "
            + $"grant usage, select on all sequences in schema public to {role}");
        await ExecuteAsync($"""revoke insert, update, delete on "__EFMigrationsHistory" from {role}""");
        foreach (var table in appendOnly)
            await ExecuteAsync($"revoke update, delete on {await QuotedAsync("select quote_ident($1)", table)} from {role}");
        await transaction.CommitAsync(cancellation);

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        async Task<string> QuotedAsync(string sql, params string[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
            return (string)(await command.ExecuteScalarAsync(cancellation))!;
        }
    }
}
