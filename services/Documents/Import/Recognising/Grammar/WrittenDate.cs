using System.Text.RegularExpressions;

namespace Disclosure.Documents.Import.Recognising.Grammar;

/// <summary>A date as it stands in a squeezed line: 2026年11月2日, 二〇二六年十一月二日, 2026.11.2, 2026-11-02, 2026/11/2.</summary>
/// <param name="Value">The day.</param>
/// <param name="Begin">Where it begins in the line.</param>
/// <param name="End">Where it ends.</param>
internal sealed partial record WrittenDate(DateOnly Value, int Begin, int End)
{
    /// <summary>The first date of a line.</summary>
    public static WrittenDate? In(string line, int from = 0)
    {
        if (line.Length < 8) return null;
        for (var match = Date().Match(line, from); match.Success; match = match.NextMatch())
            if (Of(match) is { } date) return date;
        return null;
    }

    private static WrittenDate? Of(Match match)
    {
        if (ChineseNumber.Of(match.Groups["y"].ValueSpan) is not (>= 1949 and <= 2100 and var year)) return null;
        if (ChineseNumber.Of(match.Groups["m"].ValueSpan) is not (>= 1 and <= 12 and var month)) return null;
        if (ChineseNumber.Of(match.Groups["d"].ValueSpan) is not (>= 1 and var day) || day > DateTime.DaysInMonth(year, month)) return null;
        return new WrittenDate(new DateOnly(year, month, day), match.Index, match.Index + match.Length);
    }

    private const string Year = "(?<y>(19|20)[0-9]{2}|[一二][" + ChineseNumber.Digits + "]{3})";

    [GeneratedRegex(@"(?<![0-9])" + Year + @"(年(?<m>[0-9]{1,2}|[" + ChineseNumber.Words + @"]{1,3})月(?<d>[0-9]{1,2}|["
        + ChineseNumber.Words + @"]{1,3})[日号]|(?<s>[.\-/])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})(?![0-9]))", RegexOptions.ExplicitCapture)]
    private static partial Regex Date();
}
