using System.Collections.Frozen;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines;

/// <summary>Lengths of the spans inside a reply period, in working days, and the longest extensions of other limits, each with its
/// source.</summary>
/// <param name="Correction">Days to ask for a correction (补正告知).</param>
/// <param name="Extension">Longest extension (延长答复).</param>
/// <param name="ThirdParty">Days a third party has (征求第三方意见).</param>
/// <param name="JointOrgan">Days another organ has (征求其他机关意见).</param>
/// <param name="FeePayment">Days the applicant has to pay (缴费).</param>
public sealed record ReplySpans(LimitRule Correction, LimitRule Extension, LimitRule ThirdParty, LimitRule JointOrgan, LimitRule FeePayment)
{
    /// <summary>Longest extensions (延长) by their codes (<see cref="LimitCodes.Extensions"/>), in days of the limits they lengthen; one that
    /// is missing is the national one.</summary>
    public IReadOnlyDictionary<string, LimitRule> Extensions { get; init; } = FrozenDictionary<string, LimitRule>.Empty;

    private static readonly Lazy<ReplySpans> Embedded = new(() => From(RulePacks.NationalLimits()));

    /// <summary>The spans of the Regulation and of 国办函〔2020〕109号, as the embedded national pack states them.</summary>
    public static ReplySpans National => Embedded.Value;

    /// <summary>The spans of a pack; a span it does not set is the national one.</summary>
    /// <param name="limits">The pack's limits.</param>
    /// <returns>The spans.</returns>
    public static ReplySpans From(IEnumerable<LimitRule> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var all = limits.ToList();
        var byCode = all.Where(limit => limit.Unit == LimitUnit.WorkingDay).ToDictionary(limit => limit.Code);
        LimitRule Of(string code, Func<ReplySpans, LimitRule> national) => byCode.TryGetValue(code, out var own) ? own : national(National);
        return new ReplySpans(Of(LimitCodes.Correction, spans => spans.Correction), Of(LimitCodes.Extension, spans => spans.Extension),
            Of(LimitCodes.ThirdParty, spans => spans.ThirdParty), Of(LimitCodes.JointOrgan, spans => spans.JointOrgan),
            Of(LimitCodes.FeePayment, spans => spans.FeePayment))
        {
            Extensions = all.Where(limit => limit.Effect == LimitEffect.Extends).ToFrozenDictionary(limit => limit.Code),
        };
    }

    /// <summary>The longest extension of a limit.</summary>
    /// <param name="code">Code of the limit that is extended.</param>
    /// <returns>The extension; null where the limit cannot be extended.</returns>
    internal LimitRule? ExtensionOf(string code)
    {
        if (code == LimitCodes.Reply) return Extension;
        return !LimitCodes.Extensions.TryGetValue(code, out var own) ? null
            : Extensions.TryGetValue(own, out var longest) ? longest : National.Extensions[own];
    }
}
