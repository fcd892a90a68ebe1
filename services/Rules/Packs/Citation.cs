namespace Disclosure.Rules.Packs;

/// <summary>Where a value comes from.</summary>
/// <param name="Source">Short name of the rule (制度、条例), Chinese.</param>
/// <param name="Article">Article (条、款、项).</param>
/// <param name="Rules">Numbers in <c>seed-rules.md</c>, 1–372; empty for national law.</param>
/// <param name="Unconfirmed">待单位确认: why the text leaves this value open and which other reading there is, Chinese; null where it does
/// not.</param>
/// <param name="Unverified">来源待核实: why the source itself was not read, Chinese; null where it was.</param>
public sealed record Citation(string Source, string Article, IReadOnlyList<int> Rules, string? Unconfirmed = null,
    string? Unverified = null)
{
    /// <summary>Source of what no document says: an example that every deployment replaces by its own.</summary>
    public const string Example = "平台示例";

    /// <summary>Source of the reconciliation rules that the national format does not print.</summary>
    public const string Check = "平台核对规则";

    /// <summary>Whether some or all of the value is an example of the platform (平台示例).</summary>
    public bool IsExample() => Source.Contains(Example, StringComparison.Ordinal);
}

/// <summary>The numbers in <c>seed-rules.md</c> that an authority's citations may use.</summary>
/// <param name="First">First number.</param>
/// <param name="Last">Last number, included.</param>
public sealed record RuleNumbers(int First, int Last);
