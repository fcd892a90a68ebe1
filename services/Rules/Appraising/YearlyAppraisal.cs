using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Appraising;

/// <summary>A unit's result of the year.</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Group">Its group.</param>
/// <param name="Points">Its points (分).</param>
/// <param name="Exclusions">Codes of <see cref="AwardExclusion"/> that apply to it.</param>
public sealed record UnitResult(string Unit, string Group, decimal Points, IReadOnlyList<string> Exclusions);

/// <summary>A unit's place (名次).</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Group">Group it was ranked in.</param>
/// <param name="Points">Its points.</param>
/// <param name="Rank">Its rank from 1; equal points share one.</param>
/// <param name="Eligible">Whether it may be given an award.</param>
/// <param name="IsAdvanced">Whether it is an advanced unit (先进单位).</param>
/// <param name="Nominations">Advanced persons (先进个人) it may nominate.</param>
public sealed record Place(string Unit, string Group, decimal Points, int Rank, bool Eligible, bool IsAdvanced, int Nominations);

/// <summary>The appraisal of a year (考评): ranks and awards. Groups are ranked separately where the pack says so.</summary>
public static class YearlyAppraisal
{
    /// <summary>Ranks the units. A unit that lost its eligibility keeps its rank; its award goes to nobody else.</summary>
    /// <param name="scoring">The pack's score table.</param>
    /// <param name="results">Results of the units.</param>
    /// <returns>Their places, by group and rank.</returns>
    public static IReadOnlyList<Place> Rank(Scoring scoring, IReadOnlyList<UnitResult> results)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        ArgumentNullException.ThrowIfNull(results);
        var byGroup = scoring.Principles.Any(principle => principle.Code == ScoringPrinciples.RankedByGroup);
        return
        [
            .. from peers in results.GroupBy(result => byGroup ? result.Group : "").OrderBy(peersOf => peersOf.Key, StringComparer.Ordinal)
               from result in peers.OrderByDescending(result => result.Points).ThenBy(result => result.Unit, StringComparer.Ordinal)
               select PlaceOf(scoring, result, 1 + peers.Count(peer => peer.Points > result.Points)),
        ];
    }

    private static Place PlaceOf(Scoring scoring, UnitResult result, int rank)
    {
        var eligible = !scoring.Exclusions.Any(exclusion => result.Exclusions.Contains(exclusion.Code));
        var reached = scoring.CutOffs.Where(cutOff => eligible && cutOff.Group == result.Group && rank <= cutOff.TopRank).ToList();
        return new(result.Unit, result.Group, result.Points, rank, eligible,
            reached.Exists(cutOff => cutOff.Kind == AwardKind.AdvancedUnit), reached.Sum(cutOff => cutOff.Nominations));
    }
}
