using System.Globalization;

namespace Disclosure.Documents.Import.Recognising.Grammar;

/// <summary>Numbers as documents write them: 12, 十二, 二〇二六, and the letters that stand for 〇 where it cannot be typed.</summary>
internal static class ChineseNumber
{
    /// <summary>What is typed for 〇, within a class of an expression: letters O of three scripts, circles and digits too.</summary>
    public const string Zeros = "〇○◯⚪零0OoОоΟο";

    /// <summary>Digits and what counts as one, within a class of an expression.</summary>
    public const string Digits = Zeros + "一二三四五六七八九";

    /// <summary>Characters of a number that is read as a word, within a class of an expression.</summary>
    public const string Words = Digits + "十百廿卅元";

    /// <summary>Its value; null when it is none.</summary>
    public static int? Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 8) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var arabic)) return arabic;
        if (text is "元") return 1;
        return text.IndexOfAny("十百廿卅") < 0 ? Positional(text) : Named(text);
    }

    private static int? Positional(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var c in text)
            if (Digit(c) is { } digit) value = (value * 10) + digit;
            else return null;
        return value;
    }

    private static int? Named(ReadOnlySpan<char> text)
    {
        var (value, pending) = (0, -1);
        foreach (var c in text)
            switch (c)
            {
                case '百':
                    (value, pending) = (value + (Math.Max(pending, 1) * 100), -1);
                    break;
                case '十':
                    (value, pending) = (value + ((pending < 0 ? 1 : pending) * 10), -1);
                    break;
                case '廿' or '卅' when pending < 0:
                    value += c == '廿' ? 20 : 30;
                    break;
                default:
                    if (Digit(c) is not { } digit || pending > 0) return null;
                    pending = digit;
                    break;
            }

        return value + Math.Max(pending, 0);
    }

    private static int? Digit(char c)
    {
        if (c is >= '0' and <= '9') return c - '0';
        if (Zeros.Contains(c, StringComparison.Ordinal)) return 0;
        var place = "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);
        return place < 0 ? null : place + 1;
    }
}
