using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Tests.Domain;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Disclosure.Review.Tests.Service;

public sealed class MigrationTests
{
    /// <summary>The last migration before steps said themselves who wrote the content and who is barred.</summary>
    private const string BeforeWorkListPeople = "20261125233747_TokenTimes";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_change_of_the_model_has_its_migration()
    {
        using var db = new ReviewDbFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges(), "Run: dotnet ef migrations add");
    }

    [Fact]
    public async Task Cases_that_run_while_the_platform_is_upgraded_say_afterwards_what_they_would_have_said()
    {
        await using var present = await TestDatabase.CreateAsync();
        await using var past = await TestDatabase.CreateAsync();
        await using (var db = Open(present))
        {
            await db.Database.MigrateAsync(Cancellation);
            db.Cases.AddRange(Running());
            await db.SaveChangesAsync(Cancellation);
        }

        await using (var db = Open(past)) await db.Database.MigrateAsync(BeforeWorkListPeople, Cancellation);
        // What the older schema has no column for is left behind, as it was not there.
        foreach (var table in new[] { "review_cases", "review_steps" }) await CopyAsync(present, past, table);
        await using (var db = Open(past)) await db.Database.MigrateAsync(Cancellation);

        var (expected, found) = (await StepsAsync(present), await StepsAsync(past));
        Assert.Equal(expected, found);
        Assert.Contains(expected, step => step.Contains("secrecy-asker", StringComparison.Ordinal));
        await using var after = Open(past);
        Assert.All(await after.Cases.ToListAsync(Cancellation), review => Assert.Equal((false, 0, 0), (review.SignedWithDocument, review.RecusedPeople.Length, review.RecusedUnits.Length)));
    }

    /// <summary>New, decided once, held by somebody, and held from the start.</summary>
    private static IEnumerable<ReviewCase> Running()
    {
        var flow = People.Packs["bijie"].Flow(FlowCodes.Publication)!;
        yield return People.Open(flow, contributors: ["second-author"]);
        var decided = People.Open(flow, [ReviewConditions.Important]);
        Decide(decided, People.Person("head-who-decided", People.OwnUnit, "head"), "section-head", StepOutcome.Approve);
        yield return decided;
        var held = People.Open(flow);
        Decide(held, People.Person("head-before", People.OwnUnit, "head"), "section-head", StepOutcome.Approve);
        Decide(held, People.Person("secrecy-asker", "office", "deputy"), "deputy", StepOutcome.Hold);
        yield return held;
        yield return People.Open(flow, [ReviewConditions.SecrecyUndetermined]);
    }

    private static void Decide(ReviewCase review, Reviewer who, string step, StepOutcome outcome)
        => Assert.Null(review.Decide(who, People.Decision(review, step, outcome), People.Now).Refusal);

    private static ReviewDb Open(TestDatabase database)
        => new(new DbContextOptionsBuilder<ReviewDb>().UseNpgsql(database.ConnectionString).UseSnakeCaseNamingConvention().Options);

    private static async Task CopyAsync(TestDatabase from, TestDatabase to, string table)
    {
        foreach (var row in await ReadAsync(from, $"select to_jsonb(t)::text from {table} t"))
        {
            await using var target = NpgsqlDataSource.Create(to.ConnectionString);
            await using var insert = target.CreateCommand($"insert into {table} select * from jsonb_populate_record(null::{table}, $1::jsonb)");
            insert.Parameters.AddWithValue(row);
            await insert.ExecuteNonQueryAsync(Cancellation);
        }
    }

    /// <summary>Who wrote the content and who is barred, step by step.</summary>
    private static Task<IReadOnlyList<string>> StepsAsync(TestDatabase database)
        => ReadAsync(database, "select concat_ws(' ', case_id, code, state, writers, barred) from review_steps order by 1");

    private static async Task<IReadOnlyList<string>> ReadAsync(TestDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation)) rows.Add(reader.GetString(0));
        return rows;
    }
}
