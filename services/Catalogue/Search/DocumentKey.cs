using System.Text.RegularExpressions;

namespace Disclosure.Catalogue.Search;

/// <summary>Normal form of 文号 and 索引号, so that any bracket or width of digit finds the same document.</summary>
internal static partial class DocumentKey
{
    public static string? Of(string? number)
    {
        if (string.IsNullOrWhiteSpace(number)) return null;
        return Brackets().Replace(SearchText.Normalise(number), "").Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Normal form of 索引号 and public number: digits and capitals of half width, without spaces.</summary>
    public static string Number(string text) => SearchText.Normalise(text).ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"[〔〕\[\]【】()（）{}]")]
    private static partial Regex Brackets();
}
