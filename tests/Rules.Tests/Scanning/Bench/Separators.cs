namespace Disclosure.Rules.Tests.Scanning.Bench;

/// <summary>What a typist, Word, Excel, a PDF or a web page leaves between the parts of a number. Written down from keyboards and exports,
/// not
/// from the scanner.</summary>
internal static class Separators
{
    public static readonly (string Name, string Text)[] Any =
    [
        ("space", " "), ("two spaces", "  "), ("three spaces", "   "), ("nbsp", "\u00A0"), ("nnbsp", "\u202F"), ("en space", "\u2002"),
        ("em space", "\u2003"),
        ("thin space", "\u2009"), ("full-width space", "\u3000"), ("zero width space", "\u200B"), ("zero width non-joiner", "\u200C"),
        ("zero width joiner", "\u200D"), ("word joiner", "\u2060"), ("bom", "\uFEFF"), ("soft hyphen", "\u00AD"), ("lro", "\u202D"),
        ("pdf mark", "\u202C"),
        ("lrm", "\u200E"), ("rle", "\u202B"), ("hyphen", "-"), ("full-width hyphen", "－"), ("non-breaking hyphen", "\u2011"),
        ("figure dash", "\u2012"),
        ("en dash", "–"), ("em dash", "—"), ("minus", "−"), ("middle dot", "·"), ("katakana dot", "・"), ("full-width dot", "．"),
        ("space hyphen space", " - "),
        ("line end", "\n"), ("crlf", "\r\n"),
    ];

    /// <summary>A full stop: as a decimal point it needs more than one place.</summary>
    public static readonly (string Name, string Text) Dot = ("dot", ".");

    /// <summary>What parts only an identity number without changing what it is.</summary>
    public static readonly (string Name, string Text)[] OfIdentities = [("slash", "/"), ("tab", "\t"), ("underscore", "_"), ("comma", "，")];

    /// <summary>Puts a separator between parts of given lengths; the rest is the last part.</summary>
    public static string Between(string digits, string separator, params int[] lengths)
    {
        var parts = new List<string>();
        var at = 0;
        foreach (var length in lengths)
        {
            parts.Add(digits.Substring(at, length));
            at += length;
        }

        parts.Add(digits[at..]);
        return string.Join(separator, parts);
    }
}
