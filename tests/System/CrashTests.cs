using Disclosure.Testing;
using Npgsql;
using Xunit;

namespace Disclosure.SystemTests;

/// <summary>Whatever dies in between, what was approved is published once (invariant 7).</summary>
[Collection(nameof(Stack))]
public sealed class CrashTests(Stack stack)
{
    [Fact]
    public async Task Review_killed_between_submit_and_approve()
    {
        using var people = new People(stack);
        var restarts = await stack.KillAsync("review");
        var id = await people.SubmitAsync("审核服务中断");
        await stack.RunsAgainAsync("review", restarts);
        await people.ApproveAsync(id, "bijie-head");
        restarts = await stack.KillAsync("review");
        await stack.RunsAgainAsync("review", restarts);
        await people.ApproveAsync(id, "bijie-deputy");
        await people.PublishedOnceAsync(id, "审核服务中断");
    }

    [Fact]
    public async Task The_broker_killed_between_approve_and_publish()
    {
        using var people = new People(stack);
        var id = await people.SubmitAsync("消息中间件中断");
        await people.ApproveAsync(id, "bijie-head");
        await people.CaseAsync(id, "bijie-deputy");
        var restarts = await stack.KillAsync("messaging");
        await people.ApproveAsync(id, "bijie-deputy");
        await stack.RunsAgainAsync("messaging", restarts);
        await people.PublishedOnceAsync(id, "消息中间件中断");
    }

    [Fact]
    public async Task The_catalogue_killed_while_it_consumes()
    {
        using var people = new People(stack);
        var titles = Enumerable.Range(0, 4).Select(i => $"目录服务中断之{(char)('甲' + (i * 7))}").ToList();
        var ids = new List<Guid>();
        foreach (var title in titles) ids.Add(await people.SubmitAsync(title));
        foreach (var id in ids) await people.ApproveAsync(id, "bijie-head");
        await using var database = NpgsqlDataSource.Create(await stack.DatabaseAsync("catalogue-db"));
        var restarts = 0;
        await using (var connection = await database.OpenConnectionAsync())
        await using (await connection.BeginTransactionAsync())
        {
            // Holds the items, so that the consumer has taken a conclusion and cannot end its transaction.
            await using (var hold = new NpgsqlCommand("select id from items where id = any($1) for update",
                connection)
            { Parameters = { new() { Value = ids.ToArray() } } })
                await hold.ExecuteNonQueryAsync();
            foreach (var id in ids) await people.ApproveAsync(id, "bijie-deputy");
            await Eventually.Holds(async () => await CountAsync(database, WaitingForALock) > 0,
                "the catalogue is in the middle of a conclusion", seconds: 120);
            restarts = await stack.KillAsync("catalogue");
            Assert.Equal(0, await CountAsync(database, "select count(*) from items where id = any($1) and state <> 'InReview'", ids));
        }

        await stack.RunsAgainAsync("catalogue", restarts);
        var numbers = new List<string>();
        foreach (var (id, title) in ids.Zip(titles)) numbers.Add(await people.PublishedOnceAsync(id, title));
        Assert.Equal(4, numbers.Distinct().Count());
    }

    private const string WaitingForALock =
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' "
        + "and wait_event <> 'advisory'";

    private static async Task<long> CountAsync(NpgsqlDataSource database, string sql, List<Guid>? ids = null)
    {
        await using var command = database.CreateCommand(sql);
        if (ids is not null) command.Parameters.Add(new() { Value = ids.ToArray() });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
