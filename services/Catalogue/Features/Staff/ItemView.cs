using Disclosure.Catalogue.Domain;
using Disclosure.Rules.Packs;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>An item as its authority's staff see it.</summary>
internal sealed record ItemView(Guid Id, ItemState State, string Title, string Body, string Category, string? DocumentNumber, string? IssuingOrgan, DateOnly? ProducedOn,
    DisclosureAttribute Attribute, string Ground, DisclosureScope Scope, Secrecy Secrecy, IReadOnlyList<string> Channels, IReadOnlyList<string> Keywords,
    string? Summary, IReadOnlyList<string> Conditions, string Unit, string Author, string AuthorName, string? Number, string? IndexNumber, int Revision,
    Guid? CaseId, string? LastReason, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static ItemView Of(Item item) => new(item.Id.Value, item.State, item.Content.Title, item.Content.Body, item.Content.Category,
        item.Content.DocumentNumber, item.Content.IssuingOrgan, item.Content.ProducedOn, item.Content.Attribute, item.Content.Ground, item.Content.Scope, item.Content.Secrecy,
        item.Content.Channels, item.Content.Keywords, item.Content.Summary, item.Content.Conditions, item.Unit, item.Author, item.AuthorName, item.Number,
        item.IndexNumber, item.Revision, item.CaseId, item.LastReason, item.CreatedAt, item.UpdatedAt);
}

/// <summary>An item in a list.</summary>
internal sealed record ItemRow(Guid Id, ItemState State, string Title, string Category, string Unit, string AuthorName, string? Number,
    string? LastReason, DateTimeOffset UpdatedAt);
