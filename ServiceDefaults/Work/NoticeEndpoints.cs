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
        NoticeStore<TDb> notices, IWorkSource source, CancellationToken cancellation, bool unseen = false, string? after = null,
        int? limit = null)
        where TDb : ServiceDbContext
    {
        if (PageLimit.Of(limit) is not { } size) return PageLimit.LimitIsInvalid.ToProblem();
        Guid? from = Guid.TryParse(after, out var id) ? id : null;
        if (after is not null && from is null) return PageLimit.CursorIsInvalid.ToProblem();
        var who = http.Person();
        var mine = unseen ? notices.Unseen(authority, who) : notices.Of(authority, who);
        var found = await NoticeReading.PageAsync(source, mine, who, from, size + 1, cancellation);
        // The next page begins behind a notice that the reader was shown: the id of another one would tell of it.
        var shown = found.Take(size).ToList();
        var words = await WordsAsync(source, who, shown.Select(read => read.Notice), cancellation);
        return TypedResults.Ok(new Page<NoticeView>([.. shown.Select(read => View(read.Notice, read.Subject, words))],
            found.Count > size ? found[size - 1].Notice.Id.ToString() : null));
    }

    private static async Task<Results<Ok<NoticeView>, ProblemHttpResult>> OneAsync<TDb>(string authority, Guid id, HttpContext http,
        NoticeStore<TDb> notices, IWorkSource source, CancellationToken cancellation) where TDb : ServiceDbContext
    {
        var who = http.Person();
        var found = await source.Open(notices.Of(authority, who), who).Where(n => n.Id == id).ToListAsync(cancellation);
        var read = await NoticeReading.OfAsync(source, who, found, cancellation);
        if (read.Count == 0) return NotFound.ToProblem();
        var (notice, subject) = read[0];
        return TypedResults.Ok(View(notice, subject, await WordsAsync(source, who, [notice], cancellation)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SeenAsync<TDb>(string authority, SeenRequest request,
        HttpContext http, NoticeStore<TDb> notices, IWorkSource source, CancellationToken cancellation) where TDb : ServiceDbContext
    {
        if (request.Ids.Count > PageLimit.Max) return TooMany.ToProblem();
        var who = http.Person();
        await notices.SeenAsync(authority, who, request.Ids, cancellation);
        if (request.Ids.Count == 0) return TypedResults.NoContent();
        // What is not open to the receiver any more is shown on no list, so nobody could ever mark it.
        var newest = request.Ids.Max();
        await notices.SeenAsync(authority, who, await NoticeReading.HiddenAsync(source,
            notices.Unseen(authority, who).Where(n => n.Id <= newest), who, cancellation), cancellation);
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
            holding.AddRange((await NoticeReading.OfAsync(source, person, open, cancellation))
                .Select(read => new HoldingNotice(read.Notice.Id,
                read.Notice.Receiver, read.Notice.Kind, read.Subject.Title, read.Subject.Link, read.Notice.At)));
        }

        return TypedResults.Ok(new HoldingNotices([.. holding.OrderBy(notice => notice.Id)]));
    }

    /// <summary>Of notices that hold what was said with them, of the others what became of them.</summary>
    private static async Task<(IReadOnlyDictionary<Guid, string> Notes, IReadOnlyDictionary<Guid, string> Outcomes)> WordsAsync(
        IWorkSource source, Person who, IEnumerable<Notice> notices, CancellationToken cancellation)
    {
        var all = notices.ToLookup(notice => notice.SettledAt is null);
        IReadOnlyDictionary<Guid, string> none = new Dictionary<Guid, string>();
        return (all[true].ToList() is { Count: > 0 } holding ? await source.NotesAsync(who, holding, cancellation) : none,
            all[false].ToList() is { Count: > 0 } settled ? await source.OutcomesAsync(who, settled, cancellation) : none);
    }

    private static NoticeView View(Notice notice, WorkSubject subject,
        (IReadOnlyDictionary<Guid, string> Notes, IReadOnlyDictionary<Guid, string> Outcomes) words)
        => new(notice.Id, notice.Kind, subject.Title, subject.Link, notice.At, notice.SeenAt, notice.SettledAt is null,
            words.Outcomes.GetValueOrDefault(notice.Id), words.Notes.GetValueOrDefault(notice.Id));
}
