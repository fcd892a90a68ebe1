using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Publishing;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Consumers;

/// <summary>Publishes what was approved, hands back what was not, and ends what reviewers determined not to be public.</summary>
internal sealed partial class ReviewConcludedConsumer(CatalogueDb db, AuditLog<CatalogueDb> audit, TimeProvider clock, PublishItem publish,
    ItemNotices notices, RulePacks packs, ILogger<ReviewConcludedConsumer> log) : InboxConsumer<ReviewConcluded, CatalogueDb>(db, clock)
{
    private readonly TimeProvider clock = clock;

    protected override async Task HandleAsync(ReviewConcluded message, CancellationToken cancellation)
    {
        if (message.SubjectKind != SubjectKinds.CatalogueItem) return;
        await audit.LockAsync(message.Authority, cancellation);
        var id = new ItemId(message.SubjectId);
        var item = await Db.Items.FirstOrDefaultAsync(i => i.Id == id && i.Authority == message.Authority, cancellation);
        if (item is null || !item.Awaits(message.CaseId))
        {
            LogStale(log, message.CaseId, message.SubjectId);
            return;
        }

        var fact = await ConcludeAsync(item, message, cancellation);
        await notices.TellAsync(item, Told(item, message), fact.Actor, cancellation);
        await Db.RecordAsync(audit, message.Authority, item, [fact], cancellation);
    }

    /// <summary>What became of the item, which need not be what the review concluded.</summary>
    private static NoticeKind Told(Item item, ReviewConcluded message) => item.State switch
    {
        ItemState.Published => NoticeKind.Published,
        ItemState.Rejected => message.FoundSecret ? NoticeKind.FoundSecret
            : item.NotPublic is null ? NoticeKind.Rejected : NoticeKind.NotPublished,
        _ => message.Outcome == ReviewOutcome.Withdrawn ? NoticeKind.Recalled : NoticeKind.Returned,
    };

    private async Task<AuditFact> ConcludeAsync(Item item, ReviewConcluded message, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // The platform carries out what a person has decided, and says who that was.
        var who = Actor.System(message.Authority, message.DecidedBy);
        return message.Outcome switch
        {
            ReviewOutcome.Approved => await ApprovedAsync(item, message, who, now, cancellation),
            ReviewOutcome.Returned => item.Return(who, message.Reason, now),
            ReviewOutcome.Rejected when message.FoundSecret => item.FindSecret(who, message.Reason, now),
            ReviewOutcome.Rejected => item.Reject(who, message.Reason, now),
            ReviewOutcome.Withdrawn => item.Recall(who, now),
            _ => throw new InvalidOperationException(
                $"Review case {message.CaseId} ended as {message.Outcome}, which this service does not know."),
        };
    }

    private async Task<AuditFact> ApprovedAsync(Item item, ReviewConcluded message, Actor who, DateTimeOffset now,
        CancellationToken cancellation)
    {
        List<ReviewerChange> changes = [.. (message.Changes ?? []).Select(change => new ReviewerChange(change.Field, change.Value))];
        if (!item.Matches(message.ContentDigest, changes))
        {
            // Invariant 1: what was approved is not what we hold. Nothing becomes public; the author submits again.
            LogDigestDiffers(log, message.CaseId, message.SubjectId);
            return item.Return(who, "审核通过的内容与现稿不一致，请核对后重新送审。", now);
        }

        item.Correct(changes);
        if (NotPublicTerms.Of(item.Content.Attribute, item.Content.Scope) is { } cause)
            return item.NotPublish(who, cause, Determined(item, cause, message.Corrections ?? []), now);
        if (PublicationRules.Obstacle(item.Content) is not { } obstacle) return await publish
            .PublishAsync(item, who, message.CaseId, now, cancellation);
        // Whatever the review said: secrecy and scope are examined again at the last door.
        LogObstacle(log, item.Id.Value, obstacle.Code);
        return item.Return(who, obstacle.Title + "。" + obstacle.Detail, now);
    }

    /// <summary>What was determined, on which ground, by whom and at which step: the author reads it instead of being asked to correct
    /// what is no mistake.</summary>
    private string Determined(Item item, NotPublicCause cause, IReadOnlyList<ReviewCorrection> corrections)
    {
        var by = corrections.LastOrDefault(one => one.Field == (cause == NotPublicCause.Internal ? "scope" : "attribute"));
        var ground = cause == NotPublicCause.Internal ? "不向社会公开"
            : packs[item.Authority].Grounds.FirstOrDefault(known => known.Code == item.Content.Ground)?.Name ?? item.Content.Ground;
        return $"审核确定为{NotPublicTerms.Name(cause)}：{ground}{(by is null ? "" : $"（{by.By}，{by.Step}）")}。"
            + (string.IsNullOrWhiteSpace(by?.Reason) ? "" : $"审核意见：{by.Reason}");
    }

    [LoggerMessage(2001, LogLevel.Information, "Conclusion of case {CaseId} does not concern item {ItemId} as it stands; nothing changed")]
    private static partial void LogStale(ILogger logger, Guid caseId, Guid itemId);

    [LoggerMessage(2002, LogLevel.Error, "Case {CaseId} approved other content than item {ItemId} holds; nothing was published")]
    private static partial void LogDigestDiffers(ILogger logger, Guid caseId, Guid itemId);

    [LoggerMessage(2003, LogLevel.Error, "Item {ItemId} was approved but may not be published: {Obstacle}")]
    private static partial void LogObstacle(ILogger logger, Guid itemId, string obstacle);
}
