using System.Buffers;
using System.Globalization;
using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>Digits in circles and brackets and with a full stop (①⑴⒈). They number the items of a list, so they are digits of a number
/// only where many stand together, or where they complete an identity number's eighteen.</summary>
internal static class EnclosedDigits
{
    private const int Most = 15;
    private const int Identity = 18;

    // A row of them in groups; the bound keeps reading linear.
    private const int MaxRun = 128;

    private static readonly SearchValues<char> Known = SearchValues.Create([.. Enumerable.Range(0x2460, 0x27C0 - 0x2460)
        .Select(code => (char)code).Where(character => CharUnicodeInfo.GetDigitValue(character) >= 0)]);

    /// <summary>Whether a character is one.</summary>
    public static bool Contains(char character) => Known.Contains(character);

    /// <summary>Replaces those that belong to a number.</summary>
    public static void Replace(Span<char> text)
    {
        var floor = 0;
        while (text[floor..].IndexOfAny(Known) is >= 0 and var next)
        {
            var at = floor + next;
            var (solid, row, count) = (SolidEnd(text, at), at, 0);
            while (row < text.Length && row - at < MaxRun)
            {
                if (Known.Contains(text[row])) count++;
                else if (!IsDigit(text[row]) && !IsJoint(text, row)) break;
                row++;
            }

            var end = count >= Most ? row : IsNumber(text, at, floor, solid) ? solid : at;
            for (var digit = at; digit < end; digit++)
            {
                if (Known.Contains(text[digit])) text[digit] = (char)('0' + CharUnicodeInfo.GetDigitValue(text[digit]));
            }

            floor = Math.Max(end, solid);
        }
    }

    // ①520502… and …0028①, the number of a note, are no digits of it: with them there are nineteen.
    private static bool IsNumber(ReadOnlySpan<char> text, int at, int floor, int end)
    {
        var start = at;
        while (start > floor && at - start < Identity && Characters.IsDigit(text[start - 1])) start--;
        return end - start == (end < text.Length && Characters.IsX(text[end]) ? Identity - 1 : Identity);
    }

    private static bool IsJoint(ReadOnlySpan<char> text, int at)
        => Joints.Of(text[at]) != Joint.None && at + 1 < text.Length && IsDigit(text[at + 1]);

    private static int SolidEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsDigit(text[at])) at++;
        return at;
    }

    private static bool IsDigit(char character) => Characters.IsDigit(character) || Known.Contains(character);
}
