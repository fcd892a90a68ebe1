using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>What an officer writes; absent lists are empty, absent choices take the pack's plain case.</summary>
internal sealed record ItemRequest
{
    public string? Title { get; init; }

    public string? Body { get; init; }

    public string? Category { get; init; }

    public string? DocumentNumber { get; init; }

    /// <summary>发文机关; the authority's own name counts as none.</summary>
    public string? IssuingOrgan { get; init; }

    public DateOnly? ProducedOn { get; init; }

    public DisclosureAttribute Attribute { get; init; } = DisclosureAttribute.Proactive;

    public string? Ground { get; init; }

    public DisclosureScope Scope { get; init; } = DisclosureScope.Public;

    public Secrecy Secrecy { get; init; } = Secrecy.Cleared;

    public IReadOnlyList<string>? Channels { get; init; }

    public IReadOnlyList<string>? Keywords { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>解读材料 of the document: each an item id, 索引号 or public number.</summary>
    public IReadOnlyList<string>? Interpretations { get; init; }

    /// <summary>Documents that this 解读材料 explains, named likewise.</summary>
    public IReadOnlyList<string>? Interprets { get; init; }

    public PreDisclosureRequest? PreDisclosure { get; init; }

    /// <summary>The checked content, or every problem at once; a unit drafts only what it is responsible for (rule 353). <c>self</c> is the
    /// item being edited, null for a new one.</summary>
    public async Task<Outcome<ItemContent>> CheckAsync(CatalogueDb db, RulePack pack, Person who, DateOnly today, ItemId? self,
        CancellationToken cancellation)
    {
        if (Body?.Length > ContentRules.MaxBody) return ItemFailures.BodyIsTooLong;
        var references = await CompanionReferences.ReadAsync(db, who, this, self, cancellation);
        var content = references.Onto(ToContent(pack));
        var problems = ContentRules.Problems(content, pack, today);
        foreach (var (field, messages) in references.Problems(content)) problems[field] = [.. problems.GetValueOrDefault(field) ?? [],
            .. messages];
        if (problems.Count > 0) return ItemFailures.Invalid(problems);
        var units = pack.Category(content.Category)!.Units;
        return units.Count == 0 || who.Holds(Roles.Office) || who.UnitsSeen().Any(units.Contains) ? content
            : ItemFailures.UnitIsNotResponsible;
    }

    private ItemContent ToContent(RulePack pack) => new()
    {
        Title = Title?.Trim() ?? "",
        Body = Body?.ReplaceLineEndings("\n").Trim() ?? "",
        Category = Category ?? "",
        DocumentNumber = string.IsNullOrWhiteSpace(DocumentNumber) ? null : DocumentNumber.Trim(),
        IssuingOrgan = string.IsNullOrWhiteSpace(IssuingOrgan) || IssuingOrgan.Trim() == pack.Name ? null : IssuingOrgan.Trim(),
        ProducedOn = ProducedOn,
        Attribute = Attribute,
        Ground = Ground ?? pack.Grounds.FirstOrDefault(g => g.Attribute == Attribute)?.Code ?? "",
        Scope = Scope,
        Secrecy = Secrecy,
        Channels = Channels ?? ["portal"],
        Keywords = Keywords ?? [],
        Summary = string.IsNullOrWhiteSpace(Summary) ? null : Summary.Trim(),
        Conditions = [.. (Conditions ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        PreDisclosureAddress = string.IsNullOrWhiteSpace(PreDisclosure?.Address) ? null : PreDisclosure.Address.Trim(),
        PreDisclosedFrom = PreDisclosure?.From,
        PreDisclosedTo = PreDisclosure?.To,
    };
}

/// <summary>预公开 of a decision: one of <paramref name="Item"/> and <paramref name="Address"/>, and the days.</summary>
/// <param name="Item">The published item with the draft: id, 索引号 or public number.</param>
/// <param name="Address">Address at which it was shown elsewhere.</param>
/// <param name="From">First day, Asia/Shanghai.</param>
/// <param name="To">Last day, Asia/Shanghai.</param>
internal sealed record PreDisclosureRequest(string? Item = null, string? Address = null, DateOnly? From = null, DateOnly? To = null);
