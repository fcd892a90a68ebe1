using Disclosure.Catalogue.Domain;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>An item as its authority's staff see it; <c>Actions</c> is what the caller may do to it now.</summary>
internal sealed record ItemView(Guid Id, ItemState State, string Title, string Body, string Category, string? DocumentNumber,
    string? IssuingOrgan, DateOnly? ProducedOn,
    DisclosureAttribute Attribute, string Ground, DisclosureScope Scope, Secrecy Secrecy, IReadOnlyList<string> Channels,
    IReadOnlyList<string> Keywords,
    string? Summary, IReadOnlyList<string> Conditions, IReadOnlyList<Guid> Interpretations, IReadOnlyList<Guid> Interprets,
    PreDisclosureView? PreDisclosure, string Unit, string Author, string AuthorName, string? Number, string? IndexNumber, int Revision,
    Guid? CaseId, string? LastReason, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    IReadOnlyList<ItemAction> Actions)
{
    public static ItemView Of(Item item, Person who, DateOnly today) => new(item.Id.Value, item.State, item.Content.Title,
        item.Content.Body, item.Content.Category, item.Content.DocumentNumber, item.Content.IssuingOrgan, item.Content.ProducedOn,
        item.Content.Attribute, item.Content.Ground,
        item.Content.Scope, item.Content.Secrecy,
        item.Content.Channels, item.Content.Keywords, item.Content.Summary, item.Content.Conditions, item.Content.Interpretations ?? [],
        item.Content.Interprets ?? [],
        PreDisclosureView.Of(item.Content), item.Unit, item.Author, item.AuthorName, item.Number,
        item.IndexNumber, item.Revision, item.CaseId, item.LastReason, item.CreatedAt, item.UpdatedAt,
        who.ActionsOn(item, today));
}

/// <summary>预公开 as it was written.</summary>
internal sealed record PreDisclosureView(Guid? Item, string? Address, DateOnly? From, DateOnly? To)
{
    public static PreDisclosureView? Of(ItemContent content) => content.PreDisclosedFrom is null ? null
        : new(content.PreDisclosureItem, content.PreDisclosureAddress, content.PreDisclosedFrom, content.PreDisclosedTo);
}

/// <summary>An item in a list.</summary>
internal sealed record ItemRow(Guid Id, ItemState State, string Title, string Category, string Unit, string AuthorName, string? Number,
    string? LastReason, DateTimeOffset UpdatedAt);
