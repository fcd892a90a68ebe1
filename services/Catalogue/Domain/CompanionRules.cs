using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;

namespace Disclosure.Catalogue.Domain;

/// <summary>What ought to accompany an item: the interpretation of a policy document (政策解读), the pre-disclosure of a major decision
/// (预公开).</summary>
internal static class CompanionRules
{
    /// <summary>Column of interpretations where a pack has one.</summary>
    public const string InterpretationCategory = "policy-interpretation";

    /// <summary>Statutory column of documents (法规、规章和规范性文件).</summary>
    private const string Documents = "regulations";

    /// <summary>Whether the item is interpretation material itself.</summary>
    public static bool IsInterpretation(ItemContent content) => content.Category == InterpretationCategory
        || PolicyDocuments.HasTitleOfInterpretation(content.Title);

    /// <summary>Whether the drafter is asked for the interpretation: of whatever bears the title of a policy document, and of the column of
    /// documents.</summary>
    public static bool AsksForInterpretation(ItemContent content, RulePack pack) => !IsInterpretation(content)
        && (PolicyDocuments.HasTitleOfOne(content.Title) || content.Category == Documents
        || pack.Category(content.Category)?.Parent == Documents);

    /// <summary>Whether the drafter is asked for the pre-disclosure.</summary>
    public static bool AsksForPreDisclosure(ItemContent content) => content.Conditions.Contains(ReviewConditions.Major);
}
