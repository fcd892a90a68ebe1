using System.Text.RegularExpressions;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Catalogue.Domain;

/// <summary>What keeps content from the publication flow, whatever a reviewer would say.</summary>
internal static partial class PublicationRules
{
    public static Failure? Obstacle(ItemContent content) => content switch
    {
        { Secrecy: Secrecy.Classified } => ItemFailures.ClassifiedIsNeverPublished,
        _ when BearsClassification(content.Title) || BearsClassification(content.Body) => ItemFailures.ClassifiedIsNeverPublished,
        { Secrecy: Secrecy.Undetermined } => ItemFailures.SecrecyIsUndetermined,
        { Scope: DisclosureScope.Internal } => ItemFailures.InternalScopeIsNeverPublic,
        { Attribute: not DisclosureAttribute.Proactive } => ItemFailures.OnlyProactiveIsPublished,
        _ => null,
    };

    // The mark as documents bear it: with a star and term (机密★5年), or alone on a line; the words inside a sentence are no mark.
    private static bool BearsClassification(string text) => Mark().IsMatch(text);

    [GeneratedRegex(@"(绝密|机密|秘密)\s*[★☆]|^\s*[\[【（(]?\s*(绝\s*密|机\s*密|秘\s*密)\s*[\]】）)]?\s*$", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
