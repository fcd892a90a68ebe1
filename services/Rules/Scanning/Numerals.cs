using System.Buffers;
using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>Numbers written in Chinese numerals (一三八…): runs as long as a mobile, an identity number or a card, in which at least half are
/// numerals.</summary>
internal static class Numerals
{
    private const string Values = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖○幺";
    private const int Shortest = 11;

    private static readonly SearchValues<char> Known = SearchValues.Create(Values);

    /// <summary>Whether a text holds such a run.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text)
    {
        var at = 0;
        return TryNext(text, ref at, out _);
    }

    /// <summary>Replaces the numerals of such runs.</summary>
    public static void Replace(Span<char> text)
    {
        for (var at = 0; TryNext(text, ref at, out var start);)
        {
            foreach (ref var character in text[start..at])
            {
                if (Values.IndexOf(character, StringComparison.Ordinal) is >= 0 and var value) character = Digit(value);
            }
        }
    }

    // Every eleventh character is looked at: a run that is long enough holds one of them.
    private static bool TryNext(ReadOnlySpan<char> text, ref int at, out int start)
    {
        var floor = at;
        start = 0;
        for (var probe = floor + Shortest - 1; probe < text.Length; probe = floor + Shortest)
        {
            if (!IsNumeral(text[probe]))
            {
                floor = probe;
                continue;
            }

            (start, var end, var numerals) = (probe, probe, 0);
            while (start > at && IsNumeral(text[start - 1])) start--;
            while (end < text.Length && IsNumeral(text[end])) end++;
            foreach (var character in text[start..end]) numerals += Known.Contains(character) ? 1 : 0;
            at = end;
            if (numerals * 2 >= end - start && IsLength(text, end - start, end)) return true;
            floor = end - 1;
        }

        return false;
    }

    private static bool IsLength(ReadOnlySpan<char> text, int length, int end)
        => length is Shortest or 15 or 16 or 18 or 19 || (length == 17 && end < text.Length && Characters.IsX(text[end]));

    private static bool IsNumeral(char character) => Characters.IsDigit(character) || Known.Contains(character);

    private static char Digit(int value) => value switch
    {
        < 10 => (char)('0' + value),
        10 or 20 => '0',
        21 => '1',
        _ => (char)('0' + value - 10),
    };
}
