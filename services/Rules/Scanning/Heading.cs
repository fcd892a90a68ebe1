namespace Disclosure.Rules.Scanning;

/// <summary>What the words directly before a number say that it is.</summary>
internal enum Heading
{
    /// <summary>They say nothing.</summary>
    None,

    /// <summary>身份证号, 证件号码, 居住证.</summary>
    Identity,

    /// <summary>银行卡号, 账号, 卡号.</summary>
    Bank,

    /// <summary>电话, 手机, 联系方式.</summary>
    Phone,

    /// <summary>护照, 通行证.</summary>
    Travel,

    /// <summary>军官证, 士兵证.</summary>
    Officer,

    /// <summary>统一社会信用代码, 纳税人识别号: of an organisation, or of a person who is taxed by the identity number.</summary>
    Organisation,

    /// <summary>许可证, 备案号, 条码: a number of a thing or a paper, never of a person.</summary>
    Code,

    /// <summary>编号, 单号: some number, which an identity number with its check character may be all the same.</summary>
    Number,

    /// <summary>…号: a number of which nothing more is said.</summary>
    Serial,

    /// <summary>金额, 合计: an amount.</summary>
    Amount,
}
