using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Publishing;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Work;
using Disclosure.Documents.Release;
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
    ReleaseCheck check, ItemNotices notices, RulePacks packs, ILogger<ReviewConcludedConsumer> log)
    : InboxConsumer<ReviewConcluded, CatalogueDb>(db, clock)
{
    private readonly TimeProvider clock = clock;

    protected override async Task HandleAsync(ReviewConcluded message, CancellationToken cancellation)
    {
        if (message.SubjectKind != SubjectKinds.CatalogueItem) return;
        var id = new ItemId(message.SubjectId);
        var judged = await JudgedAsync(message, id, cancellation);
        await audit.LockAsync(message.Authority, cancellation);
        var item = await Db.Items.FirstOrDefaultAsync(i => i.Id == id && i.Authority == message.Authority, cancellation);
        if (item is null || !item.Awaits(message.CaseId))
        {
            LogStale(log, message.CaseId, message.SubjectId);
            return;
        }

        var fact = await ConcludeAsync(item, message, judged, cancellation);
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

    /// <summary>What the release gate says of what may be published, with the reviewers' corrections: asked before the authority's log is
    /// locked, because others wait for that. Null where nothing is to be published.</summary>
    private async Task<JudgedRelease?> JudgedAsync(ReviewConcluded message, ItemId id, CancellationToken cancellation)
    {
        if (message.Outcome != ReviewOutcome.Approved) return null;
        var item = await Db.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.Authority == message.Authority, cancellation);
        if (item is null || !item.Awaits(message.CaseId) || !item.Matches(message.ContentDigest, Changes(message))) return null;
        item.Correct(Changes(message));
        return await check.JudgeAsync(Db, item, cancellation);
    }

    private static List<ReviewerChange> Changes(ReviewConcluded message)
        => [.. (message.Changes ?? []).Select(change => new ReviewerChange(change.Field, change.Value))];

    private async Task<AuditFact> ConcludeAsync(Item item, ReviewConcluded message, JudgedRelease? judged,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // The platform carries out what a person has decided, and says who that was.
        var who = Actor.System(message.Authority, message.DecidedBy);
        return message.Outcome switch
        {
            ReviewOutcome.Approved => await ApprovedAsync(item, message, judged, who, now, cancellation),
            ReviewOutcome.Returned => item.Return(who, message.Reason, now),
            ReviewOutcome.Rejected when message.FoundSecret => item.FindSecret(who, message.Reason, now),
            ReviewOutcome.Rejected => item.Reject(who, message.Reason, now),
            ReviewOutcome.Withdrawn => item.Recall(who, now),
            _ => throw new InvalidOperationException(
                $"Review case {message.CaseId} ended as {message.Outcome}, which this service does not know."),
        };
    }

    private async Task<AuditFact> ApprovedAsync(Item item, ReviewConcluded message, JudgedRelease? judged, Actor who,
        DateTimeOffset now, CancellationToken cancellation)
    {
        var changes = Changes(message);
        if (!item.Matches(message.ContentDigest, changes))
        {
            // Invariant 1: what was approved is not what we hold. Nothing becomes public; the author submits again.
            LogDigestDiffers(log, message.CaseId, message.SubjectId);
            return item.Return(who, "审核通过的内容与现稿不一致，请核对后重新送审。", now);
        }

        item.Correct(changes);
        if (NotPublicTerms.Of(item.Content.Attribute, item.Content.Scope) is { } cause)
            return item.NotPublish(who, cause, Determined(item, cause, message.Corrections ?? []), now);
        // Whatever the review said: secrecy and scope are examined again at the last door, and everything that would leave.
        if (PublicationRules.Obstacle(item.Content) is { } obstacle)
        {
            LogObstacle(log, item.Id.Value, obstacle.Code);
            return item.Return(who, obstacle.Title + "。" + obstacle.Detail, now);
        }

        // Nobody changes what is under review; if somebody did, the message is taken up again.
        if (judged?.Digest != item.Content.Digest())
            throw new InvalidOperationException($"Item {item.Id.Value} is not what the release gate has judged.");
        var kept = ReleaseGate.Obstacles(judged.Findings, message.Releases ?? []);
        if (kept.Count == 0) return await publish.PublishAsync(item, who, message.CaseId, now, cancellation);
        LogObstacle(log, item.Id.Value, kept[0].Key);
        return item.Return(who, ReleaseFailures.NotPublished(kept), now);
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
