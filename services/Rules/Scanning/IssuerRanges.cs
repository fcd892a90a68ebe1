namespace Disclosure.Rules.Scanning;

/// <summary>Which lengths of card numbers (银行卡号) the issuers' ranges have (发卡行标识代码, ISO/IEC 7812).</summary>
internal static class IssuerRanges
{
    /// <summary>Whether a number of this beginning and length is issued as a card.</summary>
    /// <param name="digits">The number.</param>
    /// <param name="named">Whether a heading says that it is one: then ranges count that few cards share with many other numbers.</param>
    public static bool Holds(ReadOnlySpan<char> digits, bool named)
    {
        if (digits.Length is < 14 or > 19) return false;
        var six = 0;
        foreach (var digit in digits[..6]) six = (six * 10) + digit - '0';
        return IsIssued(six, digits.Length) || (named && IsRare(six, digits.Length));
    }

    private static bool IsIssued(int six, int length) => (six / 10_000) switch
    {
        62 => length >= 16,
        81 => six < 818_000 && length >= 16,
        >= 40 and <= 49 => length is 16 or 19,
        >= 51 and <= 55 => length is 16 or 19,
        >= 22 and <= 27 => six is >= 222_100 and <= 272_099 && length == 16,
        35 => six is >= 352_800 and <= 358_999 && length is 16 or 19,
        60 => (six is >= 601_100 and <= 601_199 && length is 16 or 19)
            || (six is 601_382 or 601_428 or >= 603_000 and < 604_000 && length is 16 or 19),
        64 or 65 => six >= 644_000 && length is 16 or 19,

        // 工商银行 9558, 邮政储蓄 955100, 光大 9003: domestic ranges from before 62.
        95 => six is >= 955_800 and <= 955_999 or 955_100 && length is 16 or 19,
        90 => six is 900_000 or 900_010 or 900_300 && length is 16 or 19,
        _ => false,
    };

    // American Express, Diners, and what banks issued on their own before 2004.
    private static bool IsRare(int six, int length) => (six / 10_000) switch
    {
        34 or 37 => length == 15,
        30 or 36 or 38 or 39 => length is 14 or 16,
        10 => length is 16 or 19,
        >= 40 and <= 49 or >= 50 and <= 69 or >= 84 and <= 99 => length >= 16,
        _ => false,
    };
}
