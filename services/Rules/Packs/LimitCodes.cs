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
}
