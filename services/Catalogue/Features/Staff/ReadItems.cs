using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>Items of the own unit (or, for those who look after all, of the authority), last changed first.</summary>
internal static class ReadItems
{
    private static readonly Failure StateIsUnknown = new(FailureKind.Invalid, "state-is-unknown", "没有这种状态",
        $"可选：{string.Join('、', Enum.GetValues<ItemState>().Select(state => Codes.Of(state)))}。");

    public static void Map(RouteGroupBuilder staff)
    {
        staff.MapGet("items", List).WithName("ListItems").WithSummary("本单位信息列表");
        staff.MapGet("items/{id:guid}", Get).WithName("GetItem").WithSummary("信息详情");
    }

    private static async Task<Results<Ok<Page<StaffItemRow>>, ProblemHttpResult>> List(HttpContext http, CatalogueDb db,
        CancellationToken cancellation, string? state = null, bool mine = false, [FromQuery(Name = "public")] bool isPublic = false,
        bool toBeChecked = false, bool foundSecret = false, bool notPublished = false, string? after = null, int? limit = null)
    {
        var who = http.Person();
        if (PageLimit.Of(limit) is not { } size) return PageLimit.LimitIsInvalid.ToProblem();
        var items = db.Items.AsNoTracking().SeenBy(who);
        if (mine)
        {
            // Whoever takes over finds what was left behind.
            string[] authors = [.. who.StandsFor.Distinct(StringComparer.Ordinal)];
            items = items.Where(i => authors.Contains(i.Author));
        }

        if (state is not null)
        {
            if (Codes.Parse<ItemState>(state) is not { } wanted) return StateIsUnknown.ToProblem();
            items = items.Where(i => i.State == wanted);
        }

        // What is revised stays public: its state is that of the next version.
        if (isPublic) items = items.Where(i => i.Revision > 0 && i.State != ItemState.Withdrawn);
        if (toBeChecked) items = items.Where(i => i.ToBeCheckedSince != null);
        if (foundSecret) items = items.Where(i => i.State == ItemState.Rejected && i.Content.Secrecy == Secrecy.Classified);
        if (notPublished) items = items.Where(i => i.State == ItemState.Rejected && i.Content.Secrecy != Secrecy.Classified
            && (i.Content.Attribute != DisclosureAttribute.Proactive || i.Content.Scope != DisclosureScope.Public));
        if (after is not null)
        {
            if (PageCursor.Parse(after) is not { } cursor) return PageLimit.CursorIsInvalid.ToProblem();
            var lastId = new ItemId(cursor.Id);
            items = items.Where(i => EF.Functions.LessThan(ValueTuple.Create(i.UpdatedAt, i.Id), ValueTuple.Create(cursor.At, lastId)));
        }

        var rows = await items.OrderByDescending(i => i.UpdatedAt).ThenByDescending(i => i.Id).Take(size + 1)
            .Select(i => new StaffItemRow(i.Id.Value, i.State, i.Content.Title, i.Content.Category, i.Unit, i.AuthorName, i.Number,
                i.LastReason, i.Content.Secrecy, i.UpdatedAt, i.Revision > 0 && i.State != ItemState.Withdrawn, i.ToBeCheckedSince,
                i.Content.Attribute, i.Content.Scope))
            .ToListAsync(cancellation);
        var more = rows.Count > size;
        if (more) rows.RemoveAt(size);
        return TypedResults.Ok(new Page<StaffItemRow>(rows, more ? new PageCursor(rows[^1].UpdatedAt, rows[^1].Id).ToString() : null));
    }

    private static async Task<Results<Ok<StaffItem>, ProblemHttpResult>> Get(Guid id, HttpContext http, CatalogueDb db,
        TimeProvider clock, CancellationToken cancellation)
    {
        var found = await ItemAccess.FindAsync(db, http.Person(), id, cancellation);
        if (found.Failure is { } unknown) return unknown.ToProblem();
        http.Response.Headers.ETag = CommandContext.ETag(found.Value!.Version);
        return TypedResults.Ok(StaffViews.Item(found.Value!, http.Person(), LegalDay.Of(clock.GetUtcNow())));
    }
}
