using Disclosure.Catalogue.Domain;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;

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

    /// <summary>The checked content, or every problem at once; a unit drafts only what it is responsible for (rule 353).</summary>
    public Outcome<ItemContent> Check(RulePack pack, StaffMember staff, DateOnly today)
    {
        if (Body?.Length > ContentRules.MaxBody) return ItemFailures.BodyIsTooLong;
        var content = ToContent(pack);
        var problems = ContentRules.Problems(content, pack, today);
        if (problems.Count > 0) return ItemFailures.Invalid(problems);
        var units = pack.Category(content.Category)!.Units;
        return units.Count == 0 || units.Contains(staff.Unit) || staff.Is(Roles.Office) ? content : ItemFailures.UnitIsNotResponsible;
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
    };
}
