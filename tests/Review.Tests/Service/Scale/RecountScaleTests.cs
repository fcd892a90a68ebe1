using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Cases;
using Disclosure.Rules.Calendar;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service.Scale;

/// <summary>An imported notice of holidays over many open steps: each due day is what walking day by day gives, and before and after are
/// kept.</summary>
/// <remarks>100,000 of them are a proof of <c>./disclosure bench calendar</c>, with the bar of a minute from the import to the last due
/// day.</remarks>
public sealed class RecountScaleTests
{
    private static readonly TimeSpan Bar = TimeSpan.FromSeconds(60);

    private static readonly string Rows = string.Concat(new[] { "2026-03-06,true,试验假期\n", "2026-03-09,true,试验假期\n" });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Two_thousand_open_due_days_are_each_counted_anew() => CountAsync(2_000);

    [Fact(Explicit = true)]
    public Task A_hundred_thousand_open_due_days_are_each_counted_anew_within_a_minute() => CountAsync(100_000);

    private static async Task CountAsync(int cases)
    {
        await using var service = new ReviewService();
        await service.InitializeAsync();
        await service.InDatabase(async db =>
        {
            await OpenCases.FillOpenAsync(db, cases);
            return true;
        });
        var before = await StepsAsync(service);
        Assert.True(before.Count >= cases, $"{before.Count} open steps");
        var csv = HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026) + Rows;
        var slow = HolidayNotice.Import(WorkingCalendar.Embedded, 2026, new StringReader(csv), replace: true).Calendar!;

        var watch = Stopwatch.StartNew();
        using var office = service.As(OpenCases.Authority, "office");
        var notice = new { scope = "national", csv, year = 2026, replace = true, basis = "试验" };
        using var replayed = await office.PostAsJsonAsync($"/api/review/{OpenCases.Authority}/calendar/replay", notice, Cancellation);
        var replay = (await replayed.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("moved").GetInt32();
        var replaying = watch.Elapsed;
        watch.Restart();
        using var packs = await office.PostAsJsonAsync($"/api/review/{OpenCases.Authority}/rules/replay",
            new { pack = await PackWithLongerLimitsAsync() }, Cancellation);
        var pack = await packs.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((cases, cases), (pack.GetProperty("counted").GetInt32(), pack.GetProperty("otherDue").GetInt32()));
        var byPack = watch.Elapsed;
        watch.Restart();
        (await office.PostAsJsonAsync($"/api/review/{OpenCases.Authority}/calendar/notices", notice,
            Cancellation)).EnsureSuccessStatusCode();
        await Eventually.Holds(() => service.InDatabase(db => db.AuditEntries.AnyAsync(entry => entry.Act == CalendarActs.Recounted,
            Cancellation)),
            "the recount ended", seconds: 120);
        var took = watch.Elapsed;

        var after = await StepsAsync(service);
        Assert.Equal(before.Count, after.Count);
        var moved = 0;
        foreach (var (key, step) in after)
        {
            Assert.Equal(Walk(slow, LegalDay.Of(step.OpenedAt), step.Limit), step.DueOn);
            if (before[key].DueOn != step.DueOn) moved++;
        }

        var kept = await service.InDatabase(db => db.DueChanges.ToListAsync(Cancellation));
        Assert.True(moved > 0);
        Assert.Equal((moved, moved), (kept.Count, replay));
        Assert.All(kept, change => Assert.Equal((before[(change.SubjectId, change.Part)].DueOn, after[(change.SubjectId,
            change.Part)].DueOn),
            (change.Before, change.After)));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{after.Count} open steps: replay of the notice {replaying.TotalSeconds:0.0} s, "
            + $"of a pack {byPack.TotalSeconds:0.0} s, import to last due day {took.TotalSeconds:0.0} s, "
            + $"{moved} moved");
        Assert.True(byPack <= Bar, $"replaying a pack took {byPack.TotalSeconds:0.0} s");
        Assert.True(took <= Bar, $"{after.Count} open steps took {took.TotalSeconds:0.0} s");
    }

    private static async Task<Dictionary<(Guid, string), Step>> StepsAsync(ReviewService service)
        => (await service.InDatabase(db => db.Steps.AsNoTracking().Where(step => step.State == StepState.Open)
            .Select(step => new { step.CaseId, step.Code, step.OpenedAt, step.LimitWorkingDays, step.DueOn }).ToListAsync(Cancellation)))
            .ToDictionary(step => (step.CaseId.Value, step.Code), step => new Step(step.OpenedAt!.Value, step.LimitWorkingDays!.Value,
                step.DueOn));

    /// <summary>The slow way.</summary>
    private static DateOnly Walk(WorkingCalendar calendar, DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            if (calendar.IsWorkingDay(day).IsWorkingDay) days--;
        }

        return day;
    }

    /// <summary>The authority's pack with a limit of a week at every step.</summary>
    private static async Task<string> PackWithLongerLimitsAsync()
    {
        var pack = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "services", "Rules", "packs",
            $"{OpenCases.Authority}.json"), Cancellation))!;
        foreach (var step in pack["flows"]!.AsArray().SelectMany(flow => flow!["steps"]!.AsArray())) step!["limitWorkingDays"] = 7;
        return pack.ToJsonString();
    }

    private sealed record Step(DateTimeOffset OpenedAt, int Limit, DateOnly? DueOn);
}
