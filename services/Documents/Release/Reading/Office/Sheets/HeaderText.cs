using System.Text.RegularExpressions;

namespace Disclosure.Documents.Release.Reading.Office.Sheets;

/// <summary>Headers and footers of sheets, whose codes for fonts and places may stand between the digits of a number.</summary>
internal static partial class HeaderText
{
    public static bool IsElement(string name) => name is "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter" or "firstHeader"
        or "firstFooter";

    /// <summary>Without codes; digits behind one may be a size or the text, so both are told.</summary>
    public static IEnumerable<string> Plain(string text)
    {
        var plain = Code().Replace(text, "");
        yield return plain.Replace("&", "", StringComparison.Ordinal);
        yield return Size().Replace(plain, "");
    }

    [GeneratedRegex("&(?:\"[^\"]*\"|K[0-9A-Fa-f]{6}|K\\d\\d[+-]\\d{3}|[A-Za-z])")]
    private static partial Regex Code();

    [GeneratedRegex("&\\d{1,3} ?")]
    private static partial Regex Size();
}
