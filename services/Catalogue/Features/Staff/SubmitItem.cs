using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>送审: hands the exact content to the authority's publication flow.</summary>
internal static class SubmitItem
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/{id:guid}/submit", Handle)
        .RequireRole(ItemPowers.Drafters).WithName("SubmitItem").WithSummary("送审");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(string authority, Guid id, HttpContext http, CatalogueDb db,
        RulePacks packs,
        CommandRunner<CatalogueDb> commands, ItemNotices notices, TimeProvider clock, AuthorityCalendars calendars,
        CancellationToken cancellation)
    {
        var who = http.Person();
        var submitted = await commands.ChangeAsync(CommandContext.Of(http, id),
            () => ItemAccess.FindForChangeAsync(db, who, id, cancellation), async item =>
        {
            var now = clock.GetUtcNow();
            var submitter = who.For(item);
            var verdict = item.Submit(submitter, Guid.CreateVersion7(), now);
            if (verdict.Failure is not null) return verdict;
            await notices.SettleAsync(item, cancellation);
            db.Publish(Request(item, submitter, await ReviewSnapshots.OfAsync(db, calendars.Of(authority), item, packs[authority],
                cancellation), now));
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
