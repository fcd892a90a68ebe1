using System.Diagnostics;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Printing;

/// <summary>Limits in words.</summary>
internal static class LimitText
{
    public static string Amount(LimitRule limit) => Amount(limit.Amount, limit.Unit)
        + (limit.AmountMax is { } most ? $"，最长 {Amount(most, limit.Unit)}" : "");

    public static string Amount(int amount, LimitUnit unit) => unit switch
    {
        LimitUnit.WorkingDay => $"{amount} 个工作日",
        LimitUnit.CalendarDay => $"{amount} 日（自然日）",
        LimitUnit.Month => $"{amount} 个月",
        LimitUnit.DayOfMonth => $"每月 {amount} 日前",
        LimitUnit.MonthDay => $"每年 {amount / 100} 月 {amount % 100} 日前",
        LimitUnit.MonthOfYear => $"每年 {amount} 月",
        LimitUnit.TimesPerYear => $"每年 {amount} 次",
        LimitUnit.Immediate => "当日（立即、同时、当场），休息日也不例外",
        LimitUnit.Prompt => "及时：当日，当日为休息日的为其后第一个工作日",
        LimitUnit.SetDate => "限期：由提出要求的一方指定日期",
        LimitUnit.BeforeStart => "会议开始前",
        _ => throw new UnreachableException(),
    };

    /// <summary>From when on it is late, where the amount itself is late already; null elsewhere.</summary>
    public static string? Late(LimitRule limit) => limit.Late == LateFrom.Reached
        ? $"满 {Amount(limit.Amount, limit.Unit)}即为逾期，最后一日为第 {limit.DaysInTime()} {(limit.Unit == LimitUnit.WorkingDay ? "个工作日" : "日")}"
        : null;

    /// <summary>What becomes of a last day that is a day off, where that is a question.</summary>
    public static string? LastDay(LimitUnit unit, LastDayOff last)
        => unit is LimitUnit.CalendarDay or LimitUnit.Month or LimitUnit.MonthDay or LimitUnit.DayOfMonth ? PackTerms.Of(last) : null;
}
