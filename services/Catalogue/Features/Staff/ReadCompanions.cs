using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>解读材料、预公开 of an item, as its drafter needs them.</summary>
internal static class ReadCompanions
{
    private const int MaxCandidates = 20;

    public static void Map(RouteGroupBuilder staff) => staff.MapGet("items/{id:guid}/companions", Handle)
        .WithName("GetItemCompanions").WithSummary("关联的解读材料、所解读的文件和预公开");

    private static async Task<Results<Ok<ItemCompanions>, ProblemHttpResult>> Handle(string authority, Guid id, HttpContext http,
        CatalogueDb db, RulePacks packs, AuthorityCalendars calendars, CancellationToken cancellation)
    {
        var who = http.Person();
        var found = await ItemAccess.FindAsync(db, who, id, cancellation);
        if (found.Failure is { } unknown) return unknown.ToProblem();
        var item = found.Value!;
        var companions = await db.CompanionsOfAsync(item, cancellation);
        var asks = CompanionRules.AsksForInterpretation(item.Content, packs[authority]);
        return TypedResults.Ok(new ItemCompanions(asks, CompanionRules.AsksForPreDisclosure(item.Content),
            CompanionRules.IsInterpretation(item.Content),
            Rows(companions.Interpretations), Rows(companions.Interprets),
            companions.PreDisclosed is { } pre && (pre.IsPublic || who.MaySee(pre)) ? Row(pre, who) : null,
            asks ? await CandidatesAsync(db, who, item, companions, cancellation) : [],
            CompanionRules.PreDisclosureFault(item.Content, packs[authority], calendars.Of(authority))));

        IReadOnlyList<ItemCompanion> Rows(IEnumerable<Item> items)
            => [.. items.Where(one => one.IsPublic || who.MaySee(one)).Select(one => Row(one, who))];
    }

    private static async Task<IReadOnlyList<ItemCompanion>> CandidatesAsync(CatalogueDb db, Person who, Item item,
        CompanionItems companions, CancellationToken cancellation)
    {
        var items = db.Items.AsNoTracking().SeenBy(who).Where(i => i.Id != item.Id && i.State != ItemState.Rejected
            && i.State != ItemState.Withdrawn
            && (i.Content.Category == CompanionRules.InterpretationCategory || i.Content.Title.Contains("解读")));
        var newest = await items.OrderByDescending(i => i.UpdatedAt).ThenByDescending(i => i.Id).Take(MaxCandidates)
            .ToListAsync(cancellation);
        return [.. newest.Where(one => companions.Interpretations.All(known => known.Id != one.Id)).Select(one => Row(one, who))];
    }

    /// <summary>Who may not see the item knows of it what citizens know.</summary>
    private static ItemCompanion Row(Item item, Person who) => new(item.Id.Value, who.MaySee(item) ? item.State : ItemState.Published,
        who.TitleOf(item), item.IsPublic ? item.Number : null, who.MaySee(item) ? item.Content.Secrecy : Secrecy.Cleared);
}
