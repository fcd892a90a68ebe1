using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Search;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;

namespace Disclosure.Catalogue.Features.Public;

/// <summary>An item in a public list.</summary>
internal sealed record PublicRow(string Number, string IndexNumber, string Title, string? DocumentNumber, string Category,
    string CategoryName, string Unit,
    string UnitName, DateOnly? ProducedOn, DateTimeOffset PublishedAt, string Summary, IReadOnlyList<SnippetRun>? Highlight);

/// <summary>An item as a citizen reads it: only fields that are public by nature.</summary>
internal sealed record PublicItem(string Number, string IndexNumber, string Title, string Body, string? DocumentNumber,
    string? IssuingOrgan, string Category, string CategoryName,
    string Unit, string UnitName, string AuthorityName, string SiteIdCode, DateOnly? ProducedOn, DateTimeOffset PublishedAt,
    DateTimeOffset? RevisedAt,
    string Validity, IReadOnlyList<string> Keywords, string Summary, DisclosureAttribute Attribute, string ContentDigest,
    IReadOnlyList<PublicRevision> Revisions, IReadOnlyList<PublicLink> Interpretations, IReadOnlyList<PublicLink> Interprets,
    PublicPreDisclosure? PreDisclosure);

/// <summary>A public item that another one names.</summary>
internal sealed record PublicLink(string Number, string Title, DateTimeOffset PublishedAt);

/// <summary>预公开: when and where the draft was shown for opinions; no item where that was withdrawn since.</summary>
internal sealed record PublicPreDisclosure(DateOnly From, DateOnly To, PublicLink? Item, string? Address);

/// <summary>A version in an item's history.</summary>
internal sealed record PublicRevision(int Revision, DateTimeOffset PublishedAt, string ContentDigest);

/// <summary>A public number with the instant of the version shown under it.</summary>
internal sealed record PublicNumberRow(string Number, DateTimeOffset ChangedAt);

/// <summary>A category with the number of its public items.</summary>
internal sealed record PublicCategory(string Code, string Name, string? Parent, int Count);

/// <summary>Turns publications into what citizens may see.</summary>
internal static class PublicViews
{
    /// <summary>有效性 of an item that is neither replaced nor abolished.</summary>
    private const string InForce = "有效";
    private const int SummaryLength = 100;

    public static PublicRow Row(Publication p, RulePack pack, IReadOnlyList<string>? terms) => new(p.Number, p.IndexNumber, p.Title,
        p.Content.DocumentNumber, p.Category, CategoryName(pack, p.Category), p.Unit, UnitName(pack, p.Unit), p.ProducedOn,
        p.FirstPublishedAt, Summary(p),
        terms is null ? null : Snippet.Around(Snippet.Plain(p.Content.Body), terms));

    public static PublicItem Item(Publication p, RulePack pack, IReadOnlyList<PublicRevision> revisions,
        IReadOnlyList<Publication> companions) => new(p.Number, p.IndexNumber, p.Title,
        p.Content.Body, p.Content.DocumentNumber, p.Content.IssuingOrgan, p.Category, CategoryName(pack, p.Category), p.Unit,
        UnitName(pack, p.Unit), pack.Name, pack.SiteIdCode,
        p.ProducedOn, p.FirstPublishedAt, p.Revision > 1 ? p.PublishedAt : null, InForce, p.Content.Keywords, Summary(p),
        p.Content.Attribute, p.Digest,
        revisions,
        [.. companions.Where(other => CompanionStore.Names(p.Content.Interpretations, other.ItemId)
        || CompanionStore.Names(other.Content.Interprets, p.ItemId)).Select(Link)],
        [.. companions.Where(other => CompanionStore.Names(p.Content.Interprets, other.ItemId)
        || CompanionStore.Names(other.Content.Interpretations, p.ItemId)).Select(Link)],
        p.Content is { PreDisclosedFrom: { } from, PreDisclosedTo: { } to }
            ? new(from, to, companions.Where(other => other.ItemId.Value == p.Content.PreDisclosureItem).Select(Link).FirstOrDefault(),
            p.Content.PreDisclosureAddress) : null);

    private static PublicLink Link(Publication p) => new(p.Number, p.Title, p.FirstPublishedAt);

    private static string CategoryName(RulePack pack, string code) => pack.Category(code)?.Name ?? code;

    private static string UnitName(RulePack pack, string code) => pack.Unit(code)?.Name ?? code;

    private static string Summary(Publication p)
    {
        if (p.Content.Summary is { } written) return written;
        var plain = Snippet.Plain(p.Content.Body);
        return plain.Length <= SummaryLength ? plain : EnteredText.Cut(plain, SummaryLength) + "…";
    }
}
