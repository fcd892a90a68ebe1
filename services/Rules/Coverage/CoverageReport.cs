using System.Globalization;
using System.Text;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Coverage;

/// <summary>Which of the numbered rules are proven by tests and held by a pack.</summary>
public sealed class CoverageReport
{
    private readonly ILookup<int, string> _tests;
    private readonly HashSet<int> _inPacks;

    /// <summary>Joins the rules with the proofs and the packs.</summary>
    /// <param name="proofs">Proofs found in the tests.</param>
    /// <param name="packs">Packs whose citations count as presence.</param>
    public CoverageReport(IEnumerable<RuleProof> proofs, RulePacks packs)
    {
        _tests = proofs.ToLookup(proof => proof.Number, proof => proof.Test);
        _inPacks = [.. packs.CitedRules()];
        Unknown = [.. _tests.Select(group => group.Key).Where(number => SeedRule.All.All(rule => rule.Number != number)).Order()];
    }

    /// <summary>Rules with a test.</summary>
    public IReadOnlyList<SeedRule> Proven => [.. SeedRule.All.Where(rule => _tests.Contains(rule.Number))];

    /// <summary>Rules without a test.</summary>
    public IReadOnlyList<SeedRule> Open => [.. SeedRule.All.Where(rule => !_tests.Contains(rule.Number))];

    /// <summary>Numbers that tests carry but that are no rule.</summary>
    public IReadOnlyList<int> Unknown { get; }

    /// <summary>Whether a pack holds a value of the rule.</summary>
    /// <param name="number">The rule's number.</param>
    /// <returns>True if a citation names it.</returns>
    public bool InPack(int number) => _inPacks.Contains(number);

    /// <summary>The report as Markdown: a summary by kind, then every rule with its tests.</summary>
    /// <returns>Markdown with line feeds.</returns>
    public string ToMarkdown()
    {
        var text = new StringBuilder("# Rule coverage\n\n");
        text.Append("Written by `./disclosure rules coverage`. *Proven*: a test carries `[Rule(n)]`. *In a pack*: a value of `services/Rules/packs` cites the number.\n\n");
        text.Append("| kind | rules | proven | in a pack | open |\n|---|---:|---:|---:|---:|\n");
        foreach (var kind in SeedRule.All.GroupBy(rule => rule.Kind).OrderByDescending(kind => kind.Count())) AppendCounts(text, kind.Key,
            [.. kind]);
        AppendCounts(text, "**all**", SeedRule.All);
        text.Append("\n| # | authority | article | rule | kind | pack | tests |\n|---:|---|---|---|---|---|---|\n");
        foreach (var rule in SeedRule.All)
            text.Append(CultureInfo.InvariantCulture,
            $"| {rule.Number} | {rule.Authority} | {rule.Article} | {rule.Title.Replace("|", "\\|", StringComparison.Ordinal)} | {rule.Kind} | {(InPack(rule.Number) ? "yes" : "")} | {Tests(rule)} |\n");
        return text.ToString();
    }

    /// <summary>The tests that prove a rule, in order.</summary>
    /// <param name="number">The rule's number.</param>
    /// <returns>Their names; empty when there are none.</returns>
    public IReadOnlyList<string> TestsOf(int number) => [.. _tests[number].Distinct().Order(StringComparer.Ordinal)];

    private string Tests(SeedRule rule)
        => _tests.Contains(rule.Number) ? string.Join("<br>", TestsOf(rule.Number).Select(test => $"`{test}`")) : "open";

    private void AppendCounts(StringBuilder text, string kind, IReadOnlyList<SeedRule> rules)
    {
        var proven = rules.Count(rule => _tests.Contains(rule.Number));
        text.Append(CultureInfo.InvariantCulture,
            $"| {kind} | {rules.Count} | {proven} | {rules.Count(rule => InPack(rule.Number))} | {rules.Count - proven} |\n");
    }
}
