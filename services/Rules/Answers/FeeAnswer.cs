using Disclosure.Rules.Fees;

namespace Disclosure.Rules.Answers;

/// <summary>What the processing fee would be (信息处理费试算).</summary>
/// <param name="Amount">元.</param>
/// <param name="Tiers">Tiers reached, the free one included.</param>
/// <param name="Basis"><c>items</c> or <c>pages</c>.</param>
/// <param name="Count">Items or pages.</param>
/// <param name="Article">Its source.</param>
public sealed record FeeAnswer(long Amount, IReadOnlyList<FeeTier> Tiers, FeeBasis Basis, int Count, string Article)
{
    /// <summary>Computes a fee.</summary>
    /// <param name="basis"><c>items</c> or <c>pages</c>.</param>
    /// <param name="count">Items of one applicant in a calendar month, or pages of one application.</param>
    /// <returns>The answer or the errors.</returns>
    public static Answer<FeeAnswer> Create(string basis, int count)
    {
        var errors = new List<string>();
        if (basis is not ("items" or "pages")) errors.Add($"计收方式“{basis}”应为 items（按件）或 pages（按量）。");
        if (count is < 0 or > ProcessingFee.MaxCount) errors.Add($"数量应在 0 至 {ProcessingFee.MaxCount} 之间，实为 {count}。");
        if (errors.Count > 0) return new(null, errors);
        var fee = ProcessingFee.Compute(basis == "items" ? FeeBasis.Items : FeeBasis.Pages, count);
        return Answer<FeeAnswer>.Of(new(fee.Amount, fee.Tiers, fee.Basis, fee.Count, fee.Article));
    }
}
