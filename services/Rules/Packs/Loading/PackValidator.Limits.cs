using System.Text.RegularExpressions;
using Disclosure.Rules.Reading;

namespace Disclosure.Rules.Packs.Loading;

internal sealed partial class PackValidator
{
    private void CheckLimits()
    {
        var categories = new Names(pack.SubmissionCategories.Select(category => category.Code).ToHashSet(),
            merger.HidesCodes("$.submissionCategories"));
        for (var i = 0; i < pack.Limits.Count; i++)
        {
            var (limit, at) = (pack.Limits[i], $"$.limits[{i}]");
            if (!LimitCode().IsMatch(limit.Code)) Add($"{at}.code", $"代码“{Excerpt.Of(limit.Code)}”应由小写字母、数字、连字符和点组成");
            if (AmountFault(limit.Amount, limit.Unit) is { } fault) Add($"{at}.amount", fault, $"{at}.unit");
            if (limit.AmountMax is { } most) CheckUpperEnd(limit, most, at);
            if (limit.Statutory is { } statutory) CheckStatutory(limit, statutory, at);
            if (limit.Late == LateFrom.Reached && (limit is not { Unit: LimitUnit.WorkingDay or LimitUnit.CalendarDay, AmountMax: null }
                || limit.Amount < 2))
                Add($"{at}.late", "只适用于按工作日或自然日计算、不少于2日且没有 amountMax 的期限", $"{at}.unit", $"{at}.amount");
            if (!MayMove(limit.LastDayOff, limit.Unit)) Add($"{at}.lastDayOff", "只有按自然日或月计算的期限可以顺延", $"{at}.unit");
            if (limit.Silence == Silence.NoEvidence
                && limit.Code is not (LimitCodes.ReconsiderationAnswer or LimitCodes.SimplifiedReconsiderationAnswer))
                Add($"{at}.silence", "只适用于行政复议答复", $"{at}.code");
            if (LimitCodes.Extensions.TryGetValue(limit.Code, out var extension) && pack.Limit(extension) is { } longest)
                CheckExtension(limit, longest, i);
            CheckEach(limit.Categories ?? [], categories, $"{at}.categories", "报送分类");
        }
    }

    private void CheckUpperEnd(LimitRule limit, int most, string at)
    {
        if (most <= limit.Amount) Add($"{at}.amountMax", "应大于 amount", $"{at}.amount");
        else if (AmountFault(most, limit.Unit) is { } fault) Add($"{at}.amountMax", fault, $"{at}.unit");
    }

    // Days of an extension are added to the days of the limit, so both have to be of one kind.
    private void CheckExtension(LimitRule limit, LimitRule extension, int index)
    {
        var other = pack.Limits.TakeWhile(known => known.Code != extension.Code).Count();
        if (limit.Unit is not (LimitUnit.WorkingDay or LimitUnit.CalendarDay))
            Add($"$.limits[{index}].unit", "可以延长的期限应按工作日或自然日计算");
        else if (extension.Unit != limit.Unit)
            Add($"$.limits[{other}].unit", $"应与所延长的期限“{limit.Code}”相同", $"$.limits[{index}].unit");
    }

    private static bool MayMove(LastDayOff lastDayOff, LimitUnit unit)
        => lastDayOff == LastDayOff.Stays || unit is LimitUnit.CalendarDay or LimitUnit.Month;

    /// <summary>A local limit may shorten what the Regulation allows, never lengthen it.</summary>
    private void CheckStatutory(LimitRule limit, StatutoryLimit statutory, string at)
    {
        if (AmountFault(statutory.Amount, statutory.Unit) is { } fault) Add($"{at}.statutory.amount", fault, $"{at}.statutory.unit");
        if (limit.Unit != statutory.Unit) Add($"{at}.unit", $"与法定期限的单位 {statutory.Unit} 不能比较", $"{at}.statutory.unit");
        else if ((limit.AmountMax ?? limit.Amount) > statutory.Amount) Add($"{at}.amount", $"长于法定的{statutory.Amount}", at);
        if (!MayMove(statutory.LastDayOff, statutory.Unit))
            Add($"{at}.statutory.lastDayOff", "只有按自然日或月计算的期限可以顺延", $"{at}.statutory.unit");
        else if (limit.LastDayOff == LastDayOff.Moves && statutory.LastDayOff == LastDayOff.Stays)
            Add($"{at}.lastDayOff", "法定期限的最后一日不顺延", $"{at}.statutory.lastDayOff");
    }

    // The upper ends keep the clock inside the calendar: some eight to ten years of any unit.
    private static string? AmountFault(int amount, LimitUnit unit) => unit switch
    {
        LimitUnit.Immediate or LimitUnit.Prompt or LimitUnit.SetDate or LimitUnit.BeforeStart => amount == 0 ? null : "这种期限没有数量，应为0",
        LimitUnit.DayOfMonth => Within(amount, 28, "每月都有的日期"),
        LimitUnit.MonthOfYear => Within(amount, 12, "月份"),
        LimitUnit.MonthDay => IsMonthDay(amount) ? null : "应为月份×100＋日期",
        LimitUnit.WorkingDay => Within(amount, 2000, "工作日数"),
        LimitUnit.CalendarDay => Within(amount, 3650, "自然日数"),
        LimitUnit.Month => Within(amount, 120, "月数"),
        _ => Within(amount, 366, "每年次数"),
    };

    private static string? Within(int amount, int most, string what) => amount >= 1 && amount <= most ? null
        : $"{what}应在1至{most}之间，实为{amount}";

    private static bool IsMonthDay(int amount) =>
        amount / 100 is >= 1 and <= 12 && amount % 100 >= 1 && amount % 100 <= DateTime.DaysInMonth(2001, amount / 100);

    [GeneratedRegex("^[a-z0-9-]+(\\.[a-z0-9-]+)*$")]
    private static partial Regex LimitCode();
}
