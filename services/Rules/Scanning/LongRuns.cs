using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>
/// Looks for identity numbers in more digits than any number has. They prove themselves only at the two ends of the digits, where something
/// else begins: somewhere among thousands of digits any number is found.
/// </summary>
internal static class LongRuns
{
    private const int Length = 18;

    /// <summary>The number with which digits begin, or the one with which they end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">First of the digits.</param>
    /// <param name="floor">End of the find before: a number behind a number proves itself too.</param>
    /// <param name="last">Last of the digits, when nothing matched.</param>
    public static Match? TryMatch(string text, int at, int floor, out int last)
    {
        last = at;
        if ((at == floor || at == 0 || !Characters.IsDigit(text[at - 1])) && IsIdentity(text, at))
        {
            return Is(text, at, at, at + Length);
        }

        var end = at;
        while (end < text.Length && Characters.IsDigit(text[end])) end++;
        last = end - 1;
        if (end - at < Length - 1) return null;
        if (IdentityMatcher.TryCheckLetter(text, end, out var letter) && IsIdentity(text, end - Length + 1))
        {
            return Is(text, at, end - Length + 1, letter);
        }

        return end - at >= Length && IsIdentity(text, end - Length) ? Is(text, at, end - Length, end) : null;
    }

    private static Match? Is(string text, int at, int start, int end)
        => Headings.Before(text, at, Length) == Heading.Code ? null : Match.Between(SensitiveKind.IdentityCard, start, end);

    // Seventeen digits go with an X that was found behind them.
    private static bool IsIdentity(string text, int start)
    {
        Span<char> number = stackalloc char[Length];
        for (var index = 0; index < Length; index++)
        {
            number[index] = start + index < text.Length && Characters.IsDigit(text[start + index])
                ? Characters.Digit(text[start + index]) : 'X';
        }

        return IdentityCard.IsPlausible(number);
    }
}
