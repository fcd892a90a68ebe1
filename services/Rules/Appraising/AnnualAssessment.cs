using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Appraising;

/// <summary>What an annual assessment knows of a unit (年度考核).</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Group">Its group.</param>
/// <param name="OtherPoints">Points (分) of everything but disclosure, from whoever assesses.</param>
/// <param name="Results">Points (分) of each result of disclosure work that is known; below zero where they are deducted.</param>
public sealed record AssessedUnit(string Unit, string Group, decimal OtherPoints, IReadOnlyDictionary<AssessedResult, decimal> Results);

/// <summary>A unit's total in an annual assessment.</summary>
/// <param name="Assessment">Code of the <see cref="AssessmentRule"/>.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Total">Total (总分), disclosure included; null while a result is missing, for the assessment is then incomplete.</param>
/// <param name="Missing">Results that the assessment still needs.</param>
public sealed record AssessedTotal(string Assessment, string Unit, decimal? Total, IReadOnlyList<AssessedResult> Missing);

/// <summary>The results of disclosure work in the annual assessments of a pack (考评结果纳入年度考核).</summary>
public static class AnnualAssessment
{
    /// <summary>The totals of a unit in every assessment that takes it in.</summary>
    /// <param name="scoring">The pack's score table.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>The totals in the pack's order; empty where no assessment takes in units of its group.</returns>
    public static IReadOnlyList<AssessedTotal> Of(Scoring scoring, AssessedUnit unit)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        ArgumentNullException.ThrowIfNull(unit);
        return [.. scoring.Assessments.Where(assessment => assessment.Groups.Count == 0 || assessment.Groups.Contains(unit.Group))
            .Select(assessment => Total(assessment, unit))];
    }

    private static AssessedTotal Total(AssessmentRule assessment, AssessedUnit unit)
    {
        var missing = assessment.Results.Where(result => !unit.Results.ContainsKey(result)).ToList();
        var total = missing.Count > 0 ? (decimal?)null : unit.OtherPoints + assessment.Results.Sum(result => unit.Results[result]);
        return new(assessment.Code, unit.Unit, total, missing);
    }
}
