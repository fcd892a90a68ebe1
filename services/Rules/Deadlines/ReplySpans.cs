using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines;

/// <summary>Lengths of the spans inside a reply period, in working days, each with its source.</summary>
/// <param name="Correction">Days to ask for a correction (补正告知).</param>
/// <param name="Extension">Longest extension (延长答复).</param>
/// <param name="ThirdParty">Days a third party has (征求第三方意见).</param>
/// <param name="JointOrgan">Days another organ has (征求其他机关意见).</param>
/// <param name="FeePayment">Days the applicant has to pay (缴费).</param>
public sealed record ReplySpans(LimitRule Correction, LimitRule Extension, LimitRule ThirdParty, LimitRule JointOrgan, LimitRule FeePayment)
{
    private static readonly Lazy<ReplySpans> Embedded = new(() => From(RulePacks.NationalLimits()));

    /// <summary>The spans of the Regulation and of 国办函〔2020〕109号, as the embedded national pack states them.</summary>
    public static ReplySpans National => Embedded.Value;

    /// <summary>The spans of a pack; a span it does not set is the national one.</summary>
    /// <param name="limits">The pack's limits.</param>
    /// <returns>The spans.</returns>
    public static ReplySpans From(IEnumerable<LimitRule> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var byCode = limits.Where(limit => limit.Unit == LimitUnit.WorkingDay).ToDictionary(limit => limit.Code);
        LimitRule Of(string code, Func<ReplySpans, LimitRule> national) => byCode.TryGetValue(code, out var own) ? own : national(National);
        return new ReplySpans(Of(LimitCodes.Correction, spans => spans.Correction), Of(LimitCodes.Extension, spans => spans.Extension),
            Of(LimitCodes.ThirdParty, spans => spans.ThirdParty), Of(LimitCodes.JointOrgan, spans => spans.JointOrgan),
            Of(LimitCodes.FeePayment, spans => spans.FeePayment));
    }
}
