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
    /// <summary>The spans of the Regulation and of 国办函〔2020〕109号.</summary>
    public static ReplySpans National { get; } = new(
        Law(LimitCodes.Correction, "补正告知", 7, "第三十条"),
        Law(LimitCodes.Extension, "延长答复", 20, "第三十三条"),
        Law(LimitCodes.ThirdParty, "征求第三方意见", 15, "第三十二条", LimitEffect.Pauses, Silence.OrganDecides),
        Law(LimitCodes.JointOrgan, "征求其他机关意见", 15, "第三十四条", LimitEffect.Pauses, Silence.Consent),
        new LimitRule(LimitCodes.FeePayment, "缴纳信息处理费", 20, LimitUnit.WorkingDay, null, null,
            new Citation("国办函〔2020〕109号", "缴费期限", []), LimitEffect.Resets, Silence.Lapse));

    /// <summary>The spans of a pack; a span it does not set is the national one.</summary>
    /// <param name="limits">The pack's limits.</param>
    /// <returns>The spans.</returns>
    public static ReplySpans From(IEnumerable<LimitRule> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var byCode = limits.Where(limit => limit.Unit == LimitUnit.WorkingDay).ToDictionary(limit => limit.Code);
        LimitRule Of(LimitRule national) => byCode.GetValueOrDefault(national.Code, national);
        return new ReplySpans(Of(National.Correction), Of(National.Extension), Of(National.ThirdParty), Of(National.JointOrgan), Of(National.FeePayment));
    }

    private static LimitRule Law(string code, string name, int days, string article, LimitEffect? effect = null, Silence? silence = null)
        => new(code, name, days, LimitUnit.WorkingDay, null, null, new Citation("条例", article, []), effect, silence);
}

/// <summary>Codes of limits that the clock knows by name.</summary>
public static class LimitCodes
{
    /// <summary>答复.</summary>
    public const string Reply = "application.reply";

    /// <summary>补正告知.</summary>
    public const string Correction = "application.correction";

    /// <summary>延长答复.</summary>
    public const string Extension = "application.extension";

    /// <summary>征求第三方意见.</summary>
    public const string ThirdParty = "application.third-party";

    /// <summary>征求其他机关意见.</summary>
    public const string JointOrgan = "application.joint-organs";

    /// <summary>缴纳信息处理费.</summary>
    public const string FeePayment = "application.fee-payment";
}
