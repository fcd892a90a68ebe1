using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Calendar;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service.Calendars;

/// <summary>What another rule pack would have made of the recorded cases is known before it takes effect.</summary>
[Collection(nameof(OneService))]
public sealed class PackReplayTests(ReviewService service)
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "services", "Rules", "packs", "taishan.json"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pack_in_force_changes_nothing()
    {
        await service.Open(ReviewService.Request("taishan", "culture", author: "taishan-officer"));
        var replay = await Replay(new { pack = Text }).Json(200);
        Assert.True(replay.GetProperty("counted").GetInt32() > 0);
        Assert.Equal(0, replay.GetProperty("differing").GetInt32());
        Assert.Empty(replay.GetProperty("rows").EnumerateArray());
    }

    [Fact]
    public async Task A_candidate_says_which_due_days_and_outcomes_would_be_others_and_changes_nothing()
    {
        var ours = await service.Open(ReviewService.Request("taishan", "culture", author: "taishan-officer"));
        var candidate = Candidate(flow => flow["steps"]![0]!["limitWorkingDays"] = 9,
            flow => flow["steps"]![0]!["roles"] = new JsonArray("deputy"));
        var row = Row(await Replay(new { pack = candidate }).Json(200), ours);
        var part = Assert.Single(row.GetProperty("parts").EnumerateArray());
        Assert.Equal($"{Due(2):O}", part.GetProperty("before").GetProperty("dueOn").GetString());
        Assert.Equal($"{Due(9):O}", part.GetProperty("after").GetProperty("dueOn").GetString());
        Assert.Equal("deputy", Assert.Single(part.GetProperty("after").GetProperty("roles").EnumerateArray()).GetString());
        Assert.Equal(("running", "running", "review.case"), (row.GetProperty("before").GetString(), row.GetProperty("after").GetString(),
            row.GetProperty("subjectKind").GetString()));

        var gone = Row(await Replay(new { pack = Candidate(flow => flow["steps"]!.AsArray().RemoveAt(2)) })
            .Json(200), ours);
        Assert.Contains(gone.GetProperty("parts").EnumerateArray(), step => step.GetProperty("after").ValueKind == JsonValueKind.Null);

        // The case goes on as it was opened.
        var review = await service.As("taishan", "officer", "culture", "taishan-officer").Case(ours);
        Assert.Equal($"{Due(2):O}", review.GetProperty("steps")[0].GetProperty("dueOn").GetString());
    }

    [Fact]
    public async Task What_is_kept_from_the_one_who_asks_is_not_even_counted()
    {
        var notice = new
        {
            scope = "national",
            csv = HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026) + $"{Due(2):O},true,试验假期\n",
            year = 2026,
            replace = true,
        };
        async Task<(int Counted, int Clocks, bool Told)> Look(string user, RequestReview about)
        {
            var moved = await service.As("taishan", Roles.Office, "general", user)
                .PostAsJsonAsync("/api/review/taishan/calendar/replay", notice, Cancellation).Json(200);
            var replay = await Replay(new { pack = Candidate(flow => flow["steps"]![0]!["limitWorkingDays"] = 9) }, user)
                .Json(200);
            return (replay.GetProperty("counted").GetInt32(), moved.GetProperty("counted").GetInt32(),
                replay.GetProperty("rows").EnumerateArray().Any(row => row.GetProperty("subjectId").GetGuid() == about.CaseId));
        }

        var request = ReviewService.Request("taishan", "culture", author: "taishan-officer") with
        {
            Recusal = new ReviewRecusal(["taishan-accused"], []),
        };
        var before = await Look("taishan-accused", request);
        await service.Open(request);
        Assert.Equal(before, await Look("taishan-accused", request));
        Assert.True((await Look("taishan-office", request)).Told);
    }

    [Fact]
    public async Task A_change_of_the_national_base_is_replayed_too_and_a_faulty_candidate_is_refused_with_each_fault()
    {
        var national = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "services", "Rules", "packs", "national.json"),
            Cancellation);
        Assert.Equal(0, (await Replay(new { national }).Json(200)).GetProperty("differing").GetInt32());
        var refused = await Replay(new { pack = Candidate(flow => flow["steps"]![0]!["roles"] = new JsonArray("nobody")) })
            .Refused(422, "pack-is-faulty");
        Assert.Contains("steps[0].roles", Assert.Single(refused.GetProperty("errors").GetProperty("pack").EnumerateArray()).GetString()!,
            StringComparison.Ordinal);
        await Replay(new { pack = "{" }).Refused(422, "pack-is-faulty");
        await Replay(new { }).Refused(422, "nothing-to-replay");
        await Replay(new { pack = Text, since = "2999-01-01" }).Refused(422, "since-is-ahead");
        Assert.Equal(0, (await Replay(new { pack = Text, since = "2026-03-04" }).Json(200)).GetProperty("differing").GetInt32());
        await Replay(new { pack = Text, since = "0001-01-01" }).Json(200);
    }

    /// <summary>The last day of a step that opens today.</summary>
    private DateOnly Due(int days) => service.CalendarOf("taishan")
        .AddWorkingDays(LegalDay.Of(service.Clock.GetUtcNow()), new WorkingDays(days)).Date;

    [Fact]
    public async Task An_administrator_learns_numbers_and_of_no_case()
    {
        var ours = await service.Open(ReviewService.Request("taishan", "culture", author: "taishan-officer"));
        var admin = service.As("taishan", Roles.SystemAdmin, "general", "taishan-system-admin");
        var candidate = new { pack = Candidate(flow => flow["steps"]![0]!["limitWorkingDays"] = 9) };
        var replay = await admin.PostAsJsonAsync("/api/review/taishan/rules/replay", candidate, Cancellation).Json(200);
        Assert.True(replay.GetProperty("differing").GetInt32() > 0);
        Assert.Empty(replay.GetProperty("rows").EnumerateArray());
        Row(await Replay(candidate).Json(200), ours);
        var notice = new
        {
            scope = "national",
            csv = HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026) + $"{Due(2):O},true,试验假期\n",
            year = 2026,
            replace = true,
        };
        var moved = await admin.PostAsJsonAsync("/api/review/taishan/calendar/replay", notice, Cancellation).Json(200);
        Assert.True(moved.GetProperty("moved").GetInt32() > 0);
        Assert.Empty(moved.GetProperty("rows").EnumerateArray());
    }

    [Fact]
    public async Task While_a_replay_runs_the_next_one_is_told_to_wait()
    {
        using (service.RunReplay("bijie")) await Replay(new { pack = Text }).Json(200);
        using (service.RunReplay("taishan"))
        {
            await Replay(new { pack = Text }).Refused(429, "replay-is-running");
            using var notice = await service.As("taishan", Roles.Office, "general").PostAsJsonAsync("/api/review/taishan/calendar/replay",
                new { scope = "national", csv = HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026), year = 2026, replace = true },
                Cancellation);
            Assert.Equal(HttpStatusCode.TooManyRequests, notice.StatusCode);
        }

        await Replay(new { pack = Text }).Json(200);
    }

    private static string Candidate(params Action<JsonNode>[] changes)
    {
        var pack = JsonNode.Parse(Text)!;
        var flow = pack["flows"]!.AsArray().Single(one => one!["code"]!.GetValue<string>() == "publication")!;
        foreach (var change in changes) change(flow);
        return pack.ToJsonString();
    }

    private static JsonElement Row(JsonElement replay, RequestReview request)
        => replay.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("subjectId").GetGuid() == request.CaseId);

    private Task<HttpResponseMessage> Replay(object request, string user = "taishan-office")
        => service.As("taishan", Roles.Office, "general", user).PostAsJsonAsync("/api/review/taishan/rules/replay", request,
            Cancellation);
}
