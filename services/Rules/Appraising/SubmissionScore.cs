using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Appraising;

/// <summary>A submitted item (报送信息) and what became of it.</summary>
/// <param name="Adoptions">Codes of <see cref="ScoreRule"/>, one for each adoption (采用).</param>
/// <param name="Limit">Code of the limit it was submitted under; null where none applies.</param>
/// <param name="Elapsed">Units of that limit since it began to run: past the time set, or since the event ended.</param>
/// <param name="Recommended">Whether the superior department recommended it (经上级部门推荐).</param>
public sealed record ScoredItem(IReadOnlyList<string> Adoptions, string? Limit = null, int Elapsed = 0, bool Recommended = false);

/// <summary>A fault that may cost points (扣分情形).</summary>
/// <param name="Deduction">Code of a <see cref="Deduction"/>.</param>
/// <param name="LateBy">For lateness: by how many units of the deduction; 0 otherwise.</param>
public sealed record ScoredFault(string Deduction, int LateBy = 0);

/// <summary>Points (得分) of a unit under the score table of a pack. Pure: the same items and faults give the same points.</summary>
/// <param name="pack">The authority's pack.</param>
public sealed class SubmissionScore(RulePack pack)
{
    private readonly Dictionary<string, ScoreRule> scores = pack.Scoring.Scores.ToDictionary(score => score.Code);
    private readonly Dictionary<string, Deduction> deductions = pack.Scoring.Deductions.ToDictionary(deduction => deduction.Code);
    private readonly bool adds = pack.Scoring.Principles.Any(principle => principle.Code == ScoringPrinciples.CumulativeLevels);

    /// <summary>Points of a unit: of its items, less what its faults cost (分).</summary>
    /// <param name="items">Its items.</param>
    /// <param name="faults">Its faults.</param>
    /// <returns>The points; may be below zero.</returns>
    public decimal Of(IEnumerable<ScoredItem> items, IEnumerable<ScoredFault> faults) => items.Sum(Of) - faults.Sum(Of);

    /// <summary>Points of an item. Adoptions at successive levels add up where the pack says so; otherwise the best one counts. What counts
    /// only on recommendation counts for nothing without it, and so does what would be added to it.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The points; 0 when lateness forfeits them (不予计分).</returns>
    /// <exception cref="ArgumentException">A code that the pack does not have, or an addition (另加) without what it adds to.</exception>
    public decimal Of(ScoredItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var scores = item.Adoptions.Select(Score).ToList();
        foreach (var addition in scores.Where(score => score.AddsTo.Count > 0 && !score.AddsTo.Any(item.Adoptions.Contains)))
            throw new ArgumentException($"{addition.Code} adds to {string.Join(" or ", addition.AddsTo)}, which the item does not have.",
            nameof(item));
        var counted = scores.Where(score => item.Recommended || !score.OnlyRecommended).ToList();
        counted.RemoveAll(score => score.AddsTo.Count > 0 && !score.AddsTo.Any(code => counted.Exists(below => below.Code == code)));
        if (counted.Count == 0 || IsForfeited(item)) return 0;
        return adds ? counted.Sum(score => score.Points) : counted.Max(score => score.Points);
    }

    /// <summary>Points that a fault costs.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>The points taken away; 0 where the lateness is still tolerated.</returns>
    /// <exception cref="ArgumentException">A code that the pack does not have.</exception>
    public decimal Of(ScoredFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (!deductions.TryGetValue(fault.Deduction,
            out var deduction)) throw new ArgumentException($"No deduction '{fault.Deduction}' in {pack.Authority}.", nameof(fault));
        return deduction.LateByMoreThan is { } tolerated && fault.LateBy <= tolerated ? 0 : deduction.Points;
    }

    /// <summary>Whether lateness forfeits an item's points: beyond the days in time of a limit that the pack names for it.</summary>
    /// <param name="item">The item.</param>
    /// <returns>True if it does.</returns>
    public bool IsForfeited(ScoredItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Limit is { } code && pack.Scoring.NoScores.Any(rule => rule.Limit == code)
            && item.Elapsed > pack.Limit(code)!.DaysInTime();
    }

    private ScoreRule Score(string code) => this.scores.TryGetValue(code, out var score) ? score
        : throw new ArgumentException($"No score '{code}' in {pack.Authority}.", nameof(code));
}
