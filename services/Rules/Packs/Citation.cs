namespace Disclosure.Rules.Packs;

/// <summary>Where a value comes from.</summary>
/// <param name="Source">Short name of the rule (制度、条例), Chinese.</param>
/// <param name="Article">Article (条、款、项).</param>
/// <param name="Rules">Numbers in <c>seed-rules.md</c>, 1–372; empty for national law.</param>
public sealed record Citation(string Source, string Article, IReadOnlyList<int> Rules);

/// <summary>The numbers in <c>seed-rules.md</c> that an authority's citations may use.</summary>
/// <param name="First">First number.</param>
/// <param name="Last">Last number, included.</param>
public sealed record RuleNumbers(int First, int Last);
