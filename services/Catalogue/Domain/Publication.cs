namespace Disclosure.Catalogue.Domain;

/// <summary>A published version of an item (发布记录): what was approved and shown, kept for ever.</summary>
internal sealed class Publication
{
    public ItemId ItemId { get; init; }

    /// <summary>1 for the first publication.</summary>
    public int Revision { get; init; }

    public required string Authority { get; init; }

    public required string Unit { get; init; }

    public required string Number { get; init; }

    public required string IndexNumber { get; init; }

    /// <summary>Title, repeated for lists.</summary>
    public required string Title { get; init; }

    /// <summary>Category code, repeated for lists.</summary>
    public required string Category { get; init; }

    /// <summary>文号 in normal form for exact search.</summary>
    public string? DocumentKey { get; init; }

    public DateOnly? ProducedOn { get; init; }

    public required ItemContent Content { get; init; }

    /// <summary>Every item that this version names, so that it is found from there.</summary>
    public required List<ItemId> Companions { get; init; }

    /// <summary>Digest that the review approved; equals the content's own.</summary>
    public required string Digest { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>Instant of this version.</summary>
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>Instant of the first version: 发布日期.</summary>
    public DateTimeOffset FirstPublishedAt { get; init; }

    /// <summary>Whether citizens see this version.</summary>
    public bool IsCurrent { get; set; }
}
