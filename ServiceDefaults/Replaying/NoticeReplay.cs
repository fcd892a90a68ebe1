using Disclosure.Contracts.Calendars;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Disclosure.ServiceDefaults.Replaying;

/// <summary>A notice that was handed in, and what it would come to.</summary>
/// <param name="Year">The year; null where none can be told.</param>
/// <param name="Import">The import; null where no year can be told.</param>
public readonly record struct CheckedNotice(int? Year, NoticeImport? Import);

/// <summary>规则变更试算: what a notice of holidays would do to the open due days of a service, before it takes effect.</summary>
public static class NoticeReplay
{
    /// <summary>Rows told at most.</summary>
    public const int MaxRows = 100;

    private const int Batch = 5_000;

    /// <summary>No year can be told from the file, and none is given.</summary>
    public static Failure YearIsUnknown { get; } = new Failure(FailureKind.Invalid, "year-is-unknown", "看不出是哪一年的放假安排",
        $"文件中没有可识别的行；请写明年份（{WorkingCalendar.MinDate.Year + 1} 至 {WorkingCalendar.MaxDate.Year}）。").At("year");

    /// <summary>Who may ask: whoever imports, and whoever supervises.</summary>
    public static IReadOnlyList<string> Askers { get; } = [Roles.SystemAdmin, Roles.Office, Roles.Discipline, Roles.Director];

    /// <summary>Rows that are told to somebody: to whoever reads every matter of the authority. To an administrator only numbers are; a row
    /// would say of a matter that is not theirs to read what kind it is.</summary>
    /// <param name="reader">Who asks.</param>
    /// <returns>How many at most.</returns>
    public static int RowsFor(Person reader) => RoleSets.Supervision.Any(reader.Holds) ? MaxRows : 0;

    /// <summary>Maps the door of a service that has <see cref="IOpenClocks"/>.</summary>
    /// <param name="staff">The service's group <c>/api/{service}/{authority}</c>, for staff of the authority.</param>
    public static void MapNoticeReplay(this RouteGroupBuilder staff) => staff.MapPost("calendar/replay", ReplayAsync)
        .RequireRole([.. Askers]).WithName("ReplayNotice").WithSummary("试算放假安排对未办结期限的影响").WithTags("工作日历")
        .WithMetadata(new NoCommand());

    /// <summary>The notice contradicts itself, the law or the calendar; nothing was changed.</summary>
    /// <param name="import">What was found.</param>
    /// <returns>The failure with every conflict, at most 100.</returns>
    public static Failure HasConflicts(NoticeImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return new Failure(FailureKind.Invalid, "notice-has-conflicts", "放假安排有错误，没有采用", "请按每处提示更正后再试。")
        {
            Errors = new Dictionary<string, string[]> { ["csv"] = [.. import.Conflicts.Take(MaxRows).Select(found => found.Message)] },
        };
    }

    /// <summary>Reads a notice against a calendar.</summary>
    /// <param name="calendar">The authority's calendar.</param>
    /// <param name="request">The notice.</param>
    /// <returns>What it would come to.</returns>
    public static CheckedNotice Read(WorkingCalendar calendar, NoticeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((request.Year ?? HolidayNotice.YearOf(new StringReader(request.Csv))) is not { } year
            || CalendarAnswer.Create(calendar, year).Value is null) return default;
        using var csv = new StringReader(request.Csv);
        return new(year, request.Scope == NoticeScope.National ? HolidayNotice.Import(calendar, year, csv, request.Replace)
            : RegionalNotice.Import(calendar, year, csv, request.Replace));
    }

    private static async Task<Results<Ok<ReplayView>, ProblemHttpResult>> ReplayAsync(string authority, NoticeRequest request,
        HttpContext http, AuthorityCalendars calendars, IOpenClocks clocks, ReplayLimiter limiter, TimeProvider clock,
        CancellationToken cancellation)
    {
        var (year, import) = Read(calendars.Of(authority), request);
        if (year is null || import is null) return YearIsUnknown.ToProblem();
        if (import.Calendar is not { } calendar) return HasConflicts(import).ToProblem();
        using var place = limiter.Take(authority);
        return place.IsAcquired ? TypedResults.Ok(await OfAsync(clocks, http.Person(), calendar, LegalDay.Today(clock), cancellation))
            : ReplayLimiter.IsBusy.ToProblem();
    }

    /// <summary>Replays a calendar over the open due days of an authority, without what is kept from whoever asks.</summary>
    private static async Task<ReplayView> OfAsync(IOpenClocks clocks, Person reader, WorkingCalendar calendar, DateOnly today,
        CancellationToken cancellation)
    {
        var (counted, moved, overdue) = (0, 0, 0);
        var rows = new List<MovedDueDay>();
        OpenClock? last = null;
        while (true)
        {
            var page = await clocks.ListAsync(reader, last, Batch, cancellation);
            foreach (var open in page)
            {
                counted++;
                var due = open.DueBy(calendar);
                if (due == open.DueOn) continue;
                moved++;
                if (due < today && !(open.DueOn < today)) overdue++;
                if (rows.Count < RowsFor(reader)) rows.Add(new(open.SubjectKind, open.SubjectId, open.Name, open.Unit, open.DueOn, due));
            }

            if (page.Count < Batch) return new ReplayView(calendar.Version, counted, moved, overdue, rows);
            last = page[^1];
        }
    }
}
