using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Coverage;

/// <summary>What of the numbered rules is there (规则覆盖).</summary>
/// <param name="Rules">Number of rules.</param>
/// <param name="Recorded">How many a pack holds a value of.</param>
/// <param name="Proven">How many a test of a pure function proves.</param>
/// <param name="Works">How many a test drives in the running product.</param>
/// <param name="Open">How many have no test.</param>
/// <param name="List">Every rule.</param>
public sealed record CoverageAnswer(int Rules, int Recorded, int Proven, int Works, int Open, IReadOnlyList<CoveredRule> List)
{
    /// <summary>The coverage published with this build: the tests are not at hand where the platform runs.</summary>
    /// <param name="packs">Packs whose citations count as presence.</param>
    /// <returns>The answer.</returns>
    public static CoverageAnswer Published(RulePacks packs)
    {
        var report = new CoverageReport(RuleProof.Published(), packs);
        return new(SeedRule.All.Count, report.Recorded.Count, report.Proven.Count, report.Works.Count, report.Open.Count,
            [.. SeedRule.All.Select(rule => new CoveredRule(rule.Number, rule.Authority, rule.Kind, rule.Article, rule.Title,
                report.IsRecorded(rule.Number), report.ProvenBy(rule.Number), report.WorksBy(rule.Number)))]);
    }
}

/// <summary>A numbered rule and its proofs.</summary>
/// <param name="Number">Number, 1–372.</param>
/// <param name="Authority">Authority whose rule it is.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Article">Article.</param>
/// <param name="Title">What it says in short.</param>
/// <param name="Recorded">Whether a pack holds a value of it.</param>
/// <param name="ProvenBy">Tests of pure functions that prove it.</param>
/// <param name="WorksBy">Tests that drive it in the running product.</param>
public sealed record CoveredRule(int Number, string Authority, string Kind, string Article, string Title, bool Recorded,
    IReadOnlyList<string> ProvenBy, IReadOnlyList<string> WorksBy);
