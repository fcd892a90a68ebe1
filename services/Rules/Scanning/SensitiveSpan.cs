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

/// <summary>Names of the kinds.</summary>
public static class SensitiveKinds
{
    /// <summary>What people call it, Chinese.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The name.</returns>
    public static string Name(this SensitiveKind kind) => kind switch
    {
        SensitiveKind.IdentityCard => "身份证号",
        SensitiveKind.MobilePhone => "手机号码",
        SensitiveKind.FixedPhone => "固定电话",
        SensitiveKind.BankCard => "银行卡号",
        SensitiveKind.Address => "详细住址",
        _ => "电子邮箱",
    };
}

/// <summary>Personal data at a place in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character, from 0, in UTF-16 units.</param>
/// <param name="Length">Characters.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Character in the line, from 1.</param>
/// <param name="Text">The text found.</param>
public sealed record SensitiveSpan(SensitiveKind Kind, int Start, int Length, int Line, int Column, string Text)
{
    /// <summary>The text masked as it may be published; made when it is asked for, because most who scan only count or mark.</summary>
    public string Masked => Masks.Of(Kind, Text);
}
