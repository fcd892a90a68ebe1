using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Appraising;

/// <summary>How far somebody stayed behind the year's task (少报). Which of its numbers decides, the pack says: the text bears more than one
/// reading.</summary>
/// <param name="Owed">Items owed in the year (条).</param>
/// <param name="OfYear">Items missing from the year's number (条): a rich month makes up a poor one.</param>
/// <param name="OfMonths">Items missing (条), each month on its own, and no fewer than the year's.</param>
/// <param name="Months">Months that are short.</param>
public sealed record Shortfall(int Owed, int OfYear, int OfMonths, int Months)
{
    /// <summary>Share of the task that is missing.</summary>
    /// <param name="total">What is added up.</param>
    /// <returns>0–1.</returns>
    public decimal Share(ShortfallTotal total) => Owed == 0 ? 0 : (decimal)(total == ShortfallTotal.Year ? OfYear : OfMonths) / Owed;
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
        var owed = Math.Max(year, month * Months);
        var ofYear = Math.Max(0, owed - submitted.Sum());
        var ofMonths = submitted.Sum(count => Math.Max(0, month - count));
        return new(owed, ofYear, Math.Max(ofYear, ofMonths), submitted.Count(count => count < month));
    }

    /// <summary>Points that a shortfall costs, for each occasion (少报一次).</summary>
    /// <param name="shortfall">The shortfall.</param>
    /// <returns>The points (分).</returns>
    public decimal Points(Shortfall shortfall)
    {
        ArgumentNullException.ThrowIfNull(shortfall);
        return pack.Scoring.Deductions.Sum(deduction => deduction.Points * deduction.Occasion switch
        {
            ShortfallOccasion.Month => shortfall.Months,
            ShortfallOccasion.Item => shortfall.OfMonths,
            _ => 0,
        });
    }

    /// <summary>What a shortfall loses: codes of exclusions whose share it is above.</summary>
    /// <param name="shortfall">The shortfall.</param>
    /// <returns>The codes; empty when every award stays open.</returns>
    public IReadOnlyList<string> Exclusions(Shortfall shortfall)
    {
        ArgumentNullException.ThrowIfNull(shortfall);
        return [.. pack.Scoring.Exclusions
            .Where(exclusion => exclusion.AddedUpOver is { } total && shortfall.Share(total) > exclusion.ShortfallAbove)
            .Select(exclusion => exclusion.Code)];
    }
}
