namespace Disclosure.Rules.Identifiers;

/// <summary>Citizen identity number (公民身份号码, GB 11643-1999).</summary>
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
        if (!IsRegion(number)) return Checked.No($"前 2 位“{number[..2]}”不是省级行政区划代码", number);
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
        => char.ToUpperInvariant(number[17]) == CheckCharacter(number) && IsRegion(number) && TryBirthday(number, out _);

    private static bool IsRegion(ReadOnlySpan<char> number) => Provinces[((number[0] - '0') * 10) + number[1] - '0'];

    // By hand, because the scanner asks this of every run of eighteen digits and parsing by a format is the dearest step of all.
    private static bool TryBirthday(ReadOnlySpan<char> number, out DateOnly birthday)
    {
        birthday = default;
        var (year, month, day) = ((Two(number, 6) * 100) + Two(number, 8), Two(number, 10), Two(number, 12));
        if (year < 1850 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        birthday = new DateOnly(year, month, day);
        return true;
    }

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
