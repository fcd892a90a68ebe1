using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Audit;
using Disclosure.Rules.Packs;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Disclosure.Review.Tests.Service;

/// <summary>1,000 open cases per unit and four times as many concluded ones: the list is still immediate, and the audit log is verified in bounded memory.</summary>
[Collection(nameof(OneService))]
public sealed class ScaleTests(ReviewService service)
{
    private const int PerUnit = 1_000;
    private const double BarMilliseconds = 50;

    [Fact]
    public async Task A_thousand_open_cases_per_unit_list_within_fifty_milliseconds()
    {
        var pack = RulePacks.Load()["jiangxi"];
        string[] units = ["art-division", "public-culture", "city-nanchang"];
        var body = string.Concat(Enumerable.Repeat("一段较长的正文，模拟真实信息。", 60));
        await service.InDatabase(async db =>
        {
            foreach (var unit in units)
            {
                db.ChangeTracker.Clear();
                db.Cases.AddRange(Enumerable.Range(0, PerUnit).Select(n => Case(pack, unit, n, body)));
                await db.SaveChangesAsync();
            }

            return await db.Database.ExecuteSqlAsync($"analyze review_cases, review_steps");
        });

        var head = service.As("jiangxi", "head", "public-culture");
        var deputy = service.As("jiangxi", "deputy");
        await service.InDatabase(db => db.Database.ExecuteSqlAsync($"""
            with concluded as (insert into review_cases select r.* from review_cases c cross join generate_series(1, 4) copy
                cross join lateral jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'state', 'Approved', 'copy', copy)) r where c.authority = 'jiangxi' returning id)
            insert into review_steps select r.* from concluded
                cross join (select * from review_steps where case_id = (select case_id from review_steps where authority = 'jiangxi' limit 1)) s
                cross join lateral jsonb_populate_record(null::review_steps, to_jsonb(s) || jsonb_build_object('case_id', concluded.id, 'state', 'Approved')) r
            """));
        await service.InDatabase(db => db.Database.ExecuteSqlAsync($"analyze review_cases, review_steps"));
        // Who has much to do, who leads all units, and who has nothing to do among all that.
        var slowest = 0d;
        foreach (var client in new[] { head, deputy, service.As("jiangxi", "promotion"), service.As("jiangxi", "head", "city-ganzhou", "idle-head") })
            slowest = Math.Max(slowest, await MedianAsync(client, "limit=100"));
        var middle = await head.GetFromJsonAsync<JsonElement>("/api/review/jiangxi/tasks?limit=100", TestContext.Current.CancellationToken);
        Assert.Equal(100, middle.GetProperty("items").GetArrayLength());
        var later = await MedianAsync(head, $"limit=100&after={middle.GetProperty("next").GetString()}");

        TestContext.Current.TestOutputHelper?.WriteLine($"1,000 open cases per unit, median of 40: slowest first page {slowest:F1} ms, next page {later:F1} ms");
        Assert.InRange(Math.Max(slowest, later), 0, BarMilliseconds);
    }

    [Fact]
    public async Task A_hundred_thousand_audit_entries_are_verified_in_bounded_memory()
    {
        const int entries = 100_000;
        await service.InDatabase(async db =>
        {
            var head = new AuditHead { Authority = "taishan-archive" };
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await db.Database.OpenConnectionAsync();
            await using (var copy = await connection.BeginBinaryImportAsync(
                "copy audit_entries (authority, position, at, act, actor, actor_name, title, reason, previous_hash, hash) from stdin (format binary)"))
            {
                for (var n = 0; n < entries; n++)
                {
                    var entry = head.Append(last => new AuditEntry
                    {
                        Authority = head.Authority,
                        Position = last.Position + 1,
                        At = ReviewService.Start,
                        Act = Acts.Approved,
                        Actor = "somebody",
                        ActorName = "某人",
                        Title = "关于开展非遗展演的通知",
                        Reason = "同意",
                        PreviousHash = last.Hash,
                    });
                    await copy.StartRowAsync();
                    await copy.WriteAsync(entry.Authority);
                    await copy.WriteAsync(entry.Position);
                    await copy.WriteAsync(entry.At, NpgsqlTypes.NpgsqlDbType.TimestampTz);
                    foreach (var text in new[] { entry.Act, entry.Actor, entry.ActorName, entry.Title, entry.Reason }) await copy.WriteAsync(text);
                    await copy.WriteAsync(entry.PreviousHash, NpgsqlTypes.NpgsqlDbType.Char);
                    await copy.WriteAsync(entry.Hash, NpgsqlTypes.NpgsqlDbType.Char);
                }

                await copy.CompleteAsync();
            }

            return await db.Database.ExecuteSqlAsync($"insert into audit_heads (authority, position, hash) values ({head.Authority}, {head.Position}, {head.Hash})");
        });

        var started = Stopwatch.GetTimestamp();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var report = await service.InDatabase(async db =>
        {
            var found = await new AuditLog(db, TimeProvider.System).VerifyAsync("taishan-archive", TestContext.Current.CancellationToken);
            Assert.Empty(db.ChangeTracker.Entries());
            return found;
        });
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"100,000 entries verified in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, {kept / 1_048_576d:F1} MB kept");

        Assert.True(report.Intact, report.Problem);
        Assert.Equal(entries, report.Entries);
        Assert.InRange(kept, long.MinValue, 32 * 1_048_576);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 60);
    }

    private static ReviewCase Case(RulePack pack, string unit, int n, string body)
    {
        var review = ReviewCase.Open(new Submission
        {
            CaseId = new CaseId(Guid.CreateVersion7()),
            Authority = pack.Authority,
            SubjectKind = "catalogue.item",
            SubjectId = Guid.CreateVersion7(),
            Title = $"第 {n} 件待审信息",
            Unit = unit,
            Author = "jiangxi-officer",
            ContentDigest = new string('a', 64),
            Snapshot = new Snapshot(body, []),
            Conditions = [ReviewConditions.Important],
            SubmittedAt = ReviewService.Start,
        }, pack.Flow(FlowCodes.Publication)!, new Moment(ReviewService.Start, new DateOnly(2026, 3, 4)));
        if (n % 2 == 0) return review;
        // Half of them wait for the leader already.
        var head = new Reviewer("jiangxi-head", "处长", "jiangxi", [new Mandate("jiangxi-head", "处长", unit, new HashSet<string> { "head" })]);
        var decided = review.Decide(head, new Decision
        {
            Step = "unit-head",
            Outcome = StepOutcome.Approve,
            Digest = review.ContentDigest,
            Checklist = [.. review.Checklist.Select(question => question.Code)],
        }, new Moment(ReviewService.Start, new DateOnly(2026, 3, 4)));
        Assert.Null(decided.Refusal);
        return review;
    }

    /// <summary>The median of repeated calls, after one that fills caches.</summary>
    private static async Task<double> MedianAsync(HttpClient client, string query)
    {
        var times = new List<double>();
        for (var i = 0; i <= 40; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync($"/api/review/jiangxi/tasks?{query}", TestContext.Current.CancellationToken);
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            if (i > 0) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Assert.True(response.IsSuccessStatusCode);
        }

        return times.Order().ElementAt(times.Count / 2);
    }
}
