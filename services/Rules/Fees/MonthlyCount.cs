namespace Disclosure.Rules.Fees;

/// <summary>An application that counts towards the fee by item.</summary>
/// <param name="Applicant">Stable key of the applicant (申请人); the same person always has the same key.</param>
/// <param name="ReceivedOn">Day of receipt; its calendar month counts.</param>
/// <param name="Items">Items after splitting by 一事一申请 (第四条), at least 1.</param>
public readonly record struct ChargeableApplication(string Applicant, DateOnly ReceivedOn, int Items = 1);

/// <summary>Counts applications for the fee by item: same applicant, same calendar month (同一申请人一个自然月内累计).</summary>
public static class MonthlyCount
{
    /// <summary>Items of each applicant and month, and the fee they make.</summary>
    /// <param name="applications">Applications, in any order.</param>
    /// <returns>The fee by applicant and first day of the month.</returns>
    public static IReadOnlyDictionary<(string Applicant, DateOnly Month), Fee> Fees(IEnumerable<ChargeableApplication> applications)
    {
        ArgumentNullException.ThrowIfNull(applications);
        return applications
            .GroupBy(application => (application.Applicant, new DateOnly(application.ReceivedOn.Year, application.ReceivedOn.Month, 1)))
            .ToDictionary(group => group.Key, group => ProcessingFee.Compute(FeeBasis.Items, group.Sum(Items)));
    }

    private static int Items(ChargeableApplication application)
        => application.Items > 0 ? application.Items
        : throw new ArgumentOutOfRangeException(nameof(application), application.Items, "An application has at least one item.");
}
