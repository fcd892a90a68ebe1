using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Documents.Release.Reading.Office.Sheets;

/// <summary>Texts and numbers that a formula is made of: it may join them to what no cell holds.</summary>
internal static partial class Literals
{
    /// <summary>All of a formula in a row; empty for less than two.</summary>
    public static string Joined(string formula)
    {
        if (formula.Length == 0 || Literal().Count(formula) < 2) return "";
        var joined = new StringBuilder();
        foreach (Match literal in Literal().Matches(formula))
            if (literal.Groups["text"] is { Success: true } text) joined.Append(text.ValueSpan);
            else if (literal.Groups["code"] is { Success: true } code)
                joined.Append(int.TryParse(code.ValueSpan, CultureInfo.InvariantCulture, out var number) && Rune.IsValid(number)
                    ? new Rune(number).ToString() : "");
            else joined.Append(literal.ValueSpan);
        return joined.ToString();
    }

    /// <summary>A text, a character by its number, a whole number that is no part of a name or a place of a cell.</summary>
    [GeneratedRegex("\"(?<text>(?:[^\"]|\"\")*)\"|\\bU?N?I?CHAR\\((?<code>\\d{1,7})\\)|(?<![\\w$.!:])\\d+(?![\\w.!:(])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Literal();
}
