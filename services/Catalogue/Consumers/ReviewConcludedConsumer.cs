using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Search;
using Disclosure.Contracts.Catalogue;
using Disclosure.Contracts.Review;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;
using Disclosure.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Consumers;

/// <summary>Publishes what was approved, and hands back what was not.</summary>
internal sealed partial class ReviewConcludedConsumer(CatalogueDb db, TimeProvider clock, RulePacks packs, ILogger<ReviewConcludedConsumer> log)
    : InboxConsumer<ReviewConcluded, CatalogueDb>(db, clock)
{
    /// <summary>Subject kind of our review cases.</summary>
    public const string SubjectKind = "catalogue.item";

    private readonly TimeProvider clock = clock;

    protected override async Task HandleAsync(ReviewConcluded message, CancellationToken cancellation)
    {
        if (message.SubjectKind != SubjectKind) return;
        var id = new ItemId(message.SubjectId);
        var item = await Db.Items.FirstOrDefaultAsync(i => i.Id == id && i.Authority == message.Authority, cancellation);
        if (item is null || !item.Awaits(message.CaseId))
        {
            LogStale(log, message.CaseId, message.SubjectId);
            return;
        }

        var now = clock.GetUtcNow();
        List<ReviewedChange> changes = [.. (message.Changes ?? []).Select(change => new ReviewedChange(change.Field, change.Value))];
        switch (message.Outcome)
        {
            case ReviewOutcome.Approved when item.Matches(message.ContentDigest, changes):
                item.Correct(changes);
                await PublishAsync(item, message, now, cancellation);
                break;
            case ReviewOutcome.Approved:
                // Invariant 1: what was approved is not what we hold. Nothing becomes public; the author submits again.
                LogDigestDiffers(log, message.CaseId, message.SubjectId);
                item.Return("审核通过的内容与现稿不一致，请核对后重新送审。", now);
                break;
            case ReviewOutcome.Returned:
                item.Return(message.Reason, now);
                break;
            case ReviewOutcome.Rejected:
                item.Reject(message.Reason, now);
                break;
            case ReviewOutcome.Withdrawn:
                item.ReturnToDraft(now);
                break;
            default:
                throw new InvalidOperationException($"Review case {message.CaseId} ended as {message.Outcome}, which this service does not know.");
        }
    }

    private async Task PublishAsync(Item item, ReviewConcluded conclusion, DateTimeOffset now, CancellationToken cancellation)
    {
        if (PublicationRules.Obstacle(item.Content) is { } obstacle)
        {
            // Whatever the review said: secrecy and scope are examined again at the last door.
            LogObstacle(log, item.Id.Value, obstacle.Code);
            item.Return(obstacle.Title + "。" + obstacle.Detail, now);
            return;
        }

        var isNew = item.Number is null;
        var number = isNew ? await Db.NextAsync(item.Authority, packs[item.Authority].OrganisationCode, ShanghaiTime.Date(now).Year, cancellation) : null;
        item.Publish(() => number!, now);
        var first = isNew ? now : await Db.Publications.Where(p => p.ItemId == item.Id).MinAsync(p => p.PublishedAt, cancellation);
        List<ItemId> companions = [.. item.Content.Companions().Select(id => new ItemId(id))];
        // Also what only the version before named: those pages lose their link.
        var before = await Db.Publications.AsNoTracking().Where(p => p.ItemId == item.Id && p.IsCurrent).Select(p => p.Companions).FirstOrDefaultAsync(cancellation);
        var related = await Db.RelatedAsync(item.Authority, item.Id, [.. companions, .. before ?? []], cancellation);
        await Db.ShowAsync(new Publication
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
            Content = item.Content with { },
            Companions = companions,
            Digest = item.Content.Digest(),
            CaseId = conclusion.CaseId,
            PublishedAt = now,
            FirstPublishedAt = first,
            IsCurrent = true,
        }, cancellation);
        if (isNew)
            Db.Publish(new ItemPublished(Guid.CreateVersion7(), now, item.Authority, item.Id.Value, item.IndexNumber!, item.Content.Category, item.Unit,
                item.Content.ProducedOn, item.Content.Digest(), related));
        else
            Db.Publish(new ItemRevised(Guid.CreateVersion7(), now, item.Authority, item.Id.Value, item.IndexNumber!, item.Content.Category, item.Revision,
                item.Content.Digest(), related));
    }

    [LoggerMessage(2001, LogLevel.Information, "Conclusion of case {CaseId} does not concern item {ItemId} as it stands; nothing changed")]
    private static partial void LogStale(ILogger logger, Guid caseId, Guid itemId);

    [LoggerMessage(2002, LogLevel.Error, "Case {CaseId} approved other content than item {ItemId} holds; nothing was published")]
    private static partial void LogDigestDiffers(ILogger logger, Guid caseId, Guid itemId);

    [LoggerMessage(2003, LogLevel.Error, "Item {ItemId} was approved but may not be published: {Obstacle}")]
    private static partial void LogObstacle(ILogger logger, Guid itemId, string obstacle);
}
