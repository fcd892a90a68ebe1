using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>Finds the item a member of staff may act on, at the version they have read.</summary>
internal static class ItemAccess
{
    /// <summary>Roles that see every unit's items; the others see their own unit's.</summary>
    private static readonly string[] SeeAll =
        [Roles.Office, Roles.Deputy, Roles.Director, Roles.Policy, Roles.Secrecy, Roles.LeadingGroup, Roles.Discipline];

    public static bool SeesAllUnits(this StaffMember staff) => staff.Roles.Overlaps(SeeAll);

    public static bool MaySee(this StaffMember staff, Item item) => item.Authority == staff.Authority && (staff.SeesAllUnits() || item.Unit == staff.Unit);

    /// <summary>The author, the head of the unit and the office may change an item.</summary>
    public static bool MayChange(this StaffMember staff, Item item) => item.Authority == staff.Authority
        && (item.Author == staff.Subject || staff.Is(Roles.Office) || (staff.Is(Roles.Head) && item.Unit == staff.Unit));

    public static async Task<Item?> FindAsync(CatalogueDb db, string authority, Guid id, CancellationToken cancellation)
    {
        var itemId = new ItemId(id);
        return await db.Items.FirstOrDefaultAsync(i => i.Id == itemId && i.Authority == authority, cancellation);
    }

    /// <summary>The item for a change: 404 when the person may not even see it, 403 when not change it, 428/412 without the right version.</summary>
    public static async Task<Outcome<Item>> ForChangeAsync(CatalogueDb db, string authority, Guid id, StaffMember staff, HttpRequest request,
        CancellationToken cancellation)
    {
        var item = await FindAsync(db, authority, id, cancellation);
        if (item is null || !staff.MaySee(item)) return ItemFailures.NotFound;
        if (!staff.MayChange(item)) return ItemFailures.NotYourItem;
        var match = request.GetTypedHeaders().IfMatch;
        if (match is not { Count: > 0 }) return ItemFailures.VersionIsMissing;
        // "*" asks only that the item exists (RFC 9110, 13.1.1).
        return match.Any(tag => tag.Tag == "*" || tag.Tag == ETag(item)) ? item : ItemFailures.ChangedMeanwhile;
    }

    public static string ETag(Item item) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{item.Version}\"");

    /// <summary>Saves; a change by somebody else in between is a 412, not an error.</summary>
    public static async Task<Failure?> SaveAsync(CatalogueDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ItemFailures.ChangedMeanwhile;
        }
    }

    public static IResult Ok(HttpContext http, Item item)
    {
        http.Response.Headers.ETag = ETag(item);
        return TypedResults.Ok(ItemView.Of(item));
    }
}
