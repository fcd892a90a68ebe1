using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines;

/// <summary>An item of information that waits to be handled (待办信息).</summary>
/// <param name="Key">What tells it apart.</param>
/// <param name="Category">Code of a category of <see cref="RulePack.SubmissionCategories"/>.</param>
/// <param name="ReceivedAt">When it came in.</param>
public sealed record WaitingSubmission(string Key, string Category, DateTimeOffset ReceivedAt);

/// <summary>The order in which an office handles what waits: what is to be reported at once stands in no queue (紧急信息优先).</summary>
public static class HandlingOrder
{
    /// <summary>The limit under which items of a category are reported at once.</summary>
    /// <param name="pack">The authority's pack.</param>
    /// <param name="category">Code of the category.</param>
    /// <returns>The limit; null for a category that may wait its turn.</returns>
    public static LimitRule? UrgentLimit(RulePack pack, string category)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return pack.Limits.FirstOrDefault(limit => limit.Unit == LimitUnit.Immediate && limit.Categories?.Contains(category) == true);
    }

    /// <summary>Orders what waits.</summary>
    /// <param name="pack">The authority's pack.</param>
    /// <param name="waiting">What waits, in any order.</param>
    /// <returns>Urgent items first, then by arrival.</returns>
    public static IReadOnlyList<WaitingSubmission> Of(RulePack pack, IEnumerable<WaitingSubmission> waiting)
        => [.. waiting.OrderBy(item => UrgentLimit(pack, item.Category) is null).ThenBy(item => item.ReceivedAt)
        .ThenBy(item => item.Key, StringComparer.Ordinal)];
}
