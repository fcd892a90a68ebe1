using Disclosure.Catalogue.Consumers;
using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Review;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>送审: hands the exact content to the authority's publication flow.</summary>
internal static class SubmitItem
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/{id:guid}/submit", Handle)
        .RequireRole(Roles.Officer, Roles.Head, Roles.Office).WithName("SubmitItem").WithSummary("送审");

    private static async Task<IResult> Handle(string authority, Guid id, HttpContext http, CatalogueDb db, RulePacks packs, TimeProvider clock, WorkingCalendar calendar,
        CancellationToken cancellation)
    {
        var staff = http.User.Staff()!;
        var found = await ItemAccess.ForChangeAsync(db, authority, id, staff, http.Request, cancellation);
        if (found.Failure is { } refused) return refused.ToProblem();
        var item = found.Value!;
        var now = clock.GetUtcNow();
        if (item.Submit(Guid.CreateVersion7(), staff.Subject, now) is { } failure) return failure.ToProblem();
        db.Publish(Request(item, await ReviewSnapshots.OfAsync(db, calendar, item, packs[authority], cancellation), now));
        return await ItemAccess.SaveAsync(db, cancellation) is { } conflict ? conflict.ToProblem() : ItemAccess.Ok(http, item);
    }

    private static RequestReview Request(Item item, ReviewSnapshot snapshot, DateTimeOffset now) => new(
        Guid.CreateVersion7(), now, item.Authority, item.CaseId!.Value, FlowCodes.Publication, ReviewConcludedConsumer.SubjectKind, item.Id.Value,
        item.Content.Title, item.Unit, item.Author, item.SubmittedDigest!, snapshot, item.ReviewConditions(), [.. item.Contributors.Where(subject => subject != item.Author)],
        Code(item.Content.Attribute), item.Content.Ground, item.AuthorName);

    private static string Code(DisclosureAttribute attribute) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(attribute.ToString());
}
