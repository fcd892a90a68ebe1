using System.Globalization;
using System.Text;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Numbers as Word writes them (ECMA-376 17.18.59).</summary>
internal static class NumberFormat
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";
    private static readonly string[] Romans = ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"];
    private static readonly int[] RomanValues = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];

    /// <summary>A number in a format; in Arabic figures where the format has no such number or is none of those used here.</summary>
    /// <param name="format">Name of the format.</param>
    /// <param name="number">The number.</param>
    /// <param name="custom">The first numbers of a format of the author's own, as in “001, 002”.</param>
    public static string Of(string format, int number, string? custom = null)
    {
        var figures = number.ToString(CultureInfo.InvariantCulture);
        return format switch
        {
            "none" => "",
            "decimalZero" => number is >= 0 and < 10 ? "0" + figures : figures,
            "custom" when custom is not null => figures.PadLeft(custom.Split(',')[0].Trim().Count(char.IsAsciiDigit), '0'),
            _ when number < 1 => figures,
            "upperLetter" => Letters(number, 'A'),
            "lowerLetter" => Letters(number, 'a'),
            "upperRoman" => Roman(number).ToUpperInvariant(),
            "lowerRoman" => Roman(number),
            "chineseCounting" or "taiwaneseCounting" => number < 100 ? Counting(number, Digits, "十百千", '零', oneTen: false)
                : Positional(number, '○'),
            "chineseCountingThousand" or "taiwaneseCountingThousand" => Counting(number, Digits, "十百千", '零', oneTen: false),
            "japaneseCounting" => Japanese(number),
            "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" or "koreanDigital2" => Positional(number, '〇'),
            "chineseLegalSimplified" => Counting(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", '零', oneTen: true),
            "ideographLegalTraditional" or "japaneseLegal" => Counting(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟", '零', oneTen: true),
            "ideographTraditional" => number <= Stems.Length ? Stems[number - 1].ToString() : figures,
            "ideographZodiac" => number <= Branches.Length ? Branches[number - 1].ToString() : figures,
            "ideographZodiacTraditional" => number <= 60 ? $"{Stems[(number - 1) % 10]}{Branches[(number - 1) % 12]}" : figures,
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(number) ?? figures,
            "ideographEnclosedCircle" => number <= 10 ? ((char)('㊀' + number - 1)).ToString() : figures,
            "decimalEnclosedFullstop" => number <= 20 ? ((char)('⒈' + number - 1)).ToString() : figures + ".",
            "decimalEnclosedParen" => number <= 20 ? ((char)('⑴' + number - 1)).ToString() : $"({figures})",
            "decimalFullWidth" or "decimalFullWidth2" => string.Concat(figures.Select(digit => (char)(digit - '0' + '０'))),
            "numberInDash" => $"- {figures} -",
            "ordinal" => figures + Ending(number),
            "hex" => number.ToString("X", CultureInfo.InvariantCulture),
            "chicago" => new string("*†‡§"[(number - 1) % 4], Math.Min(((number - 1) / 4) + 1, 5)),
            _ => figures,
        };
    }

    /// <summary>A number in a circle, ①–㊿; null beyond.</summary>
    public static string? Circled(int number) => number switch
    {
        0 => "⓪",
        >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        >= 21 and <= 35 => ((char)('㉑' + number - 21)).ToString(),
        >= 36 and <= 50 => ((char)('㊱' + number - 36)).ToString(),
        _ => null,
    };

    private static string Ending(int number) => number % 100 is >= 11 and <= 13 ? "th"
        : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    private static string Letters(int number, char first)
        => new((char)(first + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 30));

    private static string Roman(int number)
    {
        if (number >= 10_000) return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        for (var at = 0; at < Romans.Length; at++)
            for (; number >= RomanValues[at]; number -= RomanValues[at]) text.Append(Romans[at]);
        return text.ToString();
    }

    private static string Positional(int number, char zero)
        => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => digit == '0' ? zero : Digits[digit - '0']));

    /// <summary>一百一十二万零三: by ten thousands, a gap is one zero; 十二 has no 一 before its ten unless it is written in full.</summary>
    private static string Counting(int number, string digits, string units, char zero, bool oneTen)
    {
        if (number >= 10_000)
        {
            var rest = number % 10_000;
            return Counting(number / 10_000, digits, units, zero, oneTen) + "万"
                + (rest == 0 ? "" : (rest < 1_000 ? zero.ToString() : "") + Thousands(rest, digits, units, zero));
        }

        var text = Thousands(number, digits, units, zero);
        return !oneTen && number is >= 10 and < 20 ? text[1..] : text;
    }

    private static string Thousands(int number, string digits, string units, char zero)
    {
        var text = new StringBuilder();
        var isGap = false;
        for (var (unit, value) = (3, 1_000); unit >= 0; unit--, value /= 10)
        {
            var digit = number / value % 10;
            if (digit == 0)
            {
                isGap = text.Length > 0;
                continue;
            }

            if (isGap) text.Append(zero);
            isGap = false;
            text.Append(digits[digit]);
            if (unit > 0) text.Append(units[unit - 1]);
        }

        return text.ToString();
    }

    private static string Japanese(int number)
    {
        if (number >= 10_000) return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        for (var (unit, value) = (3, 1_000); unit >= 0; unit--, value /= 10)
        {
            var digit = number / value % 10;
            if (digit == 0) continue;
            if (digit > 1 || unit == 0) text.Append(Digits[digit]);
            if (unit > 0) text.Append("十百千"[unit - 1]);
        }

        return text.ToString();
    }
}
