namespace Disclosure.Rules.Scanning;

/// <summary>Recognises mobile phones (手机) and fixed phones (固定电话) among the first groups of a run of digits.</summary>
internal static class PhoneMatcher
{
    private const int MaxExtension = 5;

    public static Match? TryMatch(string text, in DigitRun run) => Mobile(run) ?? Bracketed(text, run) ?? Fixed(text, run);

    private static Match? Mobile(in DigitRun run)
    {
        for (var groups = Math.Min(run.Groups, 3); groups > 0; groups--)
        {
            var digits = run.Of(groups);

            // 86 or 0086 written against the number belongs to it but is not part of the find; written apart it is a group of its own.
            var country = groups > 1 ? 0 : digits switch
            {
                ['8', '6', .. { Length: 11 }] => 2,
                ['0', '0', '8', '6', .. { Length: 11 }]
                => 4,
                _ => 0
            };
            var start = run.Start(0) + country;
            if (IsMobile(digits[country..]) && IsMobileShape(run, groups)) return new(SensitiveKind.MobilePhone, start,
                run.End(groups) - start);
        }

        return null;
    }

    private static bool IsMobile(ReadOnlySpan<char> digits) => digits.Length == 11 && digits[0] == '1' && digits[1] >= '3';

    private static bool IsMobileShape(in DigitRun run, int groups) => groups switch
    {
        1 => true,
        2 => run.Length(0) is 3 or 7,
        _ => (run.Length(0), run.Length(1)) is (3, 4) or (3, 3) or (4, 3),
    };

    // （0851）28225566: the brackets say that it is a phone, so that the local number may begin with any digit.
    private static Match? Bracketed(string text, in DigitRun run)
    {
        var (open, close) = (run.Start(0) - 1, run.End(1));
        if (open < 0 || text[open] is not ('(' or '（') || close >= text.Length || text[close] is not (')' or '）')
            || !IsArea(run.Of(1))) return null;
        var local = close + 1;
        if (local < text.Length && (text[local] == ' ' || NumberMatcher.IsDash(text[local]))) local++;
        var end = local;
        while (end < text.Length && end - local <= 8 && NumberMatcher.IsDigit(text[end])) end++;
        if (end - local is not (7 or 8)) return null;
        return new(SensitiveKind.FixedPhone, open, Extension(text, end) - open);
    }

    // Area code 0xx or 0xxx, then 7 or 8 digits that do not begin with 0 or 1: solid, in two groups, or the local number in two of its own.
    private static Match? Fixed(string text, in DigitRun run)
    {
        for (var groups = Math.Min(run.Groups, 3); groups > 0; groups--)
        {
            var digits = run.Of(groups);
            var area = digits.Length > 2 && digits[1] <= '2' ? 3 : 4;
            if (digits.Length - area is not (7 or 8) || !IsArea(digits[..area]) || digits[area] < '2'
                || !IsFixedShape(text, run, groups, area)) continue;
            return new(SensitiveKind.FixedPhone, run.Start(0), Extension(text, run.End(groups)) - run.Start(0));
        }

        return null;
    }

    private static bool IsFixedShape(string text, in DigitRun run, int groups, int area) => groups switch
    {
        1 => true,
        2 => run.Length(0) == area,

        // Three figures of a table stand apart by spaces; a number in three groups has its hyphen.
        _ => run.Length(0) == area && text[run.End(1)] != ' ' && run.Length(1) is 3 or 4 && run.Length(2) == 4,
    };

    private static bool IsArea(ReadOnlySpan<char> digits)
        => digits.Length > 2 && digits[0] == '0' && digits[1] != '0' && digits.Length == (digits[1] <= '2' ? 3 : 4);

    // -801 or 转801 behind the number.
    private static int Extension(string text, int end)
    {
        if (end + 1 >= text.Length || (text[end] != '转' && !NumberMatcher.IsDash(text[end]))) return end;
        var last = end + 1;
        while (last < text.Length && NumberMatcher.IsDigit(text[last])) last++;
        return last - end - 1 is > 0 and <= MaxExtension ? last : end;
    }
}
