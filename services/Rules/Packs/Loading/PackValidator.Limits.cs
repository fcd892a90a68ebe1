using System.Text.RegularExpressions;

namespace Disclosure.Rules.Packs.Loading;

internal sealed partial class PackValidator
{
    private void CheckLimits()
    {
        for (var i = 0; i < pack.Limits.Count; i++)
        {
            var (limit, at) = (pack.Limits[i], $"$.limits[{i}]");
            if (!LimitCode().IsMatch(limit.Code)) Add($"{at}.code", $"must be dotted kebab-case: '{limit.Code}'");
            if (AmountFault(limit.Amount, limit.Unit) is { } fault) Add($"{at}.amount", fault);
            if (limit.AmountMax <= limit.Amount) Add($"{at}.amountMax", "must be above the amount");
            if (limit.Statutory is { } statutory) CheckStatutory(limit, statutory, at);
        }
    }

    /// <summary>A local limit may shorten what the Regulation allows, never lengthen it.</summary>
    private void CheckStatutory(LimitRule limit, StatutoryLimit statutory, string at)
    {
        if (limit.Unit != statutory.Unit) Add($"{at}.unit", $"cannot be compared with the statutory unit {statutory.Unit}");
        else if ((limit.AmountMax ?? limit.Amount) > statutory.Amount) Add($"{at}.amount", $"is longer than the statutory {statutory.Amount}");
    }

    private static string? AmountFault(int amount, LimitUnit unit) => unit switch
    {
        LimitUnit.Immediate or LimitUnit.SetDate or LimitUnit.BeforeStart => amount == 0 ? null : "must be 0, the unit has no amount",
        LimitUnit.DayOfMonth => amount is >= 1 and <= 28 ? null : "must be a day that every month has (1–28)",
        LimitUnit.MonthOfYear => amount is >= 1 and <= 12 ? null : "must be a month (1–12)",
        LimitUnit.MonthDay => IsMonthDay(amount) ? null : "must be month × 100 + day",
        _ => amount > 0 ? null : "must be above 0",
    };

    private static bool IsMonthDay(int amount) =>
        amount / 100 is >= 1 and <= 12 && amount % 100 >= 1 && amount % 100 <= DateTime.DaysInMonth(2001, amount / 100);

    [GeneratedRegex("^[a-z0-9-]+(\\.[a-z0-9-]+)*$")]
    private static partial Regex LimitCode();
}
