using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Rules.Tests.Packs.Bureaus;

/// <summary>The embedded packs, and look-ups by the number of the rule a value cites.</summary>
internal static class BureauPacks
{
    private static readonly RulePacks Packs = RulePacks.Load();

    public static RulePack Gaotai => Packs["gaotai"];

    public static RulePack Xinyuan => Packs["xinyuan"];

    public static RulePack Bijie => Packs["bijie"];

    public static RulePack Jiangxi => Packs["jiangxi"];

    public static RulePack Taishan => Packs["taishan"];

    public static RulePack Of(string authority) => Packs[authority];

    /// <summary>Names of the entries that cite a rule, in their order.</summary>
    public static IReadOnlyList<string> CitedBy(this IEnumerable<Entry> entries, int rule) =>
        [.. entries.Where(entry => entry.Citation.Rules.Contains(rule)).Select(entry => entry.Name)];

    /// <summary>Questions of a checklist that cite a rule, in their order.</summary>
    public static IReadOnlyList<string> CitedBy(this IEnumerable<ChecklistItem> items, int rule) =>
        [.. items.Where(item => item.Citation.Rules.Contains(rule)).Select(item => item.Name)];

    /// <summary>The one category that cites a rule.</summary>
    public static Category CategoryOf(this RulePack pack, int rule) =>
        Assert.Single(pack.Categories, category => category.Citation.Rules.Contains(rule));

    /// <summary>Asserts amount, unit, upper end and statutory amount of a limit that cites a rule.</summary>
    public static void HasLimit(this RulePack pack, int rule, string code, int amount, LimitUnit unit, int? max = null,
        int? statutory = null)
    {
        var limit = pack.Limit(code);
        Assert.NotNull(limit);
        Assert.Contains(rule, limit.Citation.Rules);
        Assert.Equal((amount, unit, max, statutory), (limit.Amount, limit.Unit, limit.AmountMax, limit.Statutory?.Amount));
    }

    /// <summary>The steps of a flow as <c>stage kind roles scope [when]</c>.</summary>
    public static IReadOnlyList<string> StepsOf(this RulePack pack, string flow) =>
    [
        .. pack.Flow(flow)!.Steps.Select(step =>
            $"{step.Stage} {step.Kind} {string.Join('|', step.Roles)} {step.Scope}"
            + $"{(step.When.Count == 0 ? "" : $" when {string.Join('|', step.When)}")}"),
    ];
}
