using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>Recognises a number that starts at a digit, also when it is written in groups (138 0013 8000, 6222-0212-…) or full
/// width.</summary>
internal static class NumberMatcher
{
    private const int MaxWord = 16;

    // An area code of three digits is the shortest group that any number begins with, an area code with seven digits the shortest number.
    private const int ShortestGroup = 3;
    private const int ShortestNumber = 7;

    public static bool IsDigit(char character) => char.IsAsciiDigit(character) || character is >= '０' and <= '９';

    /// <summary>Whether a character joins the groups of a number: people type a hyphen, a full-width one or a dash.</summary>
    public static bool IsDash(char character) => character is '-' or '－' or '—' or '–';

    /// <summary>Matches the number that starts at a digit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The first digit of a group.</param>
    /// <param name="last">Last character of the first group: when nothing matched, the next group is tried on its own.</param>
    public static Match? TryMatch(string text, int at, out int last)
    {
        last = at;
        while (last + 1 < text.Length && IsDigit(text[last + 1])) last++;
        if (last - at + 1 is < ShortestGroup or > DigitRun.MaxDigits) return null;
        Span<int> places = stackalloc int[3 * DigitRun.MaxGroups];
        var run = new DigitRun(stackalloc char[DigitRun.MaxDigits], places[..DigitRun.MaxGroups],
            places[DigitRun.MaxGroups..(2 * DigitRun.MaxGroups)], places[(2 * DigitRun.MaxGroups)..]);
        run.Read(text, at, last + 1);
        if ((run.Of(run.Groups).Length < ShortestNumber && !IsBracket(text, last + 1)) || IsPartOfCode(text, at, last + 1)) return null;
        for (var groups = run.Groups; groups > 0; groups--)
        {
            if (Identity(text, run, groups) is { } identity) return identity;
        }

        if (PhoneMatcher.TryMatch(text, run) is { } phone) return phone;
        for (var groups = run.Groups; groups > 0; groups--)
        {
            if (IsCardShape(run, groups) && IsBankCard(run.Of(groups))) return new(SensitiveKind.BankCard, at, run.End(groups) - at);
        }

        return null;
    }

    // The rest of (0851)28225566 stands behind the bracket.
    private static bool IsBracket(string text, int end) => end < text.Length && text[end] is ')' or '）';

    // However it is grouped: region, birthday and check character leave little to chance.
    private static Match? Identity(string text, in DigitRun run, int groups)
    {
        var read = run.Of(groups);
        var (start, end) = (run.Start(0), run.End(groups));
        if (read.Length == 18) return IdentityCard.IsPlausible(read) ? new(SensitiveKind.IdentityCard, start, end - start) : null;
        if (read.Length != 17 || end >= text.Length || !IsX(text[end])) return null;
        if (end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])) return null;
        Span<char> number = stackalloc char[18];
        read.CopyTo(number);
        number[17] = 'X';
        return IdentityCard.IsPlausible(number) ? new(SensitiveKind.IdentityCard, start, end + 1 - start) : null;
    }

    // Solid, in fours with a shorter rest, or the six digits of the issuer apart.
    private static bool IsCardShape(in DigitRun run, int groups)
    {
        if (run.Of(groups).Length is < 13 or > 19) return false;
        if (groups <= 2) return groups == 1 || run.Length(0) == 6;
        for (var group = 0; group < groups - 1; group++)
        {
            if (run.Length(group) != 4) return false;
        }

        return run.Length(groups - 1) <= 4;
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

    private static bool IsX(char character) => character is 'X' or 'x' or 'Ｘ' or 'ｘ' or '×' or 'Ⅹ';

    // Digits of a decimal number, or among letters and digits (M000100Y43), are a code. A word before a number (Tel138…) only introduces
    // it.
    private static bool IsPartOfCode(string text, int at, int end)
    {
        if (at > 1 && text[at - 1] == '.' && IsDigit(text[at - 2])) return true;
        var word = at;
        while (word > 0 && at - word <= MaxWord && char.IsAsciiLetter(text[word - 1])) word--;
        if (word == at) return false;
        return at - word > MaxWord || (word > 0 && IsDigit(text[word - 1]))
            || (end < text.Length && char.IsAsciiLetter(text[end]) && !IsX(text[end]));
    }
}
