using System.Collections.Frozen;

namespace Disclosure.Rules.Packs;

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

    /// <summary>主动公开期限: bounds every publication.</summary>
    public const string Publication = "publication";

    /// <summary>行政复议答复并提交证据 (行政复议法第四十八条).</summary>
    public const string ReconsiderationAnswer = "reconsideration.answer";

    /// <summary>简易程序的行政复议答复并提交证据 (行政复议法第五十四条).</summary>
    public const string SimplifiedReconsiderationAnswer = "reconsideration.answer-simplified";

    /// <summary>行政复议决定 (行政复议法第六十二条).</summary>
    public const string ReconsiderationDecision = "reconsideration.decision";

    /// <summary>延长行政复议决定.</summary>
    public const string ReconsiderationExtension = "reconsideration.decision-extension";

    /// <summary>信访事项办理 (信访工作条例第三十四条).</summary>
    public const string PetitionHandling = "petition.handling";

    /// <summary>延长信访事项办理.</summary>
    public const string PetitionExtension = "petition.handling-extension";

    /// <summary>The limit that says how far another one may be extended (延长), by the code of the extended one.</summary>
    public static readonly IReadOnlyDictionary<string, string> Extensions = new Dictionary<string, string>
    {
        [Reply] = Extension,
        [ReconsiderationDecision] = ReconsiderationExtension,
        [PetitionHandling] = PetitionExtension,
    }.ToFrozenDictionary();
}
