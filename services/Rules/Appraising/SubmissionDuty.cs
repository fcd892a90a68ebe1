using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Appraising;

/// <summary>How far somebody stayed behind the year's task (少报).</summary>
/// <param name="Owed">Items owed in the year (条).</param>
/// <param name="Missing">Items missing (条): of each month on its own, for a rich month does not make up a poor one.</param>
public sealed record Shortfall(int Owed, int Missing)
{
    /// <summary>Share of the task that is missing, 0–1.</summary>
    public decimal Share => Owed == 0 ? 0 : (decimal)Missing / Owed;
}

/// <summary>The task (报送任务) of a unit, a person or the authority as a whole.</summary>
/// <param name="pack">The authority's pack.</param>
/// <param name="subject">Who owes it.</param>
/// <param name="group">Group of the unit or person; empty for the authority as a whole.</param>
public sealed class SubmissionDuty(RulePack pack, QuotaSubject subject, string group = "")
{
    private const int Months = 12;

    /// <summary>Items owed in a period; 0 where no quota applies.</summary>
    /// <param name="period">Month or year.</param>
    /// <returns>The number of items (条).</returns>
    public int Owed(Cycle period)
        => pack.Quotas.Where(quota => quota.Subject == subject && quota.Period == period
        && (subject == QuotaSubject.Authority || quota.Groups.Contains(group))).Sum(quota => quota.Minimum);

    /// <summary>Compares a year with the task.</summary>
    /// <param name="submitted">Items submitted in each month, January first.</param>
    /// <returns>The shortfall.</returns>
    public Shortfall Of(IReadOnlyList<int> submitted)
    {
        ArgumentNullException.ThrowIfNull(submitted);
        ArgumentOutOfRangeException.ThrowIfNotEqual(submitted.Count, Months);
        var (month, year) = (Owed(Cycle.Month), Owed(Cycle.Year));
        var missing = Math.Max(submitted.Sum(count => Math.Max(0, month - count)), year - submitted.Sum());
        return new(Math.Max(year, month * Months), Math.Max(0, missing));
    }

    /// <summary>Points that a shortfall costs: of each missing item.</summary>
    /// <param name="shortfall">The shortfall.</param>
    /// <returns>The points (分).</returns>
    public decimal Points(Shortfall shortfall)
    {
        ArgumentNullException.ThrowIfNull(shortfall);
        return shortfall.Missing * pack.Scoring.Deductions.Where(deduction => deduction.Code == MissingSubmission)
            .Sum(deduction => deduction.Points);
    }

    /// <summary>What a shortfall loses: codes of exclusions whose share it is above.</summary>
    /// <param name="shortfall">The shortfall.</param>
    /// <returns>The codes; empty when every award stays open.</returns>
    public IReadOnlyList<string> Exclusions(Shortfall shortfall)
    {
        ArgumentNullException.ThrowIfNull(shortfall);
        return [.. pack.Scoring.Exclusions.Where(exclusion => shortfall.Share > exclusion.ShortfallAbove)
            .Select(exclusion => exclusion.Code)];
    }

    /// <summary>Code of the deduction for each missing item (少报一次).</summary>
    public const string MissingSubmission = "missing-submission";
}
