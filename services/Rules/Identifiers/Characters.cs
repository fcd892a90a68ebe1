using System.Globalization;

namespace Disclosure.Rules.Identifiers;

/// <summary>What a character is to a number: a digit, the X of a check character, or nothing that anybody sees.</summary>
internal static class Characters
{
    // A run of them is read again from each digit before it, so it is bounded.
    private const int MaxInvisible = 16;

    /// <summary>Whether it is a digit: half or full width, above or below the line.</summary>
    public static bool IsDigit(char character) => char.IsAsciiDigit(character) || character is >= '０' and <= '９' || IsRaised(character);

    /// <summary>The half-width digit.</summary>
    public static char Digit(char character) => character >= '０' ? (char)(character - 0xFEE0)
        : IsRaised(character) ? (char)('0' + CharUnicodeInfo.GetDigitValue(character)) : character;

    // As the text of a body writes superscripts and subscripts.
    private static bool IsRaised(char character)
        => character is '\u00B9' or '\u00B2' or '\u00B3' or '\u2070' or (>= '\u2074' and <= '\u2079') or (>= '\u2080' and <= '\u2089');

    /// <summary>Whether it is an X as people type it: full width, a multiplication sign, a Roman ten, a Greek or Cyrillic letter.</summary>
    public static bool IsX(char character) => character is 'X' or 'x' or 'Ｘ' or 'ｘ' or '×' or '✕' or '✖' or 'Ⅹ' or 'ⅹ' or 'Χ' or 'χ'
        or 'Х' or 'х';

    /// <summary>Whether it is written but not seen: marks of direction, zero-width spaces and joiners, soft hyphens, variation
    /// selectors.</summary>
    public static bool IsInvisible(char character)
        => character is >= '\uFE00' and <= '\uFE0F' or '\u034F'
            || (character >= '\u00AD' && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format);

    /// <summary>First place from which something is seen again.</summary>
    public static int SkipInvisible(string text, int at)
    {
        var bound = Math.Min(text.Length, at + MaxInvisible);
        while (at < bound && (IsInvisible(text[at]) || IsTag(text, at))) at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        return Math.Min(at, text.Length);
    }

    // U+E0000 to U+E0FFF: tags and further variation selectors.
    private static bool IsTag(string text, int at) => text[at] is '\uDB40' && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
