using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Features.Staff;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Features.Work;

/// <summary>Catalogue's part of people's work: what is to be checked, what came back and what is drafted. Who has a submitted
/// item now is Review's to say.</summary>
internal sealed class CatalogueWork(CatalogueDb db) : IWorkSource
{
    public IReadOnlyList<string> DoneActs { get; } = [ItemActs.Submitted, ItemActs.RevisionOpened,
        ItemActs.ShownVersionChecked, ItemActs.Withdrawn];

    public async Task<IReadOnlyList<WorkItem>> ListAsync(WorkList list, Person who, WorkPlace? after, int limit,
        CancellationToken cancellation)
    {
        var checks = list == WorkList.Todo ? await ChecksAsync(who, after, limit, cancellation) : [];
        return [.. checks, .. await OwnAsync(list, who, after, limit - checks.Count, cancellation)];
    }

    /// <summary>核对公开版本: asked of everybody who may take it down, before all else, until one of them has answered.</summary>
    private async Task<IReadOnlyList<WorkItem>> ChecksAsync(Person who, WorkPlace? after, int limit, CancellationToken cancellation)
    {
        if (after is not null && after.Due > WorkPlace.AtOnce) return [];
        var items = ToBeChecked(who);
        if (after is not null && after.Due == WorkPlace.AtOnce)
        {
            var (at, id) = (WorkPlace.InstantOf(after.Order), new ItemId(after.Id));
            items = items.Where(i => i.ToBeCheckedSince < at
                || (i.ToBeCheckedSince == at && EF.Functions.GreaterThan(ValueTuple.Create(i.Id), ValueTuple.Create(id))));
        }

        var principal = who.Under(Roles.Office)?.Mandate;
        return [.. (await items.OrderByDescending(i => i.ToBeCheckedSince).ThenBy(i => i.Id).Take(limit)
            .Select(i => new { i.Id, i.Content.Title, i.Unit, Since = i.ToBeCheckedSince!.Value, Cause = i.ToBeCheckedCause!.Value })
            .ToListAsync(cancellation))
            .Select(i => new WorkItem(SubjectKinds.CatalogueItem, i.Id.Value, i.Title, "核对公开版本", i.Unit, i.Since, null, null, null,
                [WorkFlag.ToBeChecked], $"新版本{NotPublicTerms.Happened(i.Cause)}，公开版本仍在网上", Link(i.Id),
                new WorkPlace(WorkPlace.AtOnce, WorkPlace.Latest(i.Since), i.Id.Value).ToString(),
                principal!.Principal == who.Subject ? null : principal.PrincipalName))];
    }

    private async Task<IReadOnlyList<WorkItem>> OwnAsync(WorkList list, Person who, WorkPlace? after, int limit,
        CancellationToken cancellation)
        => [.. (await (list == WorkList.Todo ? After(Unfinished(who), after) : After(Failed(who), after))
            .OrderBy(i => i.State == ItemState.Draft || i.State == ItemState.InReview ? 1 : 0).ThenByDescending(i => i.UpdatedAt)
            .ThenBy(i => i.Id).Take(limit)
            .Select(i => new { i.Id, i.State, i.Content.Title, i.Unit, i.UpdatedAt, i.LastReason, i.Revision }).ToListAsync(cancellation))
            .Select(i => new WorkItem(SubjectKinds.CatalogueItem, i.Id.Value, i.Title, Step(i.State, i.Revision), i.Unit, i.UpdatedAt, null,
                null, null, i.State == ItemState.Returned ? [WorkFlag.Returned] : [],
                i.State == ItemState.Draft ? null : i.LastReason, Link(i.Id), Place(i.State, i.UpdatedAt, i.Id).ToString()))];

    public async Task<WorkNumbers> CountAsync(Person who, DateOnly today, int limit, CancellationToken cancellation)
        => new(await Unfinished(who).OrderBy(i => i.Id).Take(limit).CountAsync(cancellation)
            + await ToBeChecked(who).OrderBy(i => i.Id).Take(limit).CountAsync(cancellation), 0,
            await Failed(who).OrderBy(i => i.Id).Take(limit).CountAsync(cancellation));

    public Guid? SubjectOf(AuditRecord act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act.SubjectId;
    }

    public async Task<IReadOnlyDictionary<Guid, WorkSubject>> SubjectsAsync(Person reader, IReadOnlyCollection<Guid> subjects,
        CancellationToken cancellation)
    {
        ItemId[] ids = [.. subjects.Select(id => new ItemId(id))];
        return (await db.Items.AsNoTracking().SeenBy(reader).Where(i => ids.Contains(i.Id))
            .Select(i => new { i.Id, i.Content.Title, i.Unit }).ToListAsync(cancellation))
            .ToDictionary(i => i.Id.Value, i => new WorkSubject(SubjectKinds.CatalogueItem, i.Title, i.Unit, Link(i.Id)));
    }

    /// <summary>No item is kept from whoever wrote it.</summary>
    public IQueryable<Notice> Open(IQueryable<Notice> notices, Person receiver) => notices;

