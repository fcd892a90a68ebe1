namespace Disclosure.Rules.Scanning;

/// <summary>Names of the kinds, and finds in the order in which people should read them.</summary>
public static class SensitiveKinds
{
    /// <summary>What people call it, Chinese.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The name.</returns>
    public static string Name(this SensitiveKind kind) => kind switch
    {
        SensitiveKind.IdentityCard => "身份证号",
        SensitiveKind.BankCard => "银行卡号",
        SensitiveKind.OtherDocument => "证件号码",
        SensitiveKind.LikelyIdentityCard => "有误的身份证号（区划、出生日期或校验码不符）",
        SensitiveKind.MobilePhone => "手机号码",
        SensitiveKind.Address => "详细住址",
        SensitiveKind.FixedPhone => "固定电话",
        _ => "电子邮箱",
    };

    /// <summary>The finds grouped by kind, the most harmful kind first; within a kind in the order of the text.</summary>
    /// <param name="spans">Finds of one text.</param>
    /// <returns>A group per kind that was found; nothing is left out.</returns>
    public static IEnumerable<IGrouping<SensitiveKind, SensitiveSpan>> MostHarmfulFirst(this IEnumerable<SensitiveSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        return spans.GroupBy(span => span.Kind).OrderBy(group => group.Key);
    }
}
