using Npgsql;

namespace Disclosure.Runner.Execution.Resources;

/// <summary>Creates the databases that connection strings name.</summary>
internal static class Databases
{
    /// <summary>Creates the database unless it exists.</summary>
    /// <returns>Whether it was created.</returns>
    public static async Task<bool> EnsureAsync(string connectionString, CancellationToken cancellation)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        var name = target.Database ?? throw new InvalidOperationException("the connection string names no database");
        target.Database = "postgres";
        target.Pooling = false;
        await using var source = NpgsqlDataSource.Create(target);
        await using var exists = source.CreateCommand("select 1 from pg_database where datname = $1");
        exists.Parameters.AddWithValue(name);
        if (await exists.ExecuteScalarAsync(cancellation) is not null) return false;
        using var quoting = new NpgsqlCommandBuilder();
        await using var create = source.CreateCommand($"create database {quoting.QuoteIdentifier(name)}");
        try
        {
            await create.ExecuteNonQueryAsync(cancellation);
            return true;
        }
        catch (PostgresException raced) when (raced.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }
}
