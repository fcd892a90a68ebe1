using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Search;
using Disclosure.Contracts.Catalogue;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Rules.Packs;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Publishing;

/// <summary>发布: makes the approved content the one that citizens read.</summary>
/// <remarks>Within the caller's transaction, which holds the authority's audit log: what is written past the context waits for nobody
/// then.</remarks>
internal sealed class PublishItem(CatalogueDb db, RulePacks packs)
{
    /// <summary>Publishes what the item holds, under the case that approved it.</summary>
    public async Task<AuditFact> PublishAsync(Item item, Actor who, Guid caseId, DateTimeOffset now, CancellationToken cancellation)
    {
        var isNew = item.Number is null;
        var number = isNew ? await db.NextAsync(item.Authority, packs[item.Authority].OrganisationCode.Value, LegalDay.Of(now).Year,
            cancellation) : null;
        var fact = item.Publish(who, number, now);
        var first = isNew ? now : await db.Publications.Where(p => p.ItemId == item.Id).MinAsync(p => p.PublishedAt, cancellation);
        // Also what only the version before named: those pages lose their link.
        var before = await db.NamedByPublicationAsync(item.Id, cancellation);
        var publication = Publication(item, caseId, now, first);
        var related = await db.RelatedAsync(item.Authority, item.Id, [.. publication.Companions, .. before], cancellation);
        await db.ShowAsync(publication, cancellation);
        Tell(item, isNew, related, now);
        return fact;
    }

    private static Publication Publication(Item item, Guid caseId, DateTimeOffset now, DateTimeOffset first) => new()
    {
        ItemId = item.Id,
        Revision = item.Revision,
        Authority = item.Authority,
        Unit = item.Unit,
        Number = item.Number!,
        IndexNumber = item.IndexNumber!,
        Title = item.Content.Title,
        Category = item.Content.Category,
        DocumentKey = DocumentKey.Of(item.Content.DocumentNumber),
        ProducedOn = item.Content.ProducedOn,
        Content = item.Content,
        Companions = [.. item.Content.Companions().Select(id => new ItemId(id))],
        Digest = item.Content.Digest(),
        CaseId = caseId,
        PublishedAt = now,
        FirstPublishedAt = first,
        IsCurrent = true,
    };

    private void Tell(Item item, bool isNew, IReadOnlyList<string>? related, DateTimeOffset now)
    {
        var (id, content) = (Guid.CreateVersion7(), item.Content);
        if (isNew)
            db.Publish(new ItemPublished(id, now, item.Authority, item.Id.Value, item.IndexNumber!, content.Category, item.Unit,
            content.ProducedOn, content.Digest(), related));
        else
            db.Publish(new ItemRevised(id, now, item.Authority, item.Id.Value, item.IndexNumber!, content.Category, item.Revision,
            content.Digest(), related));
    }
}
