using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Search;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;

namespace Disclosure.Catalogue.Features.Public;

/// <summary>Turns publications into what citizens may see.</summary>
internal static class PublicViews
{
    private const int SummaryLength = 100;

    public static PublicItemRow Row(Publication p, RulePack pack, IReadOnlyList<string>? terms) => new(p.Number, p.IndexNumber, p.Title,
        p.Content.DocumentNumber, p.Category, CategoryName(pack, p.Category), p.Unit, UnitName(pack, p.Unit), p.ProducedOn,
        p.FirstPublishedAt, Validity.InForce, Summary(p),
        terms is null ? null : Snippet.Around(BodyText.LineOf(p.Content.Body), terms));

    public static PublicItem Item(Publication p, RulePack pack, IReadOnlyList<PublicRevision> revisions,
        IReadOnlyList<Publication> companions) => new(p.Number, p.IndexNumber, p.Title,
        p.Content.Body, p.Content.DocumentNumber, p.Content.IssuingOrgan, p.Category, CategoryName(pack, p.Category), p.Unit,
        UnitName(pack, p.Unit), pack.Name, pack.SiteIdCode.Value,
        p.ProducedOn, p.FirstPublishedAt, p.Revision > 1 ? p.PublishedAt : null, Validity.InForce, p.Content.Keywords, Summary(p),
        p.Content.Attribute, p.Digest,
        revisions,
        [.. companions.Where(other => CompanionStore.Names(p.Content.Interpretations, other.ItemId)
        || CompanionStore.Names(other.Content.Interprets, p.ItemId)).Select(Link)],
        [.. companions.Where(other => CompanionStore.Names(p.Content.Interprets, other.ItemId)
        || CompanionStore.Names(other.Content.Interpretations, p.ItemId)).Select(Link)],
        p.Content is { PreDisclosedFrom: { } from, PreDisclosedTo: { } to }
            ? new(from, to, companions.Where(other => other.ItemId.Value == p.Content.PreDisclosureItem).Select(Link).FirstOrDefault(),
            p.Content.PreDisclosureAddress) : null,
        [.. p.Content.Attachments.Select(file
            => new PublicAttachment(file.Name, AttachedTypes.MediaType(file.Type), file.Size, file.Digest))]);

    private static PublicItemLink Link(Publication p) => new(p.Number, p.Title, p.FirstPublishedAt);

    private static string CategoryName(RulePack pack, string code) => pack.Category(code)?.Name ?? code;

    private static string UnitName(RulePack pack, string code) => pack.Unit(code)?.Name ?? code;

    private static string Summary(Publication p)
    {
        if (p.Content.Summary is { } written) return written;
        var plain = BodyText.LineOf(p.Content.Body);
        return plain.Length <= SummaryLength ? plain : EnteredText.Cut(plain, SummaryLength) + "…";
    }
}
