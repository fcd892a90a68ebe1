using System.Security.Cryptography;
using System.Text.Json;
using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>起草: an officer writes an item.</summary>
internal static class DraftItem
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items", Handle)
        .RequireRole(Roles.Officer, Roles.Head, Roles.Office).WithName("DraftItem").WithSummary("起草信息");

    private static async Task<IResult> Handle(string authority, ItemRequest request, HttpContext http, CatalogueDb db, RulePacks packs, TimeProvider clock,
        CancellationToken cancellation)
    {
        var staff = http.User.Staff()!;
        var now = clock.GetUtcNow();
        var content = await request.CheckAsync(db, packs[authority], staff, ShanghaiTime.Date(now), null, cancellation);
        if (content.Failure is { } failure) return failure.ToProblem();
        var fingerprint = Fingerprint(JsonSerializer.SerializeToUtf8Bytes(content.Value));
        return await CreateAsync(http, db, staff, content.Value!, fingerprint, now, cancellation);
    }

    public static string Fingerprint(ReadOnlySpan<byte> request) => Convert.ToHexStringLower(SHA256.HashData(request));

    /// <summary>Creates the item once per <c>Idempotency-Key</c>: the same request again gets the same item.</summary>
    public static async Task<IResult> CreateAsync(HttpContext http, CatalogueDb db, StaffMember staff, ItemContent content, string fingerprint,
        DateTimeOffset now, CancellationToken cancellation)
    {
        var item = Item.Draft(staff.Authority, new Person(staff.Subject, staff.Name, staff.Unit), content, now);
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > RememberedRequest.MaxKey)
            return ItemFailures.Invalid(new Dictionary<string, string[]> { ["Idempotency-Key"] = [$"不超过 {RememberedRequest.MaxKey} 字。"] }).ToProblem();
        db.Items.Add(item);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // The insert waits for a request of the same key that is under way, so of two at once exactly one creates the item.
        if (key.Length > 0 && await db.RememberAsync(new RememberedRequest { Subject = staff.Subject, Key = key, Fingerprint = fingerprint, ItemId = item.Id.Value, At = now }, cancellation) is { } earlier)
            return await RepeatAsync(http, db, earlier, fingerprint, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Created(http, item);
    }

    private static async Task<IResult> RepeatAsync(HttpContext http, CatalogueDb db, RememberedRequest earlier, string fingerprint, CancellationToken cancellation)
    {
        if (earlier.Fingerprint != fingerprint) return ItemFailures.KeyReused.ToProblem();
        var id = new ItemId(earlier.ItemId);
        return Created(http, await db.Items.AsNoTracking().SingleAsync(i => i.Id == id, cancellation));
    }

    private static Microsoft.AspNetCore.Http.HttpResults.Created<ItemView> Created(HttpContext http, Item item)
    {
        http.Response.Headers.ETag = ItemAccess.ETag(item);
        return TypedResults.Created($"/api/catalogue/{item.Authority}/items/{item.Id.Value}", ItemView.Of(item));
    }
}
