using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Rules.Answers;

/// <summary>Reads what people type into a question and says in Chinese what is wrong with it.</summary>
public static partial class Inputs
{
    /// <summary>Reads a whole number.</summary>
    /// <param name="text">The text; null when none was given.</param>
    /// <param name="number">The number.</param>
    /// <param name="error">What is wrong, Chinese; empty when nothing is.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryNumber(string? text, out int number, out string error)
    {
        var read = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        error = read ? "" : text is null ? "缺少数字。" : Whole().IsMatch(text) ? $"“{text}”超出范围。" : $"“{text}”不是整数。";
        return read;
    }

    /// <summary>Reads a day.</summary>
    /// <param name="text">The text (yyyy-MM-dd); null when none was given.</param>
    /// <param name="day">The day.</param>
    /// <param name="error">What is wrong, Chinese; empty when nothing is.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryDay(string? text, out DateOnly day, out string error)
    {
        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
        error = read ? "" : text is null ? "缺少日期（yyyy-MM-dd）。" : $"“{text}”不是有效日期（yyyy-MM-dd）。";
        return read;
    }

    /// <summary>Most days in a list.</summary>
    public const int MaxDays = 1000;

    /// <summary>Reads a list of days.</summary>
    /// <param name="text">Days (yyyy-MM-dd) with commas between them; null or empty for none.</param>
    /// <param name="days">The days, in the order given; empty where one cannot be read.</param>
    /// <param name="error">What is wrong, Chinese; empty when nothing is.</param>
    /// <returns>Whether every one is a day and there are at most <see cref="MaxDays"/>.</returns>
    public static bool TryDays(string? text, out IReadOnlyList<DateOnly> days, out string error)
    {
        (days, error) = ([], "");
        var parts = (text ?? "").Split(',', '，').Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        if (parts.Count > MaxDays)
        {
            error = $"日期不得超过 {MaxDays} 个。";
            return false;
        }

        var read = new List<DateOnly>(parts.Count);
        foreach (var part in parts)
        {
            if (!TryDay(part, out var day, out error)) return false;
            read.Add(day);
        }

        days = read;
        return true;
    }

    [GeneratedRegex("^[+-]?[0-9]+$")]
    private static partial Regex Whole();
}
