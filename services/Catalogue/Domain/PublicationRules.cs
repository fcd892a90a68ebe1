using Disclosure.Kernel;
using Disclosure.Rules.Scanning;

namespace Disclosure.Catalogue.Domain;

/// <summary>What keeps content from being reviewed for publication or from being published, whatever a reviewer would say.</summary>
internal static class PublicationRules
{
    /// <summary>What forbids publication: everything that forbids review, and a secrecy that nobody has determined (rule 128).</summary>
    public static Failure? Obstacle(ItemContent content)
        => ObstacleToReview(content) ?? (content.Secrecy == Secrecy.Undetermined ? ItemFailures.SecrecyIsUndetermined : null);

    /// <summary>What forbids even a review; an undetermined secrecy does not, because the review is where it is determined.</summary>
    public static Failure? ObstacleToReview(ItemContent content) => content switch
    {
        { Secrecy: Secrecy.Classified } => ItemFailures.ClassifiedIsNeverPublished.At("secrecy"),
        _ when content.Texts().Any(text => SecrecyMarks.Find(text).Any()) => ItemFailures.ClassifiedIsNeverPublished,
        { Scope: DisclosureScope.Internal } => ItemFailures.InternalScopeIsNeverPublic,
        { Attribute: not DisclosureAttribute.Proactive } => ItemFailures.OnlyProactiveIsPublished,
        _ => null,
    };
}
