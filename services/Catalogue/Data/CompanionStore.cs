using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Data;

/// <summary>What accompanies an item, whichever of the two names the other.</summary>
internal sealed record CompanionItems(IReadOnlyList<Item> Interpretations, IReadOnlyList<Item> Interprets, Item? PreDisclosed);

/// <summary>Finds what items and publications name, from both ends.</summary>
internal static class CompanionStore
{
    private const int Max = 50;

    public static async Task<CompanionItems> CompanionsOfAsync(this CatalogueDb db, Item item, CancellationToken cancellation)
    {
        List<ItemId> named = [.. item.Companions.Select(id => new ItemId(id))];
        var self = item.Id.Value;
        var items = await db.Items.AsNoTracking()
            .Where(i => i.Authority == item.Authority && i.Id != item.Id && i.State != ItemState.Rejected && i.State != ItemState.Withdrawn
            && (named.Contains(i.Id) || i.Companions.Contains(self))).OrderBy(i => i.CreatedAt).ThenBy(i => i.Id).Take(Max)
            .ToListAsync(cancellation);
        return new CompanionItems(
            [.. items.Where(other => Names(item.Content.Interpretations, other.Id) || Names(other.Content.Interprets, item.Id))],
            [.. items.Where(other => Names(item.Content.Interprets, other.Id) || Names(other.Content.Interpretations, item.Id))],
            items.FirstOrDefault(other => other.Id.Value == item.Content.PreDisclosureItem));
    }

    /// <summary>The current publications that accompany this one.</summary>
    public static Task<List<Publication>> CompanionsOfAsync(this CatalogueDb db, Publication publication, CancellationToken cancellation)
        => db.Publications.AsNoTracking().Where(p => p.Authority == publication.Authority && p.IsCurrent && p.ItemId != publication.ItemId
            && (publication.Companions.Contains(p.ItemId) || p.Companions.Contains(publication.ItemId)))
            .OrderBy(p => p.FirstPublishedAt).ThenBy(p => p.ItemId).Take(Max).ToListAsync(cancellation);

    /// <summary>Index numbers of the public items whose pages change when this version comes or goes.</summary>
    public static async Task<IReadOnlyList<string>?> RelatedAsync(this CatalogueDb db, string authority, ItemId item,
        IReadOnlyCollection<ItemId> named, CancellationToken cancellation)
    {
        var numbers = await db.Publications.AsNoTracking().Where(p => p.Authority == authority && p.IsCurrent && p.ItemId != item
            && (named.Contains(p.ItemId) || p.Companions.Contains(item))).Select(p => p.IndexNumber).Order().Take(Max)
            .ToListAsync(cancellation);
        return numbers.Count == 0 ? null : numbers;
    }

    /// <summary>What the current publication of an item names; nothing where there is none.</summary>
    public static async Task<IReadOnlyCollection<ItemId>> NamedByPublicationAsync(this CatalogueDb db, ItemId item,
        CancellationToken cancellation)
        => await db.Publications.AsNoTracking().Where(p => p.ItemId == item && p.IsCurrent).Select(p => p.Companions)
        .FirstOrDefaultAsync(cancellation) ?? [];

    /// <summary>Whether these ids name the item.</summary>
    public static bool Names(IReadOnlyList<Guid>? ids, ItemId item) => ids?.Contains(item.Value) == true;
}
