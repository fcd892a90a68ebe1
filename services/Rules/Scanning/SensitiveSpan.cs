namespace Disclosure.Rules.Scanning;

/// <summary>Kinds of personal data found in text.</summary>
public enum SensitiveKind
{
    /// <summary>公民身份号码.</summary>
    IdentityCard,

    /// <summary>手机号码.</summary>
    MobilePhone,

    /// <summary>固定电话.</summary>
    FixedPhone,

    /// <summary>银行卡号.</summary>
    BankCard,

    /// <summary>乡镇、街道以下的住址.</summary>
    Address,

    /// <summary>电子邮箱.</summary>
    Email,
}

/// <summary>Personal data at a place in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character, from 0, in UTF-16 units.</param>
/// <param name="Length">Characters.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Character in the line, from 1.</param>
/// <param name="Text">The text found.</param>
/// <param name="Masked">The text masked as it may be published.</param>
public sealed record SensitiveSpan(SensitiveKind Kind, int Start, int Length, int Line, int Column, string Text, string Masked);
