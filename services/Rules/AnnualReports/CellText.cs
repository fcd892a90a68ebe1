using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Rules.AnnualReports;

/// <summary>What people type into a cell, read the way R7 allows: full-width digits are digits, everything else must be a number.</summary>
internal static partial class CellText
{
    private const int MaxDigits = 12;

    /// <summary>Reads a count; null for a blank. False for anything that is not a number of at most twelve digits.</summary>
    public static bool TryReadCount(string text, out long? value)
    {
        value = null;
        var plain = Normalise(text);
        if (plain.Length == 0) return true;
        if (!Count().IsMatch(plain)) return false;
        value = long.Parse(plain, CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>Reads an amount in 万元 with at most six decimals; null for a blank.</summary>
    public static bool TryReadAmount(string text, out decimal? value)
    {
        value = null;
        var plain = Normalise(text);
        if (plain.Length == 0) return true;
        if (!Amount().IsMatch(plain)) return false;
        value = decimal.Parse(plain, CultureInfo.InvariantCulture);
        return true;
    }

    // Full width only: compatibility forms (①, ², 一) are not how a number is written into a cell.
    private static string Normalise(string text) => text.Trim() is { Length: <= MaxDigits * 2 } trimmed
        ? string.Create(trimmed.Length, trimmed, (half, full) =>
        {
            for (var i = 0; i < full.Length; i++) half[i] = full[i] is (>= '０' and <= '９') or '－' or '．' ? (char)(full[i] - 0xFEE0)
                : full[i];
        })
        : text;

    [GeneratedRegex("^-?[0-9]{1,12}$")]
    private static partial Regex Count();

    [GeneratedRegex(@"^-?[0-9]{1,12}(\.[0-9]{1,6})?$")]
    private static partial Regex Amount();
}
