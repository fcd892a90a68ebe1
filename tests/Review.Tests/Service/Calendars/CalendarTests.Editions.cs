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

/// <content>Which editions there are: what is refused, what changes nothing, and in which order they hold.</content>
public sealed partial class CalendarTests
{
    [Theory]
    [InlineData("date,isOffDay,name\n2027-01-01,true,元旦\n", 2027, Basis, "notice-has-conflicts")]
    [InlineData("date,isOffDay,name\n", null, Basis, "year-is-unknown")]
    [InlineData("date,isOffDay,name\n", 1890, Basis, "year-is-unknown")]
    [InlineData("date,isOffDay,name\n", 2027, " ", "basis-is-missing")]
    [InlineData("date,isOffDay,name\n", 2027, "两\n行", "basis-is-missing")]
    [InlineData("date,isOffDay,name\n", 2027, "反\u202E向", "basis-is-missing")]
    public async Task What_cannot_be_imported_says_why_and_changes_nothing(string csv, int? year, string basis, string code)
    {
        var before = await service.InDatabase(db => db.ImportedNotices.CountAsync(Cancellation));
        var problem = await Post(service.As("taishan", "office"), "calendar/notices",
            new NoticeRequest(NoticeScope.National, csv, year, true, basis)).Refused(422, code);
        if (code == "notice-has-conflicts") Assert.True(problem.GetProperty("errors").GetProperty("csv").GetArrayLength() > 5);
        Assert.Equal(before, await service.InDatabase(db => db.ImportedNotices.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task The_same_import_said_twice_is_one_edition()
    {
        var office = service.As("taishan", "office");
        var notice = new NoticeRequest(NoticeScope.National, HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2020) + "2020-07-06,true,试验假期\n",
            2020, true, Basis);
        try
        {
            await Post(office, "calendar/notices", notice, key: "same-notice").Json(200);
            await Post(office, "calendar/notices", notice, key: "same-notice").Json(200);
            Assert.Equal(1, await service.InDatabase(db => db.ImportedNotices.CountAsync(n => n.Authority == "taishan" && n.Year == 2020,
                Cancellation)));
        }
        finally
        {
            await Withdraw("taishan", NoticeScope.National, 2020);
        }
    }

    [Fact]
    public async Task What_is_so_already_makes_no_edition()
        => await Post(service.As("taishan", "office"), "calendar/notices", new NoticeRequest(NoticeScope.National,
            HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2021), 2021, true, Basis)).Refused(409, "nothing-changes");

    /// <summary>Editions hold from their commit: one that is numbered first and commits last would be passed over by whoever has seen the
    /// other.</summary>
    [Fact]
    public async Task An_edition_waits_for_the_one_that_is_written_before_it()
    {
        Task<HttpResponseMessage>? second = null;
        var first = Edition("gaotai", 2019, new(2019, 7, 9));
        try
        {
            await service.InDatabase(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
                await db.LockCalendarsAsync(Cancellation);
                second = Post(service.As("taishan", "office"), "calendar/notices", new NoticeRequest(NoticeScope.National,
                    HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2019) + "2019-07-08,true,试验假期\n", 2019, true, Basis));
                await Eventually.Holds(() => db.Database.SqlQuery<bool>($"""
                    select exists (select 1 from pg_locks where locktype = 'advisory' and not granted) as "Value"
                    """).SingleAsync(Cancellation), "the second waits");
                db.ImportedNotices.Add(first);
                await db.SaveChangesAsync(Cancellation);
                await transaction.CommitAsync(Cancellation);
                return true;
            });
            await second!.Json(200);
            // Whoever saw the second has seen the first.
            Assert.Equal((false, false), (service.CalendarOf("gaotai").Works(new(2019, 7, 9)),
                service.CalendarOf("taishan").Works(new(2019, 7, 8))));
        }
        finally
        {
            await Withdraw("taishan", NoticeScope.National, 2019);
            await Withdraw("gaotai", NoticeScope.National, 2019);
        }
    }

    [Fact]
    public async Task A_row_that_another_year_arranges_disturbs_nobody()
    {
        // 31 December 2022 stands in the notice of 2023; without it there, 2022 may have it, and both may come back in any order.
        var (of2022, of2023) = (HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2022), HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2023));
        var without = of2023.Replace("2022-12-31,true,元旦\n", "", StringComparison.Ordinal);
        var office = service.As("gaotai", "office");
        try
        {
            await Post(office, "calendar/notices", new(NoticeScope.National, without, 2023, true, Basis), "gaotai").Json(200);
            await Post(office, "calendar/notices", new(NoticeScope.National, of2022 + "2022-12-31,true,国庆节补休\n", 2022, true, Basis),
                "gaotai").Json(200);
            await Withdraw("gaotai", NoticeScope.National, 2023);
            await Post(service.As("taishan", "office"), "calendar/check", new(NoticeScope.National, of2022, 2022, true)).Json(200);
        }
        finally
        {
            await Withdraw("gaotai", NoticeScope.National, 2022);
        }
    }

    [Fact]
    public async Task The_national_notice_that_a_regional_one_rests_on_is_not_withdrawn_before_it()
    {
        var office = service.As("xinyuan", "office");
        try
        {
            await Post(office, "calendar/notices", new(NoticeScope.National, Notice2027, 2027, false, Basis), "xinyuan").Json(200);
            await Post(office, "calendar/notices", new(NoticeScope.Regional, "date,isOffDay,name\n2027-03-10,true,肉孜节\n", 2027, false,
                Basis),
                "xinyuan").Json(200);
            await Withdrawal("xinyuan", NoticeScope.National, 2027).Refused(409, "regional-notice-rests-on-it");
        }
        finally
        {
            await Withdraw("xinyuan", NoticeScope.Regional, 2027);
            await Withdraw("xinyuan", NoticeScope.National, 2027);
        }
    }

    private static readonly string Notice2027 = string.Join('\n', "date,isOffDay,name", "2027-01-01,true,元旦", "2027-02-05,true,春节",
        "2027-02-08,true,春节", "2027-02-09,true,春节", "2027-02-10,true,春节", "2027-04-05,true,清明节", "2027-05-03,true,劳动节",
        "2027-05-04,true,劳动节", "2027-06-09,true,端午节", "2027-09-15,true,中秋节", "2027-10-01,true,国庆节", "2027-10-04,true,国庆节",
        "2027-10-05,true,国庆节") + "\n";

    private ImportedNotice Edition(string authority, int year, DateOnly off) => new()
    {
        Id = Guid.CreateVersion7(),
        Authority = authority,
        Scope = NoticeScope.National,
        Year = year,
        Edition = 1,
        IsWithdrawn = false,
        Days = [.. WorkingCalendar.Embedded.NoticeOf(NoticeScope.National, year)!.Days, new NoticeDay(off, true, "试验假期")],
        At = service.Clock.GetUtcNow(),
        Basis = Basis,
        ImportedBy = "办公室",
    };
}
