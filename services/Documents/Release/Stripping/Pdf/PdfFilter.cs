namespace Disclosure.Documents.Release.Stripping.Pdf;

/// <summary>What of a PDF does not stay.</summary>
internal sealed class PdfFilter(PdfObjects objects)
{
    /// <summary>Properties, data of programs, previews, and what runs by itself.</summary>
    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "Metadata", "PieceInfo", "LastModified", "Thumb", "SpiderInfo", "CreatorInfo", "AA", "JavaScript",
    };

    /// <summary>Dictionaries whose keys are names that the program chose, by the key they stand under: a font may be called AA.</summary>
    private static readonly HashSet<string> Named = new(StringComparer.Ordinal)
    {
        "Font", "XObject", "ExtGState", "ColorSpace", "Pattern", "Shading", "Properties", "CharProcs", "Dests", "ClassMap", "RoleMap",
        "Colorants", "N", "R", "D",
    };

    private readonly Dictionary<int, (bool Leaves, bool IsNothing)> known = [];

    /// <summary>Whether an entry leaves.</summary>
    /// <param name="parent">The key that its dictionary stands under.</param>
    /// <param name="entry">The entry.</param>
    public bool Drops(string parent, PdfEntry entry)
        => (Dropped.Contains(entry.Name) && !Named.Contains(parent)) || Drops(entry.Value);

    /// <summary>Whether a value leaves wherever it stands: what runs, and descriptions in XMP.</summary>
    public bool Drops(PdfValue value) => value is PdfLink link ? Known(link).Leaves : Runs(value);

    /// <summary>Whether a pointer leads to nothing.</summary>
    public bool IsNothing(PdfLink link) => Known(link).IsNothing;

    /// <summary>Objects are looked at once: many point to the same large ones.</summary>
    private (bool Leaves, bool IsNothing) Known(PdfLink link)
    {
        if (known.TryGetValue(link.Number, out var found)) return found;
        var value = objects.Resolve(link);
        return known[link.Number] = (Runs(value), value is PdfToken { Bytes.Span: [(byte)'n', ..] });
    }

    private bool Runs(PdfValue? value) => value switch
    {
        PdfMap map => map["JS"] is not null || (objects.Resolve(map["S"]) as PdfToken)?.Name is "JavaScript" or "Launch",
        PdfData data => data.Map.NameOf("Type") == "Metadata",
        _ => false,
    };
}
