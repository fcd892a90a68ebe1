using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>What the characters directly around a number say against its being personal.</summary>
internal static class Surroundings
{
    private const int MaxWord = 16;

    private static readonly string[] Units =
    [
        "元", "万", "亿", "美元", "欧元", "人民币", "吨", "公斤", "千克", "平方", "立方", "公里", "亩", "公顷", "千瓦", "度电", "%", "％", "‰", "人次", "件次", "户次", "人民",
        "册", "株",
    ];

    /// <summary>Whether a unit or decimals follow (13812345678元, 13812345678.50).</summary>
    public static bool IsAmount(string text, int end)
    {
        if (end + 1 < text.Length && text[end] == '.' && Characters.IsDigit(text[end + 1]))
        {
            var last = end + 1;
            while (last < text.Length && last - end <= 3 && Characters.IsDigit(text[last])) last++;
            if (last - end - 1 <= 2 && (last == text.Length || text[last] != '.')) return true;
        }

        while (end < text.Length && text[end] is ' ' or '\u00A0' or '（' or '(') end++;
        foreach (var unit in Units)
        {
            if (string.CompareOrdinal(text, end, unit, 0, unit.Length) == 0) return true;
        }

        return false;
    }

    /// <summary>Whether 号 follows, as behind the serial of a paper (建字第520502202012150号).</summary>
    public static bool IsSerial(string text, int end) => end < text.Length && text[end] == '号';

    /// <summary>
    /// Whether digits belong to a decimal number, or stand among letters and digits (M000100Y43), so that they are a code. A word before a
    /// number (Tel138…) only introduces it, and so does the number of a line (1.138…).
    /// </summary>
    public static bool IsPartOfCode(string text, int at, int end, int floor)
    {
        if (at - 1 > floor && text[at - 1] == '.' && Characters.IsDigit(text[at - 2])) return !IsLineNumber(text, at - 1);
        var word = at;
        while (word > floor && at - word <= MaxWord && char.IsAsciiLetter(text[word - 1])) word--;
        if (word == at) return false;
        return at - word > MaxWord || (word > floor && Characters.IsDigit(text[word - 1]))
            || (end < text.Length && char.IsAsciiLetter(text[end]) && !Characters.IsX(text[end]));
    }

    /// <summary>Whether a space or tabulator parts a number from digits before it, as in a row of figures.</summary>
    public static bool IsPreceded(string text, int start, int floor)
    {
        var at = start;
        while (at > floor && start - at < 8 && Joints.Of(text[at - 1]) is Joint.Space or Joint.Tab) at--;
        return at < start && at > floor && Characters.IsDigit(text[at - 1]);
    }

    /// <summary>Whether nothing, or the edge of a line or cell, stands before a place.</summary>
    public static bool IsAtEdge(string text, int start) => start == 0 || text[start - 1] is '\n' or '\t' or '|' or ' ' or '\u3000';

    private static bool IsLineNumber(string text, int dot)
    {
        var first = dot;
        while (first > 0 && dot - first <= 3 && Characters.IsDigit(text[first - 1])) first--;
        return dot - first <= 3 && (first == 0 || text[first - 1] == '\n');
    }
}
