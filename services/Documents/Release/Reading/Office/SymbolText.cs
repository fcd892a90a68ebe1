using System.Text;
using Disclosure.Documents.Import.Docx;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Characters of symbol fonts, which stand in an area of their own: fonts of ordinary letters show them as those.</summary>
internal static class SymbolText
{
    private const char First = '\uF020';
    private const char Last = '\uF0FF';

    /// <summary>A character by its number and font.</summary>
    public static string Of(string? hex, string? font)
        => Symbols.Of(hex, font) is var known && known != Symbols.Missing ? known
        : int.TryParse(hex, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code) && code is >= First and <= Last
            ? ((char)(code - 0xF000)).ToString() : known;

    /// <summary>A text with such characters as letters.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(First, Last)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text) plain.Append(c is >= First and <= Last ? (char)(c - 0xF000) : c);
        return plain.ToString();
    }
}
