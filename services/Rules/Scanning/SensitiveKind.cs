namespace Disclosure.Rules.Scanning;

/// <summary>Kinds of personal data found in text, the most harmful first.</summary>
public enum SensitiveKind
{
    /// <summary>公民身份号码 (18 or 15 digits), 港澳台居民居住证, 外国人永久居留身份证.</summary>
    IdentityCard,

    /// <summary>银行卡号.</summary>
    BankCard,

    /// <summary>护照、通行证、军官证等证件号码, found behind a heading that names them.</summary>
    OtherDocument,

    /// <summary>疑似身份证号: stands behind a heading for one, but region, birthday or check character is wrong.</summary>
    LikelyIdentityCard,

    /// <summary>手机号码.</summary>
    MobilePhone,

    /// <summary>乡镇、街道以下的住址.</summary>
    Address,

    /// <summary>固定电话.</summary>
    FixedPhone,

    /// <summary>电子邮箱.</summary>
    Email,
}
