using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>Which items a member of staff may see and change.</summary>
internal static class ItemAccess
{
    /// <summary>Roles that see every unit's items; the others see their own unit's.</summary>
    private static readonly string[] SeeAll =
        [Roles.Office, Roles.Deputy, Roles.Director, Roles.Policy, Roles.Secrecy, Roles.LeadingGroup, Roles.Discipline];

    public static bool SeesAllUnits(this StaffMember staff) => staff.Roles.Overlaps(SeeAll);

    public static bool MaySee(this StaffMember staff, Item item) => item.Authority == staff.Authority
        && (staff.SeesAllUnits() || item.Unit == staff.Unit);

    /// <summary>The author, the head of the unit and the office may change an item.</summary>
    public static bool MayChange(this StaffMember staff, Item item) => item.Authority == staff.Authority
        && (item.Author == staff.Subject || staff.Is(Roles.Office) || (staff.Is(Roles.Head) && item.Unit == staff.Unit));

    /// <summary>The item for reading; unknown to whoever may not see it.</summary>
    public static async Task<Outcome<Item>> FindAsync(CatalogueDb db, StaffMember staff, Guid id, CancellationToken cancellation)
    {
        var itemId = new ItemId(id);
        var item = await db.Items.FirstOrDefaultAsync(i => i.Id == itemId && i.Authority == staff.Authority, cancellation);
        return item is null || !staff.MaySee(item) ? ItemFailures.NotFound : item;
    }

    /// <summary>The item for a change: unknown to whoever may not even see it.</summary>
    public static async Task<Outcome<Item>> FindForChangeAsync(CatalogueDb db, StaffMember staff, Guid id, CancellationToken cancellation)
    {
        var found = await FindAsync(db, staff, id, cancellation);
        return found.Value is { } item && !staff.MayChange(item) ? ItemFailures.NotYourItem : found;
    }
}
