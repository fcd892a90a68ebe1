using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines.Timing;
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

    /// <summary>How long its pre-disclosure has to be; null where none is written.</summary>
    public static PreDisclosureTerm? PreDisclosureTerm(ItemContent content, RulePack pack, WorkingCalendar calendar)
        => content.PreDisclosedFrom is not { } from ? null
        : Rules.Deadlines.Timing.PreDisclosureTerm.Of(calendar, pack, from, AsksForPreDisclosure(content));

    /// <summary>What is wrong with the days of its pre-disclosure (rule 258, 重大行政决策程序暂行条例第十五条): said to drafter and reviewers, and no
    /// refusal.</summary>
    public static string? PreDisclosureFault(ItemContent content, RulePack pack, WorkingCalendar calendar)
        => content.PreDisclosedTo is { } to ? PreDisclosureTerm(content, pack, calendar)?.Fault(to) : null;
}
