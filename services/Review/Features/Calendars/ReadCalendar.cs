using Disclosure.Contracts.Calendars;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.Replaying;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Calendars;

/// <summary>工作日历: shows a year of the authority's, and checks a notice without importing it.</summary>
internal static class ReadCalendar
{
    private const int MaxEditions = 100;

    public static void Map(RouteGroupBuilder cases)
    {
        cases.MapGet("calendar/{year:int}", ShowAsync).WithName("ShowCalendar").WithSummary("本机关一年的工作日历").WithTags("工作日历");
        cases.MapPost("calendar/check", Check).RequireRole([.. NoticeReplay.Askers]).WithName("CheckNotice")
            .WithSummary("核对放假安排，不导入").WithTags("工作日历").WithMetadata(new NoCommand());
    }

    private static async Task<Results<Ok<CalendarYearView>, ProblemHttpResult>> ShowAsync(string authority, int year, ReviewDb db,
        AuthorityCalendars calendars, CancellationToken cancellation)
    {
        var calendar = calendars.Of(authority);
        if (CalendarAnswer.Create(calendar, year).Value is not { } answer) return NoticeReplay.YearIsUnknown.ToProblem();
        var imports = await db.ImportedNotices.AsNoTracking().Where(n => n.Authority == authority && n.Year == year)
            .OrderByDescending(n => n.Position).Take(MaxEditions)
            .Select(n => new NoticeEditionView(n.Scope, n.Edition, n.IsWithdrawn, n.Basis, n.At, n.ImportedBy)).ToListAsync(cancellation);
        return TypedResults.Ok(new CalendarYearView(year, answer.Calendar, answer.Loaded, answer.Provisional, answer.WorkingDays,
            NoticeInput.Days(answer.Days), answer.Region, answer.RegionLoaded, NoticeInput.Days(answer.RegionDays), imports));
    }

    private static Results<Ok<NoticeCheckView>, ProblemHttpResult> Check(string authority, NoticeRequest request,
        AuthorityCalendars calendars)
    {
        var calendar = calendars.Of(authority);
        var read = NoticeReplay.Read(calendar, request);
        if (read.Year is not { } year || read.Import is not { } import) return NoticeReplay.YearIsUnknown.ToProblem();
        var changed = import.Calendar is { } then ? Changed(calendar, then, year) : [];
        return TypedResults.Ok(new NoticeCheckView(year, import.Calendar is not null, NoticeInput.Findings(import.Conflicts),
            NoticeInput.Findings(import.Warnings), import.Calendar is { } with ? CalendarAnswer.Create(with, year).Value!.WorkingDays
                : null,
            import.Calendar?.Version, changed.Count, [.. changed.Take(NoticeReplay.MaxRows)]));
    }

    private static IReadOnlyList<ChangedDay> Changed(WorkingCalendar before, WorkingCalendar after, int year)
    {
        // The last days of December before belong to the notice too.
        var first = new DateOnly(year - 1, 12, 1);
        return [.. Enumerable.Range(0, new DateOnly(year, 12, 31).DayNumber - first.DayNumber + 1).Select(first.AddDays)
            .Where(day => before.Works(day) != after.Works(day))
            .Select(day => new ChangedDay(day, after.Works(day), after.IsWorkingDay(day).Name))];
    }
}
