using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>Recognises a run of digits, also when it is written in groups (138 0013 8000, 6222-0212-…) or full width.</summary>
internal static class NumberMatcher
{
    private const int MaxDigits = 24;

    public static bool IsDigit(char character) => char.IsAsciiDigit(character) || character is >= '０' and <= '９';

    /// <summary>Matches the number that starts at a digit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The first digit.</param>
    /// <param name="last">Last character looked at when nothing matched, so that a long run is read once.</param>
    public static Match? TryMatch(string text, int at, out int last)
    {
        Span<char> digits = stackalloc char[MaxDigits];
        Span<int> ends = stackalloc int[MaxDigits];
        var run = Run(text, at, digits, ends);
        last = run.Last;
        if (run.Solid > MaxDigits || PrecededByWord(text, at)) return null;
        if (Identity(text, at, digits, ends, run) is { } identity) return identity;
        if (run.Count >= 10 && Phone(text, at, digits, ends, run) is { } phone) return phone;
        if (run.Count is >= 13 and <= 19 && run.Grouped is 0 or 3 or 4 && IsBankCard(digits[..run.Count])) return new(SensitiveKind.BankCard, at, ends[run.Count - 1] - at);
        return null;
    }

    private readonly record struct Digits(int Count, int Solid, int Last, int Grouped, int FirstGroup, int SecondGroup);

    // Reads digits; one space or hyphen between digits joins groups. Solid is the length of the first unbroken group.
    private static Digits Run(string text, int at, Span<char> digits, Span<int> ends)
    {
        var (count, position, groups, first, second, group) = (0, at, 0, 0, 0, 0);
        while (position < text.Length)
        {
            if (IsDigit(text[position]))
            {
                if (count < MaxDigits)
                {
                    digits[count] = Half(text[position]);
                    ends[count] = position + 1;
                }

                count++;
                group++;
                position++;
                continue;
            }

            var joins = text[position] is ' ' or '-' or '－' && position + 1 < text.Length && IsDigit(text[position + 1]);
            if (!joins) break;
            groups++;
            if (groups == 1) first = group;
            else if (groups == 2) second = group;
            group = 0;
            position++;
        }

        return new(count, groups == 0 ? count : first, position - 1, groups, groups == 0 ? count : first, groups <= 1 ? group : second);
    }

    private static Match? Identity(string text, int at, Span<char> digits, Span<int> ends, Digits run)
    {
        if (run.Grouped != 0 || run.Count is not (17 or 18)) return null;
        var end = ends[run.Count - 1];
        if (run.Count == 17)
        {
            if (end >= text.Length || !IsX(text[end]) || (end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))) return null;
            digits[17] = 'X';
            end++;
        }

        return IdentityCard.IsPlausible(digits[..18]) ? new(SensitiveKind.IdentityCard, at, end - at) : null;
    }

    private static Match? Phone(string text, int at, Span<char> digits, Span<int> ends, Digits run)
    {
        // +86 or 86 before a mobile number belongs to it but is not part of the find.
        var skip = run.Count == 13 && digits[0] == '8' && digits[1] == '6' ? 2 : 0;
        var begin = skip == 0 ? at : FirstDigitAfter(text, ends[1]);
        if (run.Count - skip == 11 && digits[skip] == '1' && digits[skip + 1] >= '3') return new(SensitiveKind.MobilePhone, begin, ends[run.Count - 1] - begin);

        // Area code 0xx or 0xxx, then 7 or 8 digits that do not begin with 0 or 1; with a hyphen, or solid.
        if (digits[0] != '0' || digits[1] == '0' || run.Count > 12 || run.Grouped > 1) return null;
        var area = digits[1] <= '2' ? 3 : 4;
        if (run.Grouped == 1 && run.FirstGroup != area) return null;
        var local = run.Count - area;
        return local is 7 or 8 && digits[area] >= '2' ? new(SensitiveKind.FixedPhone, at, ends[run.Count - 1] - at) : null;
    }

    private static bool IsBankCard(ReadOnlySpan<char> digits)
    {
        // Issuer ranges in use: 3, 4, 5, 6 and 9 (通联 cards of the 9 range); repetitions such as 16 zeros satisfy Luhn but are no card.
        return digits[0] is '3' or '4' or '5' or '6' or '9' && digits.IndexOfAnyExcept(digits[0]) >= 0 && Luhn(digits);
    }

    private static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var index = digits.Length - 1; index >= 0; index--)
        {
            var digit = digits[index] - '0';
            if (((digits.Length - index) & 1) == 0) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    private static int FirstDigitAfter(string text, int position)
    {
        while (!IsDigit(text[position])) position++;
        return position;
    }

    private static char Half(char digit) => digit >= '０' ? (char)(digit - 0xFEE0) : digit;

    private static bool IsX(char character) => character is 'X' or 'x' or 'Ｘ' or 'ｘ' or '×' or 'Ⅹ';

    // Digits inside a word or a decimal number are part of a code, not a number of a person.
    private static bool PrecededByWord(string text, int at)
        => at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || (text[at - 1] == '.' && at > 1 && IsDigit(text[at - 2])));
}
