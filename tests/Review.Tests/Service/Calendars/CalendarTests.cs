using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.Calendars;
using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service.Calendars;

/// <summary>An authority imports notices of holidays for itself: its open due days are counted anew, nobody else's are.</summary>
[Collection(nameof(OneService))]
public sealed partial class CalendarTests(ReviewService service)
{
    private const string Basis = "国办发明电〔2026〕1号（试验）";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateOnly Today => LegalDay.Of(service.Clock.GetUtcNow());

    [Fact]
    public async Task Open_due_days_follow_an_imported_notice_and_come_back_when_it_is_withdrawn()
    {
        var ours = await service.Open(ReviewService.Request("taishan", "culture", author: "taishan-officer"));
        var theirs = await service.Open(ReviewService.Request("bijie", author: "bijie-officer"));
        var (office, reader) = (service.As("taishan", "office"), service.As("taishan", "officer", "culture", "taishan-officer"));
        var before = DueOf(await reader.Case(ours));
        var elsewhere = DueOf(await service.As("bijie", "officer", "art", "bijie-officer").Case(theirs));
        var notice = NoticeWithDayOff(before);

        // It is known what would move before anything does.
        var replay = await Post(office, "calendar/replay", notice).Json(200);
        Assert.Contains(replay.GetProperty("rows").EnumerateArray(), row => row.GetProperty("subjectId").GetGuid() == ours.CaseId
            && row.GetProperty("before").GetString() == $"{before:O}" && row.GetProperty("after").GetString() != $"{before:O}");
        Assert.True(replay.GetProperty("moved").GetInt32() <= replay.GetProperty("counted").GetInt32());
        Assert.Equal(before, DueOf(await reader.Case(ours)));

        try
        {
            var year = await Post(office, "calendar/notices", notice).Json(200);
            Assert.Equal((before.Year, Basis), (year.GetProperty("year").GetInt32(),
                year.GetProperty("imports")[0].GetProperty("basis").GetString()));
            var after = new DateOnly();
            await Eventually.Holds(async () => (after = DueOf(await reader.Case(ours))) > before, "the due day was counted anew");
            Assert.Equal(Walk(notice.Csv, before), after);
            var step = StepOf(await reader.Case(ours));
            Assert.Contains($"原为 {before:O}，因放假安排调整重新计算", step.GetProperty("dueExplanation").GetString(), StringComparison.Ordinal);
            Assert.Equal(elsewhere, DueOf(await service.As("bijie", "officer", "art", "bijie-officer").Case(theirs)));

            var change = Assert.Single(await service.InDatabase(db => db.DueChanges.Where(c
                => c.SubjectId == ours.CaseId).ToListAsync(Cancellation)));
            Assert.Equal(("taishan", before, after), (change.Authority, change.Before, change.After));
            Assert.NotEqual(change.CalendarBefore, change.CalendarAfter);
            await Eventually.Holds(() => Recorded("taishan", CalendarActs.Recounted), "the recount is in the audit log");
            Assert.True(await Recorded("taishan", CalendarActs.Imported));
        }
        finally
        {
            await Withdraw("taishan", NoticeScope.National, before.Year);
        }

        await Eventually.Holds(async () => DueOf(await reader.Case(ours)) == before, "the due day came back");
        Assert.DoesNotContain("原为", StepOf(await reader.Case(ours)).GetProperty("dueExplanation").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_due_day_counted_by_a_replica_that_had_not_heard_yet_is_found()
    {
        var ours = await service.Open(ReviewService.Request("taishan", "culture", author: "taishan-officer"));
        var reader = service.As("taishan", "officer", "culture", "taishan-officer");
        var right = DueOf(await reader.Case(ours));
        await service.InDatabase(db => db.Database.ExecuteSqlAsync(
            $"""
            update review_steps set due_on = due_on + 1, sort_on = sort_on + 1, due_counted_by = 'older'
            where case_id = {ours.CaseId} and state = 'Open'
            """, Cancellation));
        // Nothing is imported here: the look that comes anyway finds it.
        service.Clock.Advance(TimeSpan.FromMinutes(11));
        await Eventually.Holds(async () => DueOf(await reader.Case(ours)) == right, "the due day was counted anew");
    }

    [Fact]
    public async Task An_import_is_told_to_the_other_services_and_again_to_a_service_that_comes_later()
    {
        var office = service.As("taishan", "system-admin");
        var csv = HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2024) + "2024-07-08,true,试验假期\n";
        try
        {
            await Post(office, "calendar/notices", new NoticeRequest(NoticeScope.National, csv, 2024, true, Basis), "taishan").Json(200);
            await Eventually.Holds(() => Task.FromResult(Told("taishan", 2024).Count == 1), "it was told");
            await service.AskForCalendars("late-comer");
            await Eventually.Holds(() => Task.FromResult(Told("taishan", 2024).Count == 2), "it was told again");
            var (first, second) = (Told("taishan", 2024)[0], Told("taishan", 2024)[1]);
            Assert.Equal((1, false, first.OccurredAt), (first.Edition, first.IsWithdrawn, second.OccurredAt));
            Assert.Equal(WorkingCalendar.Embedded.NoticeOf(NoticeScope.National, 2024)!.Days
                .Append(new NoticeDay(new(2024, 7, 8), true, "试验假期")).OrderBy(day => day.Date)
                .Select(day => (day.Date, day.IsOffDay, day.Name)), second.Days.Select(day => (day.Date, day.IsOffDay, day.Name)));
        }
        finally
        {
            await Withdraw("taishan", NoticeScope.National, 2024);
        }

        await Eventually.Holds(() => Task.FromResult(Told("taishan", 2024).Any(told => told is { Edition: 2, IsWithdrawn: true })),
            "its end was told");
        await Withdrawal("taishan", NoticeScope.National, 2024).Refused(409, "nothing-to-withdraw");
    }

    [Fact]
    public async Task The_region_of_xinyuan_makes_a_year_final_and_other_authorities_have_none()
    {
        var office = service.As("xinyuan", "office");
        async Task<JsonElement> Year() => await office.GetFromJsonAsync<JsonElement>("/api/review/xinyuan/calendar/2026", Cancellation);
        Assert.Equal((true, false), ((await Year()).GetProperty("provisional").GetBoolean(),
            (await Year()).GetProperty("regionLoaded").GetBoolean()));
        var notice = new NoticeRequest(NoticeScope.Regional, "date,isOffDay,name\n2026-12-20,true,试验节\n2026-12-21,true,试验节\n", 2026,
            false, Basis);
        var check = await Post(office, "calendar/check", notice, "xinyuan").Json(200);
        Assert.True(check.GetProperty("isAcceptable").GetBoolean());
        Assert.Equal("2026-12-21", Assert.Single(check.GetProperty("changed").EnumerateArray()).GetProperty("date").GetString());
        try
        {
            var shown = await Post(office, "calendar/notices", notice, "xinyuan").Json(200);
            Assert.True(shown.GetProperty("regionLoaded").GetBoolean());
            Assert.Equal(2, shown.GetProperty("regionDays").GetArrayLength());
            await Post(office, "calendar/notices", notice, "xinyuan").Refused(422, "notice-has-conflicts");
        }
        finally
        {
            await Withdraw("xinyuan", NoticeScope.Regional, 2026);
        }

        Assert.False((await Year()).GetProperty("regionLoaded").GetBoolean());
        await Post(service.As("bijie", "office"), "calendar/notices", notice, "bijie").Refused(422, "notice-has-conflicts");
    }

    /// <summary>The year's notice with one more working day off: the one that a due day falls on.</summary>
    private static NoticeRequest NoticeWithDayOff(DateOnly day) => new(NoticeScope.National,
        HolidayNotice.ToCsv(WorkingCalendar.Embedded, day.Year) + $"{day:yyyy-MM-dd},true,试验假期\n", day.Year, Replace: true, Basis);

    /// <summary>The first working day after one, the slow way.</summary>
    private static DateOnly Walk(string csv, DateOnly from)
    {
        var calendar = HolidayNotice.Import(WorkingCalendar.Embedded, from.Year, new StringReader(csv), replace: true).Calendar!;
        do from = from.AddDays(1);
        while (!calendar.Works(from));
        return from;
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string door, NoticeRequest notice, string authority = "taishan",
        string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/review/{authority}/{door}")
        {
            Content = JsonContent.Create(new
            {
                scope = Codes.Of(notice.Scope),
                csv = notice.Csv,
                year = notice.Year,
                replace = notice.Replace,
                basis = notice.Basis,
            }),
        };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request, Cancellation);
    }

    private async Task Withdraw(string authority, NoticeScope scope, int year) => await Withdrawal(authority, scope, year).Json(200);

    private Task<HttpResponseMessage> Withdrawal(string authority, NoticeScope scope, int year) => service.As(authority, "office")
        .PostAsJsonAsync($"/api/review/{authority}/calendar/withdrawals", new { scope = Codes.Of(scope), year, reason = "试验结束" },
            Cancellation);

    private List<CalendarNoticeChanged> Told(string authority, int year)
        => [.. service.Calendars.Where(told => told.Authority == authority && told.Year == year)];

    private Task<bool> Recorded(string authority, string act)
        => service.InDatabase(db => db.AuditEntries.AnyAsync(e => e.Authority == authority && e.Act == act, Cancellation));

    private static JsonElement StepOf(JsonElement review)
        => review.GetProperty("steps").EnumerateArray().First(step => step.GetProperty("state").GetString() == "open");

    private static DateOnly DueOf(JsonElement review) => DateOnly.Parse(StepOf(review).GetProperty("dueOn").GetString()!, null);
}
