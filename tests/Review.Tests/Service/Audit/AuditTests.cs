using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Disclosure.Review.Tests.Service.Audit;

/// <summary>Invariant 8: the log is append-only, and whoever changes it past the database's guard is found out.</summary>
/// <remarks>A service of its own: what others urge in the background must not write while the log is being tampered with.</remarks>
public sealed class AuditTests(ReviewService service) : IClassFixture<ReviewService>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Rule(190)]
    public async Task An_entry_says_who_did_what_in_which_role_and_unit_to_which_content_and_why()
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "head", "art").Decide(request, "section-head", "return", "数字有误").Json(200);

        var entry = await service.InDatabase(db => db.AuditEntries.SingleAsync(e => e.CaseId == request.CaseId && e.Act == "returned"));

        Assert.Equal(("bijie-head", "head", "art", "section-head", request.ContentDigest, "数字有误", request.Title),
            (entry.Actor, entry.Role, entry.Unit, entry.Step, entry.Digest, entry.Reason, entry.Title));
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_delete_or_truncate_entries()
    {
        await service.Open(ReviewService.Request());
        foreach (var sql in new[]
        {
            "update audit_entries set reason = 'x'", "delete from audit_entries", "truncate audit_entries",
                "update audit_heads set position = position - 1",
            "delete from audit_heads", "truncate audit_heads",
            "update facts set unit = 'x'", "delete from facts", "truncate facts",
            "update fact_heads set number = number - 1", "delete from fact_heads", "truncate fact_heads",
        })
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege,
            (await Assert.ThrowsAsync<PostgresException>(() => Execute(sql))).SqlState);
    }

    [Fact]
    public async Task A_page_of_the_log_begins_at_either_end_and_both_ways_name_every_entry_once()
    {
        for (var i = 0; i < 3; i++) await service.Open(ReviewService.Request());
        var forward = await Positions("");
        var back = await Positions("&order=latest");
        Assert.Equal(forward, forward.Order());
        Assert.Equal(forward.Reverse(), back);
        await service.As("bijie", "discipline").GetAsync("/api/review/bijie/audit/entries?order=newest", Cancellation)
            .Refused(422, "order-is-unknown");

        async Task<long[]> Positions(string order)
        {
            var client = service.As("bijie", "discipline");
            var all = new List<long>();
            for (string? after = ""; after is not null;)
            {
                var page = await client.GetFromJsonAsync<JsonElement>(
                    $"/api/review/bijie/audit/entries?limit=2{order}{(after.Length == 0 ? "" : $"&after={after}")}", Cancellation);
                all.AddRange(page.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("position").GetInt64()));
                after = page.GetProperty("next").GetString();
            }

            return [.. all];
        }
    }

    [Theory]
    [InlineData("update audit_entries set reason = 'forged' where position = 2", 2)]
    [InlineData("delete from audit_entries where position = 2", 3)]
    [InlineData("delete from audit_entries where authority = 'bijie' "
        + "and position = (select max(position) from audit_entries where authority = 'bijie')", null)]
    [InlineData("update audit_entries set previous_hash = repeat('0', 64) where position = 3", 3)]
    public async Task Tampering_past_the_guard_is_detected(string sql, int? brokenAt)
    {
        for (var i = 0; i < 3; i++) await service.Open(ReviewService.Request());
        Assert.True((await Verify()).GetProperty("intact").GetBoolean());

        await Execute($"create table kept as select * from audit_entries; alter table audit_entries disable trigger all; {sql}");
        var report = await Verify();
        await Execute("delete from audit_entries; insert into audit_entries select * from kept; drop table kept; "
            + "alter table audit_entries enable trigger all");

        Assert.False(report.GetProperty("intact").GetBoolean());
        if (brokenAt is { } position) Assert.Equal(position, report.GetProperty("brokenAt").GetInt64());
        Assert.True((await Verify()).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task A_chain_wiped_whole_with_its_head_is_missed_by_the_cases_that_remain()
    {
        await service.Open(ReviewService.Request());
        // The only case of its authority, and kept from one of its units.
        var accusing = await service
            .Open(ReviewService.Request("jiangxi", "art-division",
            author: "jiangxi-officer") with
            { Recusal = new ReviewRecusal([], ["public-culture"]) });
        await Execute("""
            create table kept as select * from audit_entries; create table kept_heads as select * from audit_heads;
            alter table audit_entries disable trigger all; alter table audit_heads disable trigger all;
            delete from audit_entries; delete from audit_heads
            """);
        var report = await Verify();
        var (told, toAccused) = (await Problem("office"), await Problem("public-culture"));
        await Execute("""
            insert into audit_entries select * from kept; insert into audit_heads select * from kept_heads;
            drop table kept; drop table kept_heads;
            alter table audit_entries enable trigger all; alter table audit_heads enable trigger all
            """);

        Assert.False(report.GetProperty("intact").GetBoolean());
        Assert.True((await Verify()).GetProperty("intact").GetBoolean());
        Assert.Contains(accusing.CaseId.ToString(), told, StringComparison.Ordinal);
        Assert.Contains("没有送审记录", toAccused, StringComparison.Ordinal);
        Assert.DoesNotContain(accusing.CaseId.ToString(), toAccused, StringComparison.Ordinal);

        async Task<string> Problem(string unit)
            => (await service.As("jiangxi", "audit-admin", unit, $"auditor-of-{unit}")
            .GetFromJsonAsync<JsonElement>("/api/review/jiangxi/audit/verify", Cancellation))
            .GetProperty("problem").GetString()!;
    }

    private Task<JsonElement> Verify()
        => service.As("bijie", "discipline").GetFromJsonAsync<JsonElement>("/api/review/bijie/audit/verify", Cancellation);

    private async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
