namespace Disclosure.Documents.Release;

/// <summary>Kinds of findings at the release gate (放行检查), the most harmful first.</summary>
public enum ReleaseKind
{
    /// <summary>密级标志: 秘密, 机密, 绝密 in the place of a mark.</summary>
    SecrecyMark,

    /// <summary>公民身份号码 and the like.</summary>
    IdentityCard,

    /// <summary>银行卡号.</summary>
    BankCard,

    /// <summary>What cannot be read at all.</summary>
    Unreadable,

    /// <summary>工作秘密、内部资料、不予公开: what the paper says of itself.</summary>
    HandlingMark,

    /// <summary>护照、通行证、军官证等证件号码.</summary>
    OtherDocument,

    /// <summary>疑似身份证号.</summary>
    LikelyIdentityCard,

    /// <summary>Masked here and readable in what is public, or the other way round (拼图).</summary>
    Mosaic,

    /// <summary>手机号码.</summary>
    MobilePhone,

    /// <summary>详细住址.</summary>
    Address,

    /// <summary>固定电话.</summary>
    FixedPhone,

    /// <summary>电子邮箱.</summary>
    Email,

    /// <summary>隐藏内容.</summary>
    Hidden,

    /// <summary>批注、备注.</summary>
    Comment,

    /// <summary>修订.</summary>
    TrackedChange,

    /// <summary>扫描页: nobody but a reader knows what it says.</summary>
    ScannedPage,

    /// <summary>图片, likewise.</summary>
    Picture,

    /// <summary>内嵌文件.</summary>
    Embedded,

    /// <summary>外部数据连接.</summary>
    ExternalData,

    /// <summary>文档属性 that could not be taken out.</summary>
    Properties,
}
