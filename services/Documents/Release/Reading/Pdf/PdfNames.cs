using System.Text;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>Names of a PDF: mostly those of programs, some of people.</summary>
internal static class PdfNames
{
    private const int FewDigits = 7;

    /// <summary>A name, its escapes resolved.</summary>
    public static string Of(ReadOnlySpan<byte> word)
    {
        var text = Encoding.Latin1.GetString(word);
        if (!text.Contains('#', StringComparison.Ordinal)) return text;
        var name = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '#' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                name.Append((char)Convert.ToByte(text.Substring(at + 1, 2), 16));
                at += 2;
            }
            else name.Append(text[at]);
        return name.ToString();
    }

    /// <summary>Whether a name may say something: it has letters beyond ASCII, or more digits than programs number with.</summary>
    public static bool IsSaid(string name) => name.Any(c => c > '\u007F') || name.Count(char.IsAsciiDigit) >= FewDigits;
}