    /// <summary>Somebody works on the item again: there is no more to say of it.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> OutcomesAsync(Person reader, IReadOnlyCollection<Notice> settled,
        CancellationToken cancellation)
        => Task.FromResult<IReadOnlyDictionary<Guid, string>>(new Dictionary<Guid, string>());

    /// <summary>Why it came back, was turned down or was taken off, as long as that is how the item stands.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NotesAsync(Person reader, IReadOnlyCollection<Notice> holding,
        CancellationToken cancellation)
    {
        ItemId[] ids = [.. holding.Where(notice => StateOf(notice.Kind) is not null || notice.Kind == NoticeKind.ShownChecked)
            .Select(notice => new ItemId(notice.SubjectId)).Distinct()];
        if (ids.Length == 0) return new Dictionary<Guid, string>();
        var findings = await FindingsAsync([.. holding.Where(notice => notice.Kind == NoticeKind.ShownChecked)
            .Select(notice => notice.SubjectId).Distinct()], cancellation);
        var items = await db.Items.AsNoTracking().SeenBy(reader).Where(i => ids.Contains(i.Id))
            .Select(i => new { i.Id, i.State, i.LastReason, i.ToBeCheckedCause, i.ToBeCheckedReason })
            .ToDictionaryAsync(i => i.Id.Value, cancellation);
        return (from notice in holding
                where items.ContainsKey(notice.SubjectId)
                let item = items[notice.SubjectId]
                let reason = notice.Kind == NoticeKind.ShownChecked ? findings.GetValueOrDefault(notice.SubjectId)
                    : StateOf(notice.Kind) == item.State ? item.LastReason : null
                let words = notice.Step == ItemNotices.ShownVersion && item.ToBeCheckedCause is { } cause
                    ? CheckShown(cause, item.ToBeCheckedReason) : reason
                where words is not null
                select (notice.Id, words)).ToDictionary(row => row.Id, row => row.words);
    }

    /// <summary>What was found in the version shown when it was checked last, by item.</summary>
    private async Task<Dictionary<Guid, string?>> FindingsAsync(Guid[] items, CancellationToken cancellation) => items.Length == 0 ? []
        : (await db.AuditEntries.AsNoTracking().Where(e => e.Act == ItemActs.ShownVersionChecked && e.SubjectId != null
            && items.Contains(e.SubjectId.Value)).OrderBy(e => e.Position).Select(e => new { e.SubjectId, e.Reason })
            .ToListAsync(cancellation)).GroupBy(e => e.SubjectId!.Value).ToDictionary(e => e.Key, e => e.Last().Reason);

    /// <summary>What is asked of whoever may take the item down.</summary>
    private static string CheckShown(NotPublicCause cause, string? reason)
        => $"新版本{NotPublicTerms.Happened(cause)}，公众看到的版本仍在公开：请立即核对其中有没有同样的内容，有的立即撤下，没有的写明核对情况。"
        + (reason is null ? "" : cause == NotPublicCause.FoundSecret ? $"认定涉密的理由：{reason}" : reason);

    /// <summary>The state of an item that a notice with a reason tells of.</summary>
    private static ItemState? StateOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Returned => ItemState.Returned,
        NoticeKind.Rejected or NoticeKind.FoundSecret or NoticeKind.NotPublished => ItemState.Rejected,
        NoticeKind.TakenDown => ItemState.Withdrawn,
        _ => null,
    };

    /// <summary>Items whose public version may hold what is not for the public, of whoever may take it down.</summary>
    private IQueryable<Item> ToBeChecked(Person who)
    {
        var mayTakeDown = !who.IsKeptApart && who.Holds(Roles.Office);
        return db.Items.AsNoTracking().SeenBy(who).Where(i => mayTakeDown && i.ToBeCheckedSince != null);
    }

    /// <summary>Drafts and returned items of the person, or of whom the person stands in for.</summary>
    private IQueryable<Item> Unfinished(Person who) => WrittenBy(who)
        .Where(i => i.State == ItemState.Draft || i.State == ItemState.Returned);

    /// <summary>Items whose review has ended and whose conclusion could not be carried out: they wait for the operators.</summary>
    private IQueryable<Item> Failed(Person who) => WrittenBy(who).Where(i => i.State == ItemState.InReview && i.LastReason != null);

    private IQueryable<Item> WrittenBy(Person who)
    {
        string[] authors = who.IsKeptApart ? [] : [.. who.StandsFor.Distinct(StringComparer.Ordinal)];
        return db.Items.AsNoTracking().SeenBy(who).Where(i => authors.Contains(i.Author));
    }

    private static IQueryable<Item> After(IQueryable<Item> items, WorkPlace? after)
    {
        // Items have no due day: behind every place that has one.
        if (after is null || after.Due < WorkPlace.Returned) return items;
        var (at, id) = (WorkPlace.InstantOf(after.Order), new ItemId(after.Id));
        return after.Due == WorkPlace.Returned
            ? items.Where(i => i.State != ItemState.Returned || i.UpdatedAt < at
                || (i.UpdatedAt == at && EF.Functions.GreaterThan(ValueTuple.Create(i.Id), ValueTuple.Create(id))))
            : items.Where(i => i.State != ItemState.Returned && (i.UpdatedAt < at
                || (i.UpdatedAt == at && EF.Functions.GreaterThan(ValueTuple.Create(i.Id), ValueTuple.Create(id)))));
    }

    private static WorkPlace Place(ItemState state, DateTimeOffset updatedAt, ItemId id)
        => new(state == ItemState.Returned ? WorkPlace.Returned : WorkPlace.Undated, WorkPlace.Latest(updatedAt), id.Value);

    private static string Step(ItemState state, int revision) => state switch
    {
        ItemState.Returned => "修改后重新送审",
        ItemState.Draft when revision > 0 => "修订，写好后送审",
        ItemState.Draft => "起草，写好后送审",
        _ => "结论没能办理，等待系统管理员",
    };

    private static string Link(ItemId id) => $"/staff/items/{id.Value}";
}
