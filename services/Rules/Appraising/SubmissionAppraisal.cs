using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Appraising;

/// <summary>What a unit or person submitted in a year (报送情况).</summary>
/// <param name="Subject">Code of the unit or person.</param>
/// <param name="Submitted">Items submitted (报送数量, 条).</param>
/// <param name="Adopted">Items of these that were adopted (采用数量, 条).</param>
/// <param name="Exclusions">Codes of <see cref="AwardExclusion"/> that apply.</param>
public sealed record SubmissionRecord(string Subject, int Submitted, int Adopted, IReadOnlyList<string> Exclusions);

/// <summary>A place in the appraisal by quantity, quality and rank (信息工作评比).</summary>
/// <param name="Subject">Code of the unit or person.</param>
/// <param name="QuantityRank">Rank by items submitted, from 1; equals share one.</param>
/// <param name="QualityRank">Rank by the share of items adopted, from 1; equals share one.</param>
/// <param name="Rank">Rank by the sum of both, from 1; equals share one.</param>
/// <param name="Commended">Whether it is commended (表彰奖励).</param>
public sealed record AppraisedPlace(string Subject, int QuantityRank, int QualityRank, int Rank, bool Commended);

/// <summary>The yearly appraisal of submissions by quantity, quality and rank (按报送数量、质量和排名评比). Pure.</summary>
public static class SubmissionAppraisal
{
    /// <summary>Ranks those who submit. Whoever lost its eligibility keeps its rank and is not commended, and nobody moves up for
    /// it.</summary>
    /// <param name="scoring">The pack's score table.</param>
    /// <param name="records">What each submitted.</param>
    /// <param name="commendations">Last rank that is commended, from 0; the rule leaves it to whoever appraises (成绩较好).</param>
    /// <returns>The places by rank, then by code.</returns>
    /// <exception cref="ArgumentException">The pack does not appraise in this way, or a record has more items adopted than
    /// submitted.</exception>
    public static IReadOnlyList<AppraisedPlace> Rank(Scoring scoring, IReadOnlyList<SubmissionRecord> records, int commendations)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfNegative(commendations);
        if (scoring.Principles.All(principle => principle.Code != ScoringPrinciples.QuantityQualityRank))
            throw new ArgumentException("The pack does not appraise by quantity, quality and rank.", nameof(scoring));
        if (records.FirstOrDefault(record => record.Adopted < 0 || record.Adopted > record.Submitted) is { } wrong)
            throw new ArgumentException($"{wrong.Subject}: {wrong.Adopted} of {wrong.Submitted} items adopted.", nameof(records));

        var quantity = RankBy(records, record => record.Submitted);
        var quality = RankBy(records, record => record.Submitted == 0 ? 0 : (decimal)record.Adopted / record.Submitted);
        var overall = RankBy(records, record => -(quantity[record.Subject] + quality[record.Subject]));
        return
        [
            .. records.Select(record
            => new AppraisedPlace(record.Subject, quantity[record.Subject], quality[record.Subject], overall[record.Subject],
                    overall[record.Subject] <= commendations && record.Submitted > 0
                    && !scoring.Exclusions.Any(exclusion => record.Exclusions.Contains(exclusion.Code))))
                .OrderBy(place => place.Rank).ThenBy(place => place.Subject, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, int> RankBy(IReadOnlyList<SubmissionRecord> records, Func<SubmissionRecord, decimal> measure)
    {
        // Sorted once: a comparison of each with each would not bear the units of a province.
        var (ranks, before, rank) = (new Dictionary<string, int>(), default(decimal?), 0);
        foreach (var (record, index) in records.OrderByDescending(measure).Select((record, index) => (record, index)))
        {
            if (measure(record) != before) (before, rank) = (measure(record), index + 1);
            ranks.Add(record.Subject, rank);
        }

        return ranks;
    }
}
