using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Fields that write characters by their numbers, or a text in pieces.</summary>
internal static partial class FieldCodes
{
    /// <summary>What fields, a line each, would show; empty where none does.</summary>
    public static string Shown(string fields)
    {
        var (lines, symbols) = (new StringBuilder(), new StringBuilder());
        foreach (var field in fields.Split('\n'))
        {
            if (Quote().Match(field) is { Success: true } quote) lines.Append(Characters(quote.Groups[1].Value)).Append('\n');
            if (Symbol().Match(field) is { Success: true } symbol) symbols.Append(Characters(symbol.Groups[1].Value));
            if (Text().Count(field) > 1) lines.AppendJoin("", Text().Matches(field).Select(text => text.Groups[1].Value)).Append('\n');
        }

        return lines.Append(symbols).ToString();
    }

    private static string Characters(string codes) => string.Concat(Code().Matches(codes).Select(code
        => int.TryParse(code.Groups[1] is { Success: true } hex ? hex.ValueSpan : code.ValueSpan,
            code.Groups[1].Success ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Rune.IsValid(number) ? new Rune(number).ToString() : ""));

    [GeneratedRegex(@"\bQUOTE\s+((?:\s*(?:0x[0-9a-f]+|\d+)\b)+)", RegexOptions.IgnoreCase)]
    private static partial Regex Quote();

    [GeneratedRegex(@"\bSYMBOL\s+(0x[0-9a-f]+|\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Symbol();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"0x([0-9a-f]+)|\d+", RegexOptions.IgnoreCase)]
    private static partial Regex Code();
}
