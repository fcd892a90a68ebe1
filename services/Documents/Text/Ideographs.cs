using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Disclosure.Documents.Text;

/// <summary>Characters that look like an ideograph and have another number: radicals (部首), strokes and compatibility forms.</summary>
/// <remarks>
/// Programs that make PDFs name the radical ⼈ (U+2F08) or ⺠ (U+2EA0) where the text has 人 or 民; nobody sees it and no search finds it.
/// The pairs are Unicode's EquivalentUnifiedIdeograph; NFKC knows only the Kangxi radicals among them. Two differ: where Unicode has 戶 and
/// 靑, which no text of the mainland is written with, fonts of the mainland draw 户 and 青.
/// </remarks>
public static class Ideographs
{
    private static readonly FrozenDictionary<char, string> Equivalents = Load();

    /// <summary>The text with the ideographs that it means; anything else stays as it is.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The same text when there is nothing to fold.</returns>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = 0;
        while (first < text.Length && !IsFolded(text[first])) first++;
        if (first == text.Length) return text;
        var folded = new StringBuilder(text.Length).Append(text, 0, first);
        for (var at = first; at < text.Length; at++)
        {
            if (Equivalents.TryGetValue(text[at], out var ideograph)) folded.Append(ideograph);
            else if (IsCompatible(text[at])) folded.Append(text[at].ToString().Normalize(NormalizationForm.FormC));
            else folded.Append(text[at]);
        }

        return folded.ToString();
    }

    private static bool IsFolded(char c) => c >= '\u2e80' && (Equivalents.ContainsKey(c) || IsCompatible(c));

    /// <summary>CJK Compatibility Ideographs: written by older encodings, and canonically the same as their ideographs.</summary>
    private static bool IsCompatible(char c) => c is >= '\uf900' and <= '\ufaff';

    private static FrozenDictionary<char, string> Load()
    {
        using var stream = typeof(Ideographs).Assembly.GetManifestResourceStream("Disclosure.Documents.Text.ideographs.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var pairs = new Dictionary<char, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            foreach (var pair in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var (codes, ideograph) = (pair.Split('=')[0].Split('-'), char.ConvertFromUtf32(Number(pair.Split('=')[1])));
                for (var code = Number(codes[0]); code <= Number(codes[^1]); code++) pairs[(char)code] = ideograph;
            }
        }

        (pairs['\u2f3e'], pairs['\u2fad']) = ("户", "青");
        return pairs.ToFrozenDictionary();
    }

    private static int Number(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
