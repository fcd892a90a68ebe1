using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Characters of the fonts that have pictures in place of letters, as characters of Unicode.</summary>
internal static class Symbols
{
    /// <summary>Stands for a character that no other stands for: the mark of a missing type. An empty box would be one to tick.</summary>
    public const string Missing = "〓";

    private const char None = '\uFFFD';

    private static readonly FrozenDictionary<string, string[]> Fonts = Load();

    /// <summary>Whether the letters of a font are pictures.</summary>
    public static bool IsPictures(string? font) => font is not null && Fonts.ContainsKey(font);

    /// <summary>A text in a font; one of ordinary letters stays as it is.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="font">Their font.</param>
    /// <param name="isBullet">Whether it is a list's, whose few usual ones are known without their font.</param>
    public static string Text(string text, string? font, bool isBullet = false)
    {
        var pictures = IsPictures(font);
        if (!pictures && !text.AsSpan().ContainsAnyInRange('\uF020', '\uF0FF')) return text;
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is >= 0xF020 and <= 0xF0FF || (pictures && rune.Value is > 0x20 and <= 0xFF))
                plain.Append(Of(rune.Value, pictures ? font : !isBullet ? null : rune.Value == 0xF0B7 ? "Symbol" : "Wingdings"));
            else plain.Append(rune);
        return plain.ToString();
    }

    /// <summary>A character by its font and hexadecimal number.</summary>
    public static string Of(string? hex, string? font)
        => int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? Of(code, font) : Missing;

    private static string Of(int code, string? font)
    {
        if (font is not null && Fonts.TryGetValue(font, out var glyphs))
        {
            var low = code is >= 0xF000 and <= 0xF0FF ? code - 0xF000 : code;
            if (low == 0x20) return " ";
            if (low is > 0x20 and <= 0xFF) return glyphs[low - 0x20] is { Length: > 0 } glyph ? glyph : Missing;
        }

        return !Rune.IsValid(code) || Rune.GetUnicodeCategory(new Rune(code)) is UnicodeCategory.PrivateUse or UnicodeCategory.Control
            or UnicodeCategory.OtherNotAssigned ? Missing : new Rune(code).ToString();
    }

    private static FrozenDictionary<string, string[]> Load()
    {
        using var file = new StreamReader(typeof(Symbols).Assembly.GetManifestResourceStream("symbols.txt")!);
        var fonts = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        while (file.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            if (!fonts.TryGetValue(parts[0], out var glyphs)) fonts[parts[0]] = glyphs = [.. Enumerable.Repeat("", 0xE0)];
            var begin = int.Parse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) - 0x20;
            foreach (var (at, glyph) in parts[2].Split(' ').Index())
                if (glyph[0] != None) glyphs[begin + at] = glyph;
        }

        return fonts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
