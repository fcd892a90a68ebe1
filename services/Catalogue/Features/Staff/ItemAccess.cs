using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>Finds items for whoever asks: what a person may not see does not exist for that person.</summary>
internal static class ItemAccess
{
    /// <summary>The items that the person may see.</summary>
    public static IQueryable<Item> SeenBy(this IQueryable<Item> items, Person who)
    {
        var ofAuthority = items.Where(i => i.Authority == who.Authority);
        if (who.SeesAllUnits()) return ofAuthority;
        var units = who.UnitsSeen();
        return ofAuthority.Where(i => units.Contains(i.Unit));
    }

    /// <summary>The item for reading.</summary>
    public static async Task<Outcome<Item>> FindAsync(CatalogueDb db, Person who, Guid id, CancellationToken cancellation)
    {
        var itemId = new ItemId(id);
        var item = await db.Items.SeenBy(who).FirstOrDefaultAsync(i => i.Id == itemId, cancellation);
        return item is null ? ItemFailures.NotFound : item;
    }

    /// <summary>The item for a change: unknown to whoever may not even see it.</summary>
    public static async Task<Outcome<Item>> FindForChangeAsync(CatalogueDb db, Person who, Guid id, CancellationToken cancellation)
    {
        var found = await FindAsync(db, who, id, cancellation);
        return found.Value is { } item && who.Over(item) is null ? ItemFailures.NotYourItem : found;
    }

    /// <summary>The person as one who changes the item, after <see cref="FindForChangeAsync"/>.</summary>
    public static Actor For(this Person who, Item item) => who.As(who.Over(item)!);
}
