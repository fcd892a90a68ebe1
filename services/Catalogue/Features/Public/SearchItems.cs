using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Search;
using Disclosure.Contracts;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Features.Public;

/// <summary>Lists and searches public items; a 文号 or 索引号 finds exactly its document.</summary>
internal static class SearchItems
{
    private static readonly Failure QueryIsTooLong = new(FailureKind.Invalid, "query-is-too-long", "检索词过长",
        $"检索词不超过 {PublicItemQuery.MaxQuery} 字。");

    private static readonly Failure SortIsUnknown = new(FailureKind.Invalid, "sort-is-unknown", "没有这种排序", "可选：date（按日期）、relevance（按相关度）。");

    private static readonly Failure DateIsOutOfRange = new(FailureKind.Invalid, "date-is-out-of-range", "日期超出范围",
        $"请输入 {PublicItemQuery.FirstYear} 年至 {PublicItemQuery.LastYear} 年之间的日期。");

    public static async Task<Results<Ok<Page<PublicItemRow>>, ProblemHttpResult>> Handle(string authority,
        [AsParameters] PublicItemQuery request, CatalogueDb db, RulePacks packs,
        CancellationToken cancellation)
    {
        if (request.Q?.Length > PublicItemQuery.MaxQuery)
            return QueryIsTooLong.ToProblem();
        if (request.Sort is not (null or PublicItemQuery.ByDate or PublicItemQuery.ByRelevance))
            return SortIsUnknown.ToProblem();
        if (request.From is { } from && !PublicItemQuery.IsDay(from) || request.To is { } to && !PublicItemQuery.IsDay(to))
            return DateIsOutOfRange.ToProblem();
        if (PageLimit.Of(request.Limit) is not { } limit) return PageLimit.LimitIsInvalid.ToProblem();
        PageCursor? cursor = null;
        if (request.After is { } after && (cursor = PageCursor.Parse(after)) is null) return PageLimit.CursorIsInvalid.ToProblem();
        var text = string.IsNullOrWhiteSpace(request.Q) ? null : request.Q.Trim();
        var pack = packs[authority];
        var matches = Filter(db, authority, request);
        if (text is not null)
        {
            if (await ExactAsync(matches, text, limit, cancellation) is { Count: > 0 } exact)
                return TypedResults.Ok(new Page<PublicItemRow>([.. exact.Select(p => PublicViews.Row(p, pack, null))], null, exact.Count));
            if (SearchText.Query(text) is not { } query) return TypedResults.Ok(new Page<PublicItemRow>([], null, 0));
            return await RankedAsync(matches, query, text, request.Sort, limit, cursor, pack, cancellation);
        }

        var total = await matches.Take(PublicLimits.MaxCounted).CountAsync(cancellation);
        return await ByDateAsync(matches, null, limit, cursor, total, pack, cancellation);
    }

    private static IQueryable<Publication> Filter(CatalogueDb db, string authority, PublicItemQuery request)
    {
        var items = db.Publications.AsNoTracking().Where(p => p.Authority == authority && p.IsCurrent);
        if (request.Category is { } category) items = items.Where(p => p.Category == category);
        if (request.Unit is { } unit) items = items.Where(p => p.Unit == unit);
        if (request.From is { } from)
        {
            var start = LegalDay.Start(from);
            items = items.Where(p => p.FirstPublishedAt >= start);
        }

        if (request.To is { } to)
        {
            var end = LegalDay.Start(to.AddDays(1));
            items = items.Where(p => p.FirstPublishedAt < end);
        }

        return items;
    }

    private static Task<List<Publication>> ExactAsync(IQueryable<Publication> items, string text, int wanted,
        CancellationToken cancellation)
    {
        var key = DocumentKey.Of(text);
        var number = DocumentKey.Number(text);
        return items.Where(p => p.IndexNumber == number || p.Number == number || p.DocumentKey == key)
            .OrderByDescending(p => p.FirstPublishedAt).ThenByDescending(p => p.ItemId)
            .Take(wanted).ToListAsync(cancellation);
    }

    private static async Task<Ok<Page<PublicItemRow>>> RankedAsync(IQueryable<Publication> items, string query, string text, string? sort,
        int limit, PageCursor? cursor,
        RulePack pack, CancellationToken cancellation)
    {
        var terms = SearchText.Terms(text);
        var found = items.Where(p => EF.Property<NpgsqlTypes.NpgsqlTsVector>(p, PublicationStore.Search)
            .Matches(EF.Functions.ToTsQuery("simple", query)));
        var total = await found.Take(PublicLimits.MaxCounted).CountAsync(cancellation);
        if (sort == PublicItemQuery.ByDate) return await ByDateAsync(found, terms, limit, cursor, total, pack, cancellation);
        var ranked = found.Select(p => new
        {
            Item = p,
            Rank = EF.Property<NpgsqlTypes.NpgsqlTsVector>(p, PublicationStore.Search).Rank(EF.Functions.ToTsQuery("simple", query)),
        });
        if (cursor is { Rank: { } rank })
        {
            var lastId = new ItemId(cursor.Id);
            ranked = ranked.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.Rank, r.Item.FirstPublishedAt, r.Item.ItemId),
                ValueTuple.Create(rank, cursor.At, lastId)));
        }

        var rows = await ranked.OrderByDescending(r => r.Rank).ThenByDescending(r => r.Item.FirstPublishedAt)
            .ThenByDescending(r => r.Item.ItemId)
            .Take(limit + 1).ToListAsync(cancellation);
        var page = rows.Take(limit).Select(r => PublicViews.Row(r.Item, pack, terms)).ToList();
        var last = rows.Count > limit ? rows[limit - 1] : null;
        return TypedResults.Ok(new Page<PublicItemRow>(page,
            last is null ? null : new PageCursor(last.Item.FirstPublishedAt, last.Item.ItemId.Value, last.Rank).ToString(), total));
    }

    private static async Task<Ok<Page<PublicItemRow>>> ByDateAsync(IQueryable<Publication> items, IReadOnlyList<string>? terms, int limit,
        PageCursor? cursor, int total,
        RulePack pack, CancellationToken cancellation)
    {
        if (cursor is not null)
        {
            var lastId = new ItemId(cursor.Id);
            items = items.Where(p
                => EF.Functions.LessThan(ValueTuple.Create(p.FirstPublishedAt, p.ItemId), ValueTuple.Create(cursor.At, lastId)));
        }

        var rows = await items.OrderByDescending(p => p.FirstPublishedAt).ThenByDescending(p => p.ItemId).Take(limit + 1)
            .ToListAsync(cancellation);
        var more = rows.Count > limit;
        if (more) rows.RemoveAt(limit);
        return TypedResults.Ok(new Page<PublicItemRow>([.. rows.Select(p => PublicViews.Row(p, pack, terms))],
            more ? new PageCursor(rows[^1].FirstPublishedAt, rows[^1].ItemId.Value).ToString() : null, total));
    }
}
