using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Search;
using Disclosure.Documents.Bodies;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Data;

/// <summary>Puts versions on and off the public exits, inside the caller's transaction.</summary>
internal static class PublicationStore
{
    public const string Search = "Search";

    /// <summary>Makes this version the one that citizens see, and findable.</summary>
    public static async Task ShowAsync(this CatalogueDb db, Publication publication, CancellationToken cancellation)
    {
        await db.HideAsync(publication.ItemId, cancellation);
        db.Publications.Add(publication);
        await db.SaveChangesAsync(cancellation);
        var vector = SearchText
            .Vector(publication.Title, [publication.Content.DocumentNumber, .. publication.Content.Keywords, publication.Content.Summary],
            BodyText.Of(publication.Content.Body));
        await db.Database.ExecuteSqlAsync($"""
            update publications set search = cast({vector} as tsvector)
            where item_id = {publication.ItemId.Value} and revision = {publication.Revision}
            """, cancellation);
    }

    /// <summary>The version that citizens see, not to be changed; null where they see none.</summary>
    public static Task<Publication?> ShownAsync(this CatalogueDb db, ItemId item, CancellationToken cancellation)
        => db.Publications.AsNoTracking().SingleOrDefaultAsync(p => p.ItemId == item && p.IsCurrent, cancellation);

    /// <summary>Takes the item's versions off every public exit; the record stays.</summary>
    public static Task HideAsync(this CatalogueDb db, ItemId item, CancellationToken cancellation)
        => db.Publications.Where(p => p.ItemId == item && p.IsCurrent)
        .ExecuteUpdateAsync(set => set.SetProperty(p => p.IsCurrent, false), cancellation);
}
