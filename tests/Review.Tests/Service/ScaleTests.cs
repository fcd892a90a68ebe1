using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Review.Domain;
using Disclosure.Rules.Packs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service;

/// <summary>1,000 open cases per unit, and three units of them: the list is still immediate.</summary>
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
        var slowest = Math.Max(await UndisturbedAsync(head, "limit=100"), await UndisturbedAsync(deputy, "limit=100"));
        var middle = await head.GetFromJsonAsync<JsonElement>("/api/review/jiangxi/tasks?limit=100", TestContext.Current.CancellationToken);
        Assert.Equal(100, middle.GetProperty("items").GetArrayLength());
        var later = await UndisturbedAsync(head, $"limit=100&after={middle.GetProperty("next").GetString()}");

        TestContext.Current.SendDiagnosticMessage("1,000 open cases per unit: first page {0:F1} ms, next page {1:F1} ms", slowest, later);
        Assert.InRange(Math.Max(slowest, later), 0, BarMilliseconds);
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

    /// <summary>The lower quartile of repeated calls: what the service needs, not what a machine busy with other work adds to it.</summary>
    private static async Task<double> UndisturbedAsync(HttpClient client, string query)
    {
        var times = new List<double>();
        for (var i = 0; i < 40; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync($"/api/review/jiangxi/tasks?{query}", TestContext.Current.CancellationToken);
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Assert.True(response.IsSuccessStatusCode);
        }

        return times.Order().ElementAt(times.Count / 4);
    }
}
