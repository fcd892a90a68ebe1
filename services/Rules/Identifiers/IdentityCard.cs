namespace Disclosure.Rules.Identifiers;

/// <summary>
/// Citizen identity number (公民身份号码, GB 11643-1999); the numbers of 港澳台居民居住证 and 外国人永久居留身份证 (GA 2102-2023) have the same form and
/// check character.
/// </summary>
public static class IdentityCard
{
    private const string CheckCharacters = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    // 省级行政区划代码, GB/T 2260: the first two digits; 71, 81, 82, 83 are Taiwan, Hong Kong, Macau and residence permits of Taiwan residents.
    private static readonly bool[] Provinces = KnownProvinces();

    /// <summary>Checks form, region, birthday and check character.</summary>
    /// <param name="value">The number as typed; full width and “×” are accepted.</param>
    /// <param name="today">Asia/Shanghai day, to refuse a birthday in the future.</param>
    /// <returns>The result.</returns>
    public static Checked Check(string value, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(value);
        var number = Normalization.Of(value);
        if (number.Length != 18) return Checked.No($"身份证号码应为 18 位，实为 {number.Length} 位");
        for (var index = 0; index < 17; index++)
        {
            if (!char.IsAsciiDigit(number[index])) return Checked.No($"第 {index + 1} 位“{number[index]}”不是数字");
        }

        if (!char.IsAsciiDigit(number[17]) && number[17] != 'X') return Checked.No($"第 18 位“{number[17]}”不是数字或 X");
        if (!IsRegion(number)) return Checked.No($"前 2 位“{number[..2]}”不是省级行政区划代码"
            + (IsForeigner(number) ? "（外国人永久居留身份证在第 2 至 3 位）" : ""), number);
        if (!TryBirthday(number, out var birthday)) return Checked.No($"第 7 至 14 位“{number[6..14]}”不是有效日期", number);
        if (birthday > today) return Checked.No($"出生日期 {birthday:yyyy-MM-dd} 晚于今天", number);
        var expected = CheckCharacter(number);
        return expected == number[17] ? Checked.Ok(number) : Checked.No($"校验码应为 {expected}，实为 {number[17]}", number);
    }

    /// <summary>The check character of the first 17 digits.</summary>
    /// <param name="digits">At least 17 digits.</param>
    /// <returns>A digit or X.</returns>
    public static char CheckCharacter(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var index = 0; index < Weights.Length; index++) sum += (digits[index] - '0') * Weights[index];
        return CheckCharacters[sum % 11];
    }

    /// <summary>Whether 18 characters are a plausible number, for scanning: region, date and check character hold.</summary>
    internal static bool IsPlausible(ReadOnlySpan<char> number)
        => IsRegion(number) && TryBirthday(number, out _) && char.ToUpperInvariant(number[17]) == CheckCharacter(number);

    /// <summary>Whether digits begin as numbers do: with a province, or with a 9 and a province.</summary>
    internal static bool MayBegin(ReadOnlySpan<char> digits)
        => digits.Length > 2 && (IsProvince(digits[0], digits[1]) || (digits[0] == '9' && IsProvince(digits[1], digits[2])));

    /// <summary>Whether 15 digits are a plausible number as issued until 1999: a county and a birthday without its century.</summary>
    internal static bool IsPlausibleOld(ReadOnlySpan<char> number)
        => IsCounty(number) && IsDay(1900 + Two(number, 6), Two(number, 8), Two(number, 10));

    /// <summary>Whether a number begins with what may be the code of a county (GB/T 2260).</summary>
    internal static bool IsCounty(ReadOnlySpan<char> number)
        => IsProvince(number[0], number[1]) && Two(number, 2) is (>= 1 and <= 70) or 90 && Two(number, 4) > 0;

    /// <summary>Whether 12 digits follow the three letters of a foreigner's number as issued until 2023: region and birthday.</summary>
    internal static bool IsPlausibleForeigner(ReadOnlySpan<char> digits)
        => IsRegion(digits) && (IsDay(1900 + Two(digits, 4), Two(digits, 6), Two(digits, 8))
            || IsDay(2000 + Two(digits, 4), Two(digits, 6), Two(digits, 8)));

    // 9 stands before the region of a foreigner's number (外国人永久居留身份证, GA 2102-2023).
    private static bool IsRegion(ReadOnlySpan<char> number)
    {
        var at = IsForeigner(number) ? 1 : 0;
        return IsProvince(number[at], number[at + 1]);
    }

    /// <summary>Whether two digits are the code of a province (GB/T 2260).</summary>
    internal static bool IsProvince(char first, char second) => Provinces[((first - '0') * 10) + second - '0'];

    private static bool IsForeigner(ReadOnlySpan<char> number) => number.Length == 18 && number[0] == '9';

    // A foreigner's number was seen with three and with four digits for the country before the birthday.
    private static bool TryBirthday(ReadOnlySpan<char> number, out DateOnly birthday)
        => TryBirthday(number, 6, out birthday) || (IsForeigner(number) && TryBirthday(number, 7, out birthday));

    // By hand, because the scanner asks this of every run of eighteen digits and parsing by a format is the dearest step of all.
    private static bool TryBirthday(ReadOnlySpan<char> number, int at, out DateOnly birthday)
    {
        birthday = default;
        var (year, month, day) = ((Two(number, at) * 100) + Two(number, at + 2), Two(number, at + 4), Two(number, at + 6));
        if (!IsDay(year, month, day)) return false;
        birthday = new DateOnly(year, month, day);
        return true;
    }

    private static bool IsDay(int year, int month, int day)
        => year is >= 1850 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static int Two(ReadOnlySpan<char> number, int at) => ((number[at] - '0') * 10) + number[at + 1] - '0';

    private static bool[] KnownProvinces()
    {
        var known = new bool[100];
        foreach (var code in (ReadOnlySpan<byte>)[11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
            50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83])
        {
            known[code] = true;
        }

        return known;
    }
}
