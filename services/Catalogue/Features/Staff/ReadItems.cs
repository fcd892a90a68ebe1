using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>Items of the own unit (or, for those who look after all, of the authority), last changed first.</summary>
internal static class ReadItems
{
    public const int MaxLimit = 100;

    public static void Map(RouteGroupBuilder staff)
    {
        staff.MapGet("items", List).WithName("ListItems").WithSummary("本单位信息列表");
        staff.MapGet("items/{id:guid}", Get).WithName("GetItem").WithSummary("信息详情");
    }

    private static async Task<IResult> List(string authority, HttpContext http, CatalogueDb db, CancellationToken cancellation,
        ItemState? state = null, bool mine = false, string? after = null, int limit = 20)
    {
        var staff = http.User.Staff()!;
        limit = Math.Clamp(limit, 1, MaxLimit);
        var items = db.Items.AsNoTracking().Where(i => i.Authority == authority);
        if (!staff.SeesAllUnits()) items = items.Where(i => i.Unit == staff.Unit);
        if (mine) items = items.Where(i => i.Author == staff.Subject);
        if (state is { } wanted) items = items.Where(i => i.State == wanted);
        if (after is not null)
        {
            if (PageCursor.Parse(after) is not { } cursor) return PageCursor.Invalid.ToProblem();
            var lastId = new ItemId(cursor.Id);
            items = items.Where(i => EF.Functions.LessThan(ValueTuple.Create(i.UpdatedAt, i.Id), ValueTuple.Create(cursor.At, lastId)));
        }

        var rows = await items.OrderByDescending(i => i.UpdatedAt).ThenByDescending(i => i.Id).Take(limit + 1)
            .Select(i => new ItemRow(i.Id.Value, i.State, i.Content.Title, i.Content.Category, i.Unit, i.AuthorName, i.Number, i.LastReason, i.UpdatedAt))
            .ToListAsync(cancellation);
        var more = rows.Count > limit;
        if (more) rows.RemoveAt(limit);
        return TypedResults.Ok(new Page<ItemRow>(rows, more ? new PageCursor(rows[^1].UpdatedAt, rows[^1].Id).ToString() : null));
    }

    private static async Task<IResult> Get(string authority, Guid id, HttpContext http, CatalogueDb db, CancellationToken cancellation)
    {
        var item = await ItemAccess.FindAsync(db, authority, id, cancellation);
        return item is null || !http.User.Staff()!.MaySee(item) ? ItemFailures.NotFound.ToProblem() : ItemAccess.Ok(http, item);
    }
}
