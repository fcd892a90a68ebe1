namespace Disclosure.Rules.Fees;

/// <summary>How the fee is counted; one application uses one basis, never both (国办函〔2020〕109号第三条).</summary>
public enum FeeBasis
{
    /// <summary>按件: applications of one applicant in one calendar month (自然月).</summary>
    Items,

    /// <summary>按量: pages of one application, A4 or smaller, single side.</summary>
    Pages,
}

/// <summary>One tier of a progressive fee (超额累进).</summary>
/// <param name="From">First item or page of the tier.</param>
/// <param name="To">Last item or page counted in the tier.</param>
/// <param name="Count">Items or pages in the tier.</param>
/// <param name="Rate">元 for each item or page.</param>
/// <param name="Amount">元 for the tier.</param>
public readonly record struct FeeTier(int From, int To, int Count, int Rate, long Amount);

/// <summary>A computed fee.</summary>
/// <param name="Basis">How it was counted.</param>
/// <param name="Count">Items or pages.</param>
/// <param name="Amount">元.</param>
/// <param name="Tiers">Tiers that were reached, the free one included.</param>
/// <param name="Article">Its source.</param>
public sealed record Fee(FeeBasis Basis, int Count, long Amount, IReadOnlyList<FeeTier> Tiers, string Article);

/// <summary>The information processing fee (信息处理费) of 国办函〔2020〕109号.</summary>
public static class ProcessingFee
{
    /// <summary>Most items or pages computed, so that a list of tiers stays short.</summary>
    public const int MaxCount = 10_000;

    private const int FreeItems = 10;
    private const int FirstItems = 30;
    private const int ItemTier = 10;
    private const int ItemStep = 100;

    /// <summary>The fee with every tier.</summary>
    /// <param name="basis">How it is counted.</param>
    /// <param name="count">Items of the applicant in the month, or pages of the application; 0 to <see cref="MaxCount"/>.</param>
    /// <returns>The fee.</returns>
    public static Fee Compute(FeeBasis basis, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        var tiers = new List<FeeTier>();
        var amount = 0L;
        foreach (var (from, to, rate) in basis == FeeBasis.Items ? ItemTiers() : PageTiers())
        {
            if (count < from) break;
            var last = Math.Min(count, to);
            var tier = new FeeTier(from, last, last - from + 1, rate, (last - from + 1L) * rate);
            tiers.Add(tier);
            amount += tier.Amount;
        }

        return new Fee(basis, count, amount, tiers, basis == FeeBasis.Items ? "国办函〔2020〕109号第四条" : "国办函〔2020〕109号第五条");
    }

    /// <summary>The part of a month's fee by item that one more application causes: each application is charged as it is handled.</summary>
    /// <param name="position">Its position among the applicant's applications of the calendar month, from 1.</param>
    /// <returns>元.</returns>
    public static int RateOfItem(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(position);
        if (position <= FreeItems) return 0;
        return position <= FirstItems ? ItemStep : ItemStep * (((position - FirstItems - 1) / ItemTier) + 2);
    }

    private static IEnumerable<(int From, int To, int Rate)> ItemTiers()
    {
        yield return (1, FreeItems, 0);
        yield return (FreeItems + 1, FirstItems, ItemStep);

        // From the 31st item on every ten items are a tier, each 100 元 dearer than the one before, without an upper end.
        for (var from = FirstItems + 1; ; from += ItemTier) yield return (from, from + ItemTier - 1, RateOfItem(from));
    }

    private static IEnumerable<(int From, int To, int Rate)> PageTiers()
        => [(1, 30, 0), (31, 100, 10), (101, 200, 20), (201, int.MaxValue, 40)];
}
