using System.Buffers;

namespace Disclosure.Rules.Scanning;

/// <summary>
/// Recognises an address below township or street: a place name down to a township or street office, followed by what leads to a door —
/// a village with a group, or a road, lane or building with a number. An address that ends at the township is public and not reported.
/// </summary>
internal static class AddressMatcher
{
    private static readonly SearchValues<char> Ways = SearchValues.Create("镇乡村路街巷道");

    private const int MaxBefore = 40;
    private const int MaxAfter = 30;

    public static Match? TryMatch(string text, int at, int floor)
    {
        if (!IsDoor(text, at)) return null;
        var start = Begin(text, at, floor);
        if (at - start < 4) return null;
        var before = text.AsSpan(start, at - start);
        if (!HasPlace(before)) return null;
        var end = at + 1;
        while (end < text.Length && end - at < MaxAfter && IsDetail(text, end)) end++;
        return new(SensitiveKind.Address, start, end - start);
    }

    // A village group (三社, 5组), or a door number (12号, 3栋): a numeral directly before the word.
    private static bool IsDoor(string text, int at)
        => text[at] is '社' or '组' or '号' or '栋' or '幢' or '室' or '弄' && at > 0 && IsNumeral(text[at - 1]);

    private static bool HasPlace(ReadOnlySpan<char> before)
    {
        var district = before.IndexOfAny('县', '区', '市') > 0 || before.IndexOfAny('镇', '乡') > 0 || before.IndexOf("街道", StringComparison.Ordinal) > 0;
        return district && before[1..].IndexOfAny(Ways) >= 0;
    }

    // Back over Chinese characters and numerals to punctuation or the start; words that introduce an address are left out.
    private static int Begin(string text, int at, int floor)
    {
        var start = at;
        var lowest = Math.Max(floor, at - MaxBefore);
        while (start > lowest && IsName(text[start - 1])) start--;
        var before = text.AsSpan(start, at - start);
        foreach (var word in Introductions)
        {
            if (before.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var found) return start + found + word.Length;
        }

        return start;
    }

    private static readonly string[] Introductions = ["现居住在", "居住在", "居住于", "住所地", "现住址", "住址", "地址", "现住", "家住", "住在", "户籍", "位于", "住"];

    private static bool IsDetail(string text, int position)
        => IsNumeral(text[position]) || text[position] is '号' or '栋' or '幢' or '室' or '单' or '元' or '楼' or '层' or '户' or '组' or '社' or '-' or '之' or '附';

    private static bool IsName(char character) => character is >= '\u4E00' and <= '\u9FFF' || NumberMatcher.IsDigit(character) || character == '-' || char.IsAsciiLetter(character);

    private static bool IsNumeral(char character) => NumberMatcher.IsDigit(character) || "一二三四五六七八九十百零〇".Contains(character, StringComparison.Ordinal);
}
