namespace Disclosure.Rules.Fees;

/// <summary>Why nothing is charged although a tier would be reached.</summary>
public enum FeeWaiver
{
    /// <summary>不减免.</summary>
    None,

    /// <summary>已主动公开，仅告知获取方式、途径 (第五条).</summary>
    AlreadyPublic,

    /// <summary>申请人未要求提供纸质件、电子邮件或者复制电子数据 (第五条): pages are not supplied, so pages are not charged.</summary>
    NotSupplied,

    /// <summary>行政机关决定不收取: the fee is a means, the organ may refrain.</summary>
    Waived,
}
