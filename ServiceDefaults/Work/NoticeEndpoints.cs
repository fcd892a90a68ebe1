using Disclosure.Contracts;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Work;

/// <summary>The doors of notices (通知): the receiver reads them and says what was seen; the notifier asks what still holds.</summary>
public static class NoticeEndpoints
{
    private static readonly Failure TooMany = new(FailureKind.Invalid, "too-many-notices", "一次不能超过这么多条", $"每次最多 {PageLimit.Max} 条。");

    private static readonly Failure NotFound = new(FailureKind.NotFound, "notice-not-found", "没有这条通知", "通知已经过期，或者不是发给您的。");

    internal static void Map<TDb>(RouteGroupBuilder work) where TDb : ServiceDbContext
    {
        work.MapGet("notices", ListAsync<TDb>).WithName("ListNotices").WithSummary("我的通知");
        work.MapGet("notices/{id:guid}", OneAsync<TDb>).WithName("GetNotice").WithSummary("一条通知");
        work.MapPost("notices/seen", SeenAsync<TDb>).WithName("SeeNotices").WithSummary("标记通知为已读")
            .WithMetadata(new NoCommand());
    }

    /// <summary>Maps the door of the notifier, which sends notices outside the page.</summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="authority">The service's group <c>/api/{service}/{authority}</c>, without demands on who calls.</param>
    public static void MapNotifier<TDb>(this RouteGroupBuilder authority) where TDb : ServiceDbContext
        => authority.MapPost("notices/holding", HoldingAsync<TDb>).RequireMachine(MachineClients.Notifier)
        .WithName("ListHoldingNotices").WithSummary("仍然有效、尚未读过的通知（仅供通知发送）").WithTags("待办与通知");

    private static async Task<Results<Ok<Page<NoticeView>>, ProblemHttpResult>> ListAsync<TDb>(string authority, HttpContext http,
        NoticeStore<TDb> notices, IWorkSource source, CancellationToken cancellation, bool unseen = false, Guid? after = null,
        int? limit = null)
        where TDb : ServiceDbContext
    {
        if (PageLimit.Of(limit) is not { } size) return PageLimit.LimitIsInvalid.ToProblem();
        var who = http.Person();
        var mine = unseen ? notices.Unseen(authority, who) : notices.Of(authority, who);
        // Ids are of version 7: their order is that of time.
        var found = await source.Open(mine, who).Where(n => after == null || n.Id < after)
            .OrderByDescending(n => n.Id).Take(size + 1).ToListAsync(cancellation);
        var page = found.Take(size).ToList();
        return TypedResults.Ok(new Page<NoticeView>([.. (await ReadAsync(source, who, page, cancellation))
            .Select(read => View(read.Notice, read.Subject))], found.Count > size ? page[^1].Id.ToString() : null));
    }

    private static async Task<Results<Ok<NoticeView>, ProblemHttpResult>> OneAsync<TDb>(string authority, Guid id, HttpContext http,
        NoticeStore<TDb> notices, IWorkSource source, CancellationToken cancellation) where TDb : ServiceDbContext
    {
        var who = http.Person();
        var found = await source.Open(notices.Of(authority, who), who).Where(n => n.Id == id).ToListAsync(cancellation);
        var read = await ReadAsync(source, who, found, cancellation);
        return read.Count == 0 ? NotFound.ToProblem() : TypedResults.Ok(View(read[0].Notice, read[0].Subject));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SeenAsync<TDb>(string authority, SeenRequest request,
        HttpContext http, NoticeStore<TDb> notices, CancellationToken cancellation) where TDb : ServiceDbContext
    {
        if (request.Ids.Count > PageLimit.Max) return TooMany.ToProblem();
        await notices.SeenAsync(authority, http.Person(), request.Ids, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<HoldingNotices>, ProblemHttpResult>> HoldingAsync<TDb>(string authority, HoldingRequest request,
        NoticeStore<TDb> notices, IWorkSource source, IPeople everybody, CancellationToken cancellation) where TDb : ServiceDbContext
    {
        if (request.Ids.Count > PageLimit.Max) return TooMany.ToProblem();
        var asked = await notices.HoldingAsync(authority, request.Ids, cancellation);
        var holding = new List<HoldingNotice>();
        foreach (var person in await notices.PeopleAsync(authority, everybody, asked.Select(group => group.Key), cancellation))
        {
            if (person.HasLeft) continue;
            Guid[] theirs = [.. asked[person.Subject]];
            var open = await source.Open(notices.Unseen(authority, person), person).Where(n => theirs.Contains(n.Id))
                .ToListAsync(cancellation);
            holding.AddRange((await ReadAsync(source, person, open, cancellation)).Select(read => new HoldingNotice(read.Notice.Id,
                read.Notice.Receiver, read.Notice.Kind, read.Subject.Title, read.Subject.Link, read.Notice.At)));
        }

        return TypedResults.Ok(new HoldingNotices([.. holding.OrderBy(notice => notice.Id)]));
    }

    /// <summary>The notices whose subject the receiver may know, with it.</summary>
    private static async Task<List<(Notice Notice, WorkSubject Subject)>> ReadAsync(IWorkSource source, Person receiver,
        List<Notice> notices, CancellationToken cancellation)
    {
        if (notices.Count == 0) return [];
        var subjects = await source.SubjectsAsync(receiver, [.. notices.Select(n => n.SubjectId).Distinct()], cancellation);
        return [.. from notice in notices
                   where subjects.ContainsKey(notice.SubjectId)
                   select (notice, subjects[notice.SubjectId])];
    }

    private static NoticeView View(Notice notice, WorkSubject subject)
        => new(notice.Id, notice.Kind, subject.Title, subject.Link, notice.At,
        notice.SeenAt, notice.SettledAt is null);
}
