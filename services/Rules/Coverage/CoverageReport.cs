using System.Globalization;
using System.Text;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Coverage;

/// <summary>What of the numbered rules is there, in three states: recorded in a pack, proven by a test of a pure function, at work in the
/// running product.</summary>
public sealed class CoverageReport
{
    private readonly ILookup<int, RuleProof> tests;
    private readonly HashSet<int> inPacks;

    /// <summary>Joins the rules with the proofs and the packs.</summary>
    /// <param name="proofs">Proofs found in the tests.</param>
    /// <param name="packs">Packs whose citations count as presence.</param>
    public CoverageReport(IEnumerable<RuleProof> proofs, RulePacks packs)
    {
        this.tests = proofs.ToLookup(proof => proof.Number);
        inPacks = [.. packs.CitedRules()];
        Unknown = [.. this.tests.Select(group => group.Key).Where(number => SeedRule.All.All(rule => rule.Number != number)).Order()];
    }

    /// <summary>Rules of which a pack holds a value.</summary>
    public IReadOnlyList<SeedRule> Recorded => [.. SeedRule.All.Where(rule => IsRecorded(rule.Number))];

    /// <summary>Rules with a test of a pure function.</summary>
    public IReadOnlyList<SeedRule> Proven => [.. SeedRule.All.Where(rule => this.tests[rule.Number].Any(proof => !proof.Works))];

    /// <summary>Rules that a test drives in the running product.</summary>
    public IReadOnlyList<SeedRule> Works => [.. SeedRule.All.Where(rule => this.tests[rule.Number].Any(proof => proof.Works))];

    /// <summary>Rules without any test.</summary>
    public IReadOnlyList<SeedRule> Open => [.. SeedRule.All.Where(rule => !this.tests.Contains(rule.Number))];

    /// <summary>Numbers that tests carry but that are no rule.</summary>
    public IReadOnlyList<int> Unknown { get; }

    /// <summary>Whether a pack holds a value of the rule.</summary>
    /// <param name="number">The rule's number.</param>
    /// <returns>True if a citation names it.</returns>
    public bool IsRecorded(int number) => inPacks.Contains(number);

    /// <summary>The report as Markdown: a summary by kind, then every rule with its tests.</summary>
    /// <returns>Markdown with line feeds.</returns>
    public string ToMarkdown()
    {
        var text = new StringBuilder("# Rule coverage\n\n");
        text.Append("Written by `./disclosure rules coverage`. *Recorded*: a value of `services/Rules/packs` cites the number. "
            + "*Proven*: a test of a ");
        text.Append("pure function carries `[Rule(n)]`. *Works*: a test that carries it drives a use case through a service, "
            + "the gateway or the browser.\n\n");
        text.Append("| kind | rules | recorded | proven | works | no test |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var kind in SeedRule.All.GroupBy(rule => rule.Kind).OrderByDescending(kind => kind.Count())) AppendCounts(text, kind.Key,
            [.. kind]);
        AppendCounts(text, "**all**", SeedRule.All);
        text.Append("\n| # | authority | article | rule | kind | recorded | proven by | works by |\n|---:|---|---|---|---|---|---|---|\n");
        foreach (var rule in SeedRule.All)
        {
            var title = rule.Title.Replace("|", "\\|", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"| {rule.Number} | {rule.Authority} | {rule.Article} | {title} | {rule.Kind} ");
            text.Append(CultureInfo.InvariantCulture,
                $"| {(IsRecorded(rule.Number) ? "yes" : "")} | {Cell(ProvenBy(rule.Number))} | {Cell(WorksBy(rule.Number))} |\n");
        }

        return text.ToString();
    }

    /// <summary>The tests of pure functions that prove a rule, in order.</summary>
    /// <param name="number">The rule's number.</param>
    /// <returns>Their names; empty when there are none.</returns>
    public IReadOnlyList<string> ProvenBy(int number) => Names(number, works: false);

    /// <summary>The tests that drive a rule in the running product, in order.</summary>
    /// <param name="number">The rule's number.</param>
    /// <returns>Their names; empty when there are none.</returns>
    public IReadOnlyList<string> WorksBy(int number) => Names(number, works: true);

    private string[] Names(int number, bool works)
        => [.. this.tests[number].Where(proof => proof.Works == works).Select(proof => proof.Test).Distinct()
            .Order(StringComparer.Ordinal)];

    private static string Cell(IReadOnlyList<string> tests) => string.Join("<br>", tests.Select(test => $"`{test}`"));

    private void AppendCounts(StringBuilder text, string kind, IReadOnlyList<SeedRule> rules)
    {
        var (recorded, proven) = (rules.Intersect(Recorded).Count(), rules.Intersect(Proven).Count());
        var (works, open) = (rules.Intersect(Works).Count(), rules.Intersect(Open).Count());
        text.Append(CultureInfo.InvariantCulture, $"| {kind} | {rules.Count} | {recorded} | {proven} | {works} | {open} |\n");
    }
}
