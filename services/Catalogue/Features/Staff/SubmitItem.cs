using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Publishing;
using Disclosure.Contracts.Review;
using Disclosure.Documents.Release;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>送审: hands the exact content to the authority's publication flow.</summary>
internal static class SubmitItem
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/{id:guid}/submit", Handle)
        .RequireRole(ItemPowers.Drafters).WithName("SubmitItem").WithSummary("送审");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, HttpContext http, CatalogueDb db,
        CommandRunner<CatalogueDb> commands, ItemNotices notices, TimeProvider clock, ReleaseCheck check, CancellationToken cancellation)
    {
        var who = http.Person();
        var found = await ItemAccess.FindForChangeAsync(db, who, id, cancellation);
        if (found.Failure is { } refused) return refused.ToProblem();
        // Before anything is locked: whoever works in the same authority would wait for it.
        var judged = await check.JudgeAsync(db, found.Value!, cancellation);
        var submitted = await commands.ChangeAsync(CommandContext.Of(http, id),
            () => ItemAccess.FindForChangeAsync(db, who, id, cancellation), async item =>
        {
            var now = clock.GetUtcNow();
            if (item.ObstacleToSubmission(LegalDay.Of(now)) is { } obstacle) return obstacle;
            if (judged.Digest != item.Content.Digest()) return CommandFailures.ChangedMeanwhile;
            // What nobody can release is put right before anybody is asked to look at it.
            if (judged.Findings.Where(finding => finding.Level == ReleaseLevel.Block).ToList() is { Count: > 0 } blocking)
                return ReleaseFailures.IsBlocked(blocking);
            var submitter = who.For(item);
            var verdict = item.Submit(submitter, Guid.CreateVersion7(), now);
            if (verdict.Failure is not null) return verdict;
            await notices.SettleAsync(item, cancellation);
            db.Publish(Request(item, submitter, ReleaseCheck.Told(judged, item.Content), now));
            return verdict;
        }, cancellation, versioned: true);
        return submitted.ToNoContent(http);
    }

    private static RequestReview Request(Item item, Actor submitter, ReviewSnapshot snapshot, DateTimeOffset now) => new(
        Guid.CreateVersion7(), now, item.Authority, item.CaseId!.Value, FlowCodes.Publication, SubjectKinds.CatalogueItem, item.Id.Value,
        item.Content.Title, item.Unit, item.Author, item.SubmittedDigest!, snapshot, item.ReviewConditions(),
        [.. item.Contributors.Where(subject => subject != item.Author)],
        item.Content.Attribute, item.Content.Ground, item.AuthorName, Submitter: submitter.Subject == item.Author ? null
            : new ReviewSubmitter(submitter.Subject, submitter.Name, submitter.Unit, submitter.Role, submitter.OnBehalfOf,
            submitter.OnBehalfOfName));
}
