using System.Globalization;

namespace Disclosure.Gateway.Portal;

/// <summary>Chinese wording of codes and instants. An absent value stays absent.</summary>
internal static class Labels
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>日期, for readers.</summary>
    public static string Date(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Date(DateTimeOffset)"/>
    public static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The form of the PubDate tag: yyyy-MM-dd HH:mm, Asia/Shanghai, 24 hours.</summary>
    public static string Minute(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A count; services stop counting at 1,000.</summary>
    public static string Count(int total) => total >= 1_000 ? "1,000 以上" : total.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>有效性.</summary>
    public static string Validity(string? code) => code switch
    {
        null or "Valid" => "有效",
        "Modified" => "已修改",
        "Abolished" => "已废止",
        "Expired" => "已失效",
        _ => code,
    };

    public static bool IsValid(string? code) => Validity(code) == "有效";

    /// <summary>公开方式, from the attribute.</summary>
    public static string Attribute(string? code) => code switch
    {
        null or "Proactive" => "主动公开",
        "OnRequest" => "依申请公开",
        "Withheld" => "不予公开",
        _ => code,
    };

    /// <summary>State of a staff item.</summary>
    public static string ItemState(string code) => code switch
    {
        "Draft" => "草稿",
        "InReview" => "审核中",
        "Returned" => "已退回",
        "Rejected" => "不予通过",
        "Published" => "已发布",
        "Withdrawn" => "已撤下",
        _ => code,
    };

    private static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Shanghai);
}
