using System.Buffers;
using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>
/// Recognises an address below township or street: a place name followed by what leads to a door — a village, a group of a village,
/// or a road, lane, estate or building with a number. An address that ends at the township is public and not reported.
/// </summary>
internal static class AddressMatcher
{
    private static readonly SearchValues<char> Districts = SearchValues.Create("县区市旗镇乡");
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789０１２３４５６７８９一二三四五六七八九十百零〇");
    private static readonly SearchValues<char> Details = SearchValues.Create("0123456789０１２３４５６７８９一二三四五六七八九十百零〇号栋幢室单元楼层户组社院-－之附");
    private static readonly SearchValues<char> Introducing = SearchValues.Create("住址籍位");

    private const int MaxBefore = 40;
    private const int MaxAfter = 30;

    /// <summary>Matches the address that a word before a door ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">One of 社组弄号栋幢室单村.</param>
    /// <param name="floor">First character that may belong to it.</param>
    public static Match? TryMatch(string text, int at, int floor)
    {
        var village = text[at] == '村';
        if (village ? !Village.Ends(text, at) : !IsDoor(text, at)) return null;
        var start = Begin(text, at, floor);
        if (at - start < 4) return null;
        var end = at + 1;
        while (end < text.Length && end - at < MaxAfter && Details.Contains(text[end])) end++;
        if (!village && !LeadsHome(text.AsSpan(start, at - start), text.AsSpan(at, end - at))) return null;
        return new(SensitiveKind.Address, start, end - start);
    }

    // A village group (三社, 5组), or a door number (12号, 3栋): a numeral directly before the word that is no ordinal, date or title.
    private static bool IsDoor(string text, int at)
    {
        var numeral = at;
        while (numeral > 0 && at - numeral < 8 && Numerals.Contains(text[numeral - 1])) numeral--;
        if (numeral == at) return false;
        if (text[at] == '单' && (at + 1 >= text.Length || text[at + 1] != '元')) return false;
        if (text[at] is '栋' or '幢' || numeral == 0) return true;
        if (!Places.MayPrecede(text.AsSpan(0, numeral))) return false;
        return text[numeral - 1] is not ('第' or '年' or '月') && (text[at] != '号' || !IsTitle(text.AsSpan(at + 1)));
    }

    // 5号文件, 12号线, 3号公告: what follows makes it a number of a paper or a line.
    private static bool IsTitle(ReadOnlySpan<char> after)
        => after is ['文' or '令' or '线', ..] or ['公', '告', ..] or ['通', '知' or '告', ..] or ['决', '议', ..] or ['议' or '提', '案', ..];

    // A district or township somewhere, and the number stands right behind a way or an estate, or opens a flat (3栋2单元501室).
    private static bool LeadsHome(ReadOnlySpan<char> before, ReadOnlySpan<char> door)
    {
        if (before[1..].IndexOfAny(Districts) < 0 && before.IndexOf("街道", StringComparison.Ordinal) <= 0) return false;
        return Places.EndsWithPlace(before) || (door[0] is '栋' or '幢' or '号' && door.IndexOfAny('单', '室', '户') > 0);
    }

    // Back over Chinese characters and numerals to punctuation or the start; words that introduce an address are left out.
    private static int Begin(string text, int at, int floor)
    {
        var start = at;
        var lowest = Math.Max(floor, at - MaxBefore);
        while (start > lowest && IsName(text[start - 1])) start--;
        var before = text.AsSpan(start, at - start);
        if (before.IndexOfAny(Introducing) < 0) return start;
        foreach (var word in Introductions)
        {
            if (before.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var found) return start + found + word.Length;
        }

        return start;
    }

    private static readonly string[] Introductions = ["现居住在", "居住在", "居住于", "住所地", "现住址", "住址", "地址", "现住", "家住", "住在", "户籍", "位于", "住"];

    private static bool IsName(char character) => character is >= '\u4E00' and <= '\u9FFF' || Characters.IsDigit(character)
        || character == '-' || char.IsAsciiLetter(character);
}
