using Npgsql;
using Xunit;

namespace Disclosure.SystemTests;

/// <summary>Each service owns one database and one login; nobody reads another's tables (architecture §3).</summary>
[Collection(nameof(Stack))]
public sealed class LoginTests(Stack stack)
{
    [Theory]
    [InlineData("catalogue", "catalogue-db")]
    [InlineData("review", "review-db")]
    [InlineData("gateway", "gateway-db")]
    public async Task A_service_reads_and_writes_its_rows(string login, string database)
        => Assert.Null(await RefusalAsync(login, database,
        "select count(*) from inbox_messages; delete from inbox_messages where false; select * from \"__EFMigrationsHistory\""));

    // The audit log's triggers see rows only, so what touches none is refused by the missing right alone.
    [Theory]
    [InlineData("catalogue", "review-db", "select 1")]
    [InlineData("review", "catalogue-db", "select 1")]
    [InlineData("catalogue", "catalogue-db", "create table extra (id int)")]
    [InlineData("catalogue", "catalogue-db", "alter table items add column extra int")]
    [InlineData("catalogue", "catalogue-db", "truncate items")]
    [InlineData("catalogue", "catalogue-db", "delete from \"__EFMigrationsHistory\"")]
    [InlineData("review", "review-db", "update audit_entries set reason = 'forged' where false")]
    [InlineData("review", "review-db", "delete from audit_entries where false")]
    [InlineData("review", "review-db", "update facts set unit = 'other' where false")]
    [InlineData("catalogue", "catalogue-db", "delete from facts where false")]
    [InlineData("review", "review-db", "alter table audit_entries disable trigger all")]
    [InlineData("review", "review-db", "create role helper")]
    [InlineData("gateway", "review-db", "select 1")]
    [InlineData("review", "gateway-db", "select 1")]
    [InlineData("gateway", "gateway-db", "alter table notification_preferences add column extra int")]
    [InlineData("gateway", "gateway-db", "delete from audit_entries where false")]
    public async Task And_nothing_else(string login, string database, string sql)
        => Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(login, database, sql));

    private async Task<string?> RefusalAsync(string login, string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(await stack.DatabaseAsync(database, login));
        try
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }
}
