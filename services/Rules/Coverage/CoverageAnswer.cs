using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Coverage;

/// <summary>Which of the numbered rules are proven (规则覆盖).</summary>
/// <param name="Rules">Number of rules.</param>
/// <param name="Proven">How many a test proves.</param>
/// <param name="Open">How many are not proven yet.</param>
/// <param name="List">Every rule.</param>
public sealed record CoverageAnswer(int Rules, int Proven, int Open, IReadOnlyList<CoveredRule> List)
{
    /// <summary>The coverage published with this build: the tests are not at hand where the platform runs.</summary>
    /// <param name="packs">Packs whose citations count as presence.</param>
    /// <returns>The answer.</returns>
    public static CoverageAnswer Published(RulePacks packs)
    {
        var report = new CoverageReport(RuleProof.Published(), packs);
        return new(SeedRule.All.Count, report.Proven.Count, report.Open.Count,
            [.. SeedRule.All.Select(rule
            => new CoveredRule(rule.Number, rule.Authority, rule.Kind, rule.Article, rule.Title, report.InPack(rule.Number),
            report.TestsOf(rule.Number)))]);
    }
}

/// <summary>A numbered rule and its proofs.</summary>
/// <param name="Number">Number, 1–372.</param>
/// <param name="Authority">Authority whose rule it is.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Article">Article.</param>
/// <param name="Title">What it says in short.</param>
/// <param name="InPack">Whether a pack holds a value of it.</param>
/// <param name="Tests">Tests that prove it; empty while it is open.</param>
public sealed record CoveredRule(int Number, string Authority, string Kind, string Article, string Title, bool InPack,
    IReadOnlyList<string> Tests);
