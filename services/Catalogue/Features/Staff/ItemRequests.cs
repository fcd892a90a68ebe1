using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Documents.Bodies;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>Turns what an officer writes into content.</summary>
internal static class ItemRequests
{
    /// <summary>The checked content, or every problem at once; a unit drafts only what it is responsible for (rule 353). <c>self</c> is the
    /// item being edited, null for a new one; channels it has may stay, whoever edits it.</summary>
    public static async Task<Outcome<ItemContent>> CheckAsync(this ItemRequest request, CatalogueDb db, RulePack pack, Person who,
        DateOnly today, Item? self, CancellationToken cancellation)
    {
        if (request.Body?.Length > ContentRules.MaxBody) return ItemFailures.BodyIsTooLong;
        var references = await CompanionReferences.ReadAsync(db, who, request, self?.Id, cancellation);
        // Files have doors of their own: whoever edits the text keeps them.
        var content = references.Onto(request.ToContent(pack)) with { Attachments = self?.Content.Attachments ?? [] };
        var problems = ContentRules.Problems(content, pack, today, who, self?.Content.Channels ?? []);
        foreach (var (field, messages) in references.Problems(content)) problems[field] = [.. problems.GetValueOrDefault(field) ?? [],
            .. messages];
        if (problems.Count > 0) return ItemFailures.Invalid(problems);
        return who.MayFileUnder(pack.Category(content.Category)!.Units) ? content : ItemFailures.UnitIsNotResponsible;
    }

    private static ItemContent ToContent(this ItemRequest request, RulePack pack) => new()
    {
        Title = request.Title?.Trim() ?? "",
        Body = BodyMarkup.Canonical(request.Body ?? ""),
        Category = request.Category ?? "",
        DocumentNumber = string.IsNullOrWhiteSpace(request.DocumentNumber) ? null : request.DocumentNumber.Trim(),
        IssuingOrgan = string.IsNullOrWhiteSpace(request.IssuingOrgan) || request.IssuingOrgan.Trim() == pack.Name
            ? null : request.IssuingOrgan.Trim(),
        ProducedOn = request.ProducedOn,
        Attribute = request.Attribute,
        // Why something is kept from the public is said by a person: to take the first ground would make it a state secret.
        Ground = request.Ground ?? (request.Attribute == DisclosureAttribute.Proactive
            ? pack.Grounds.FirstOrDefault(g => g.Attribute == request.Attribute && g.StandsAlone())?.Code : null) ?? "",
        Scope = request.Scope,
        Secrecy = request.Secrecy,
        Channels = request.Channels ?? ["portal"],
        Keywords = request.Keywords ?? [],
        Summary = string.IsNullOrWhiteSpace(request.Summary) ? null : request.Summary.Trim(),
        Conditions = [.. (request.Conditions ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        PreDisclosureAddress = string.IsNullOrWhiteSpace(request.PreDisclosure?.Address) ? null : request.PreDisclosure.Address.Trim(),
        PreDisclosedFrom = request.PreDisclosure?.From,
        PreDisclosedTo = request.PreDisclosure?.To,
    };
}
