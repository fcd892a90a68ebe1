using System.Globalization;
using System.Text.Json;
using Disclosure.Contracts;
using Disclosure.Contracts.Calendars;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Features.Shared;
using Disclosure.Rules.Calendar;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.Replaying;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Calendars;

/// <summary>Imports a notice of holidays (放假安排) into the authority's calendar, or takes an import back.</summary>
/// <remarks>Open due days are counted anew right after; every other service is told.</remarks>
internal static class ImportNotice
{
    private static readonly Failure NothingToWithdraw = new(FailureKind.Conflict, "nothing-to-withdraw", "本机关没有导入过这一年的放假安排",
        "平台自带的安排和日历目录里的安排不能在这里撤销。");

    private static readonly Failure NothingChanges = new(FailureKind.Conflict, "nothing-changes", "与现行的放假安排相同，没有导入", "无须处理。");

    private static readonly Failure RegionalRestsOnIt = new(FailureKind.Conflict, "regional-notice-rests-on-it", "本地区的放假安排以它为基础",
        "请先撤销本地区这一年的放假安排。");

    public static void Map(RouteGroupBuilder cases)
    {
        cases.MapPost("calendar/notices", HandleAsync).RequireRole(Roles.SystemAdmin, Roles.Office).WithName("ImportNotice")
            .WithSummary("导入放假安排").WithTags("工作日历");
        cases.MapPost("calendar/withdrawals", WithdrawAsync).RequireRole(Roles.SystemAdmin, Roles.Office).WithName("WithdrawNotice")
            .WithSummary("撤销导入的放假安排").WithTags("工作日历");
    }

    private static async Task<Results<Created<CreatedId>, ProblemHttpResult>> HandleAsync(string authority, NoticeRequest request,
        HttpContext http, ReviewDb db, CommandRunner<ReviewDb> commands, AuditLog<ReviewDb> audit, CalendarKeeper<ReviewDb> keeper,
        AuthorityCalendars calendars, TimeProvider clock, CancellationToken cancellation)
    {
        var basis = (request.Basis ?? "").Trim();
        if (!NoticeInput.IsText(basis)) return NoticeInput.BasisIsMissing.ToProblem();
        var caller = Caller.Of(http, request, Roles.SystemAdmin, Roles.Office);
        int? read = null;
        var imported = await commands.CreateAsync<ImportedNotice>(caller.Command, async () =>
        {
            // Of two imports at once the second is read against the first.
            await audit.LockAsync(authority, cancellation);
            await db.LockCalendarsAsync(cancellation);
            await keeper.RefreshAsync(cancellation);
            var calendar = calendars.Of(authority);
            var (year, import) = NoticeReplay.Read(calendar, request);
            if (year is null || import is null) return NoticeReplay.YearIsUnknown;
            if (import.Notice is not { } notice) return NoticeReplay.HasConflicts(import);
            if (import.Calendar!.Version == calendar.Version) return NothingChanges;
            read = year;
            var edition = await NextAsync(db, authority, notice.Scope, notice.Year, cancellation);
            return Made(db, caller, Edition(authority, notice, edition, basis, caller, clock), CalendarActs.Imported);
        }, cancellation);
        if (imported.Failure is null) await keeper.FollowAsync(cancellation);
        return imported.ToCreated(http, _ => $"/api/review/{authority}/calendar/{read ?? YearOf(request)}");
    }

    private static async Task<Results<Created<CreatedId>, ProblemHttpResult>> WithdrawAsync(string authority,
        NoticeWithdrawalRequest request, HttpContext http, ReviewDb db, CommandRunner<ReviewDb> commands, AuditLog<ReviewDb> audit,
        CalendarKeeper<ReviewDb> keeper, AuthorityCalendars calendars, TimeProvider clock, CancellationToken cancellation)
    {
        var reason = (request.Reason ?? "").Trim();
        if (!NoticeInput.IsText(reason)) return NoticeInput.ReasonIsMissing.ToProblem();
        var caller = Caller.Of(http, request, Roles.SystemAdmin, Roles.Office);
        var withdrawn = await commands.CreateAsync<ImportedNotice>(caller.Command, async () =>
        {
            await audit.LockAsync(authority, cancellation);
            await db.LockCalendarsAsync(cancellation);
            await keeper.RefreshAsync(cancellation);
            var next = await NextAsync(db, authority, request.Scope, request.Year, cancellation);
            if (!await db.ImportedNotices.AnyAsync(n => n.Authority == authority && n.Scope == request.Scope && n.Year == request.Year
                && n.Edition == next - 1 && !n.IsWithdrawn, cancellation)) return NothingToWithdraw;
            if (request.Scope == NoticeScope.National && !calendars.BaseOf(authority).IsLoaded(request.Year)
                && calendars.Of(authority).IsLoaded(request.Year, NoticeScope.Regional)) return RegionalRestsOnIt;
            return Made(db, caller, Edition(authority, new CalendarNotice(request.Scope, request.Year, []), next, reason, caller, clock,
                isWithdrawn: true), CalendarActs.Withdrawn);
        }, cancellation);
        if (withdrawn.Failure is null) await keeper.FollowAsync(cancellation);
        return withdrawn.ToCreated(http, _ => $"/api/review/{authority}/calendar/{request.Year}");
    }

    /// <summary>The year of a request that took effect before: the same content says the same year.</summary>
    private static int? YearOf(NoticeRequest request) => request.Year ?? HolidayNotice.YearOf(new StringReader(request.Csv));

    private static async Task<int> NextAsync(ReviewDb db, string authority, NoticeScope scope, int year, CancellationToken cancellation)
        => 1 + (await db.ImportedNotices.Where(n => n.Authority == authority && n.Scope == scope && n.Year == year)
            .MaxAsync(n => (int?)n.Edition, cancellation) ?? 0);

    private static ImportedNotice Edition(string authority, CalendarNotice notice, int edition, string basis, Caller caller,
        TimeProvider clock, bool isWithdrawn = false)
    {
        var now = clock.GetUtcNow();
        return new ImportedNotice
        {
            Id = Guid.CreateVersion7(now),
            Authority = authority,
            Scope = notice.Scope,
            Year = notice.Year,
            Edition = edition,
            IsWithdrawn = isWithdrawn,
            Days = notice.Days,
            At = now,
            Basis = basis,
            ImportedBy = caller.Person.Name,
        };
    }

    private static Creation<ImportedNotice> Made(ReviewDb db, Caller caller, ImportedNotice notice, string act)
    {
        db.Publish(notice.Changed());
        var whose = notice.Scope == NoticeScope.National ? "全国" : "本地区";
        return new(notice, new AuditFact(act, caller.Command.Actor)
        {
            SubjectKind = SubjectKinds.ReviewCalendar,
            SubjectId = notice.Id,
            Title = string.Create(CultureInfo.InvariantCulture, $"{whose} {notice.Year} 年放假安排（第 {notice.Edition} 版）"),
            Reason = notice.Basis,
            Detail = JsonSerializer.Serialize(NoticeInput.Days(notice.Days), JsonSerializerOptions.Web),
        });
    }
}
