using System.Text;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>Long numbers in what is no text: fonts, tables, signatures. Shorter ones stand there by chance.</summary>
internal static class Digits
{
    private const int Least = 15;

    /// <summary>Rows of the same digits fill tables.</summary>
    private const int Different = 4;

    public static IEnumerable<string> In(ReadOnlySpan<byte> data) => In(Encoding.Latin1.GetString(data));

    public static IEnumerable<string> In(string text)
    {
        var found = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at])) continue;
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            if (at - start < Least || text[start..at].Distinct().Count() < Different) continue;
            var end = at < text.Length && text[at] is 'X' or 'x' ? at + 1 : at;
            // Within a longer row of hexadecimal digits it is no number.
            if ((start == 0 || !char.IsAsciiLetter(text[start - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])))
                found.Add(text[start..end]);
        }

        return found;
    }
}
