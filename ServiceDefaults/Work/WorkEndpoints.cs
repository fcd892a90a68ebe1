using Disclosure.Contracts;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Work;

/// <summary>The doors of people's work, the same in every service: what waits for the caller, what the caller waits for and did, and how
/// much of it there is.</summary>
public static class WorkEndpoints
{
    /// <summary>Counting ends here; a larger number says "at least".</summary>
    private const int MaxCounted = 1_000;

    private static readonly Failure ListIsUnknown = new(FailureKind.Invalid, "list-is-unknown", "没有这个列表",
        $"可选：{string.Join('、', Enum.GetValues<WorkList>().Select(list => Codes.Of(list)))}。");

    /// <summary>Maps them, and those of notices.</summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="staff">The service's group <c>/api/{service}/{authority}</c>, for staff of the authority.</param>
    public static void MapWork<TDb>(this RouteGroupBuilder staff) where TDb : ServiceDbContext
    {
        var work = staff.MapGroup("").WithTags("待办与通知");
        work.MapGet("work", ListAsync<TDb>).WithName("ListWork").WithSummary("我的事项：待办、待他人办理、已办");
        work.MapGet("work/counts", CountAsync<TDb>).WithName("CountWork").WithSummary("我的事项和未读通知的数量");
        NoticeEndpoints.Map<TDb>(work);
    }

    private static async Task<Results<Ok<Page<WorkItem>>, ProblemHttpResult>> ListAsync<TDb>(string authority, HttpContext http,
        IWorkSource source, AuditLog<TDb> audit, CancellationToken cancellation, string? list = null, string? after = null,
        int? limit = null) where TDb : ServiceDbContext
    {
        if (PageLimit.Of(limit) is not { } size) return PageLimit.LimitIsInvalid.ToProblem();
        var wanted = list is null ? WorkList.Todo : Codes.Parse<WorkList>(list);
        if (wanted is null) return ListIsUnknown.ToProblem();
        var who = http.Person();
        if (wanted == WorkList.Done)
        {
            var from = after is null ? null : DonePlace.Parse(after);
            if (after is not null && from is null) return PageLimit.CursorIsInvalid.ToProblem();
            return TypedResults.Ok(await DoneAsync(authority, who, source, audit, from, size, cancellation));
        }

        var place = after is null ? null : WorkPlace.Parse(after);
        if (after is not null && place is null) return PageLimit.CursorIsInvalid.ToProblem();
        var rows = await source.ListAsync(wanted.Value, who, place, size + 1, cancellation);
        return TypedResults.Ok(new Page<WorkItem>([.. rows.Take(size)], rows.Count > size ? rows[size - 1].Place : null));
    }

    private static async Task<Page<WorkItem>> DoneAsync<TDb>(string authority, Person who, IWorkSource source, AuditLog<TDb> audit,
        DonePlace? after, int size, CancellationToken cancellation) where TDb : ServiceDbContext
    {
        var entries = await audit.DoneBy(authority, who, source.DoneActs, after).Take(size + 1).ToListAsync(cancellation);
        var page = entries.Take(size).ToList();
        var subjects = await source.SubjectsAsync(who, [.. page.Select(source.SubjectOf).OfType<Guid>().Distinct()], cancellation);
        // What the person did with something that is not open to the person any more stays in the audit log alone.
        return new Page<WorkItem>([.. from entry in page
                                      let id = source.SubjectOf(entry)
                                      where id is not null && subjects.ContainsKey(id.Value)
                                      select ToView(entry, id.Value, subjects[id.Value])],
            entries.Count > size ? PlaceOf(page[^1]).ToString() : null);
    }

    private static WorkItem ToView(AuditRecord entry, Guid id, WorkSubject subject) => new(subject.Kind, id, subject.Title,
        ActTerms.Of(entry.Act), subject.Unit, entry.At, null, null, null, [], entry.Reason, subject.Link, PlaceOf(entry).ToString(),
        entry.OnBehalfOfName);

    private static DonePlace PlaceOf(AuditRecord entry) => new(entry.At, entry.Service, entry.Position);

    private static async Task<Ok<WorkCounts>> CountAsync<TDb>(string authority, HttpContext http, IWorkSource source,
        NoticeStore<TDb> notices, TimeProvider clock, CancellationToken cancellation) where TDb : ServiceDbContext
    {
        var who = http.Person();
        var numbers = await source.CountAsync(who, LegalDay.Today(clock), MaxCounted, cancellation);
        return TypedResults.Ok(new WorkCounts(numbers.Todo, numbers.Overdue, numbers.Waiting,
            await NoticeReading.CountAsync(source, notices.Unseen(authority, who), who, cancellation)));
    }
}
