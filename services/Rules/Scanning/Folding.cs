using System.Buffers;
using System.Globalization;
using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>
/// Reads digits as people see them, whatever they are written by: digits of other scripts and styles, keycaps, numeric references of web
/// pages; what nobody sees and what is put onto a character is left out. A text without any of it is not copied.
/// </summary>
internal static class Folding
{
    // The longest reference: &#x0001D7CE;
    private const int MaxReference = 14;

    private static readonly SearchValues<char> Special = SearchValues.Create([.. All().Where(IsSpecial)]);
    private static readonly SearchValues<char> SpecialOrReference = SearchValues.Create([.. All().Where(IsSpecial), '&']);

    /// <summary>The text as it is read; nothing when that is as it is written.</summary>
    public static FoldedText? Of(string text)
    {
        var isMarked = text.AsSpan().ContainsAny(Special) || text.Contains("&#", StringComparison.Ordinal);
        if (!isMarked && !Numerals.MayBeIn(text)) return null;
        var folded = new FoldedText(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var plain = isMarked ? text.AsSpan(at).IndexOfAny(SpecialOrReference) : -1;
            var next = plain < 0 ? text.Length : at + plain;
            folded.Add(text.AsSpan(at, next - at), at);
            at = next;
            if (at < text.Length) at += Fold(text, at, folded);
        }

        if (isMarked) EnclosedDigits.Replace(folded.Characters);
        Numerals.Replace(folded.Characters);
        return folded.Closed();
    }

    private static int Fold(string text, int at, FoldedText folded)
    {
        if (text[at] == '&') return Refer(text, at, folded);
        var width = char.IsSurrogatePair(text, at) ? 2 : 1;
        if (CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            folded.Extend(at, width);
        }
        else if (!IsUnseen(text, at))
        {
            // A circled digit stays until it is known how many there are.
            var digit = EnclosedDigits.Contains(text[at]) ? -1 : CharUnicodeInfo.GetDigitValue(text, at);
            if (digit >= 0) folded.Add((char)('0' + digit), at, width);
            else folded.Add(text.AsSpan(at, width), at);
        }

        return width;
    }

    private static bool IsUnseen(string text, int at)
        => IsFiller(text[at]) || CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.Format || text[at] == '\uDB40';

    // &#53; &#x35; &#53
    private static int Refer(string text, int at, FoldedText folded)
    {
        if (at + 2 < text.Length && text[at + 1] == '#')
        {
            var isHex = text[at + 2] is 'x' or 'X';
            var (start, end, most) = (isHex ? at + 3 : at + 2, isHex ? at + 3 : at + 2, Math.Min(text.Length, at + MaxReference));
            while (end < most && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end]))) end++;
            var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
            if (int.TryParse(text.AsSpan(start, end - start), style, CultureInfo.InvariantCulture, out var code))
            {
                var width = (end < text.Length && text[end] == ';' ? end + 1 : end) - at;
                if (IsFolded(code, at, width, folded)) return width;
            }
        }

        folded.Add(text.AsSpan(at, 1), at);
        return 1;
    }

    private static bool IsFolded(int code, int at, int width, FoldedText folded)
    {
        if (code is <= ' ' or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF)) return false;
        var digit = CharUnicodeInfo.GetDigitValue(char.ConvertFromUtf32(code), 0);
        if (digit >= 0) folded.Add((char)('0' + digit), at, width);
        else if (code > char.MaxValue) return false;
        else if (char.IsLetter((char)code) || code is '@' or '.' or '-') folded.Add((char)code, at, width);
        else if (IsMark((char)code)) folded.Extend(at, width);
        else if (!IsFiller((char)code) && char.GetUnicodeCategory((char)code) != UnicodeCategory.Format) return false;
        return true;
    }

    private static IEnumerable<char> All() => Enumerable.Range(0x80, char.MaxValue - 0x7F).Select(code => (char)code);

    // Digits of further planes are looked at as surrogates; those of rare Chinese characters and most pictures are not among them.
    private static bool IsSpecial(char character) => IsFiller(character) || IsMark(character) || EnclosedDigits.Contains(character)
        || char.GetUnicodeCategory(character) == UnicodeCategory.Format
        || (char.GetUnicodeCategory(character) == UnicodeCategory.DecimalDigitNumber && !Characters.IsDigit(character))
        || character is (>= '\uD800' and <= '\uD807') or '\uD81A' or '\uD833' or '\uD834' or '\uD835' or (>= '\uD838' and <= '\uD83A')
            or '\uD83C' or '\uD83E' or '\uDB40';

    private static bool IsMark(char character)
        => char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsFiller(char character) => character is '\u3164' or '\u115F' or '\u1160' or '\uFFA0' or '\u180E' or '\u2800';
}
