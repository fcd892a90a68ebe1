namespace Disclosure.Documents.Import.Docx;

/// <summary>What all stories of a document share: definitions, counters, remarks.</summary>
internal sealed class DocxContext
{
    public required Styles Styles { get; init; }

    public required Numbering Numbering { get; init; }

    public required DocxNotes Notes { get; init; }

    public RemarkList Remarks { get; } = new();

    public TextDraft Draft { get; } = new();

    /// <summary>Relationships of the part that is read.</summary>
    public IReadOnlyDictionary<string, Relationship> Relationships { get; set; } = new Dictionary<string, Relationship>();

    /// <summary>Whether a field of contents is left out; not so where it has no end.</summary>
    public bool MayDropFields { get; init; } = true;

    public int Comments { get; set; }

    public bool HasChanges { get; set; }

    /// <summary>Headers and footers that sections name.</summary>
    public HashSet<string> Headers { get; } = new(StringComparer.Ordinal);
}

/// <summary>What a part points to.</summary>
/// <param name="Type">Last word of its type: <c>hyperlink</c>, <c>footnotes</c>.</param>
/// <param name="Target">Path in the archive, or an address outside of it.</param>
/// <param name="IsExternal">Whether it lies outside.</param>
internal sealed record Relationship(string Type, string Target, bool IsExternal);
