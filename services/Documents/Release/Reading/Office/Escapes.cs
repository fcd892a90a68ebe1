using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Characters that spreadsheets write by their numbers: _x0035_ is shown as 5.</summary>
internal static partial class Escapes
{
    public static string Decoded(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : Escape().Replace(text, escape => ((char)int.Parse(escape.ValueSpan[2..6], NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
