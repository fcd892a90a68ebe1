using System.Globalization;
using System.Text;

namespace Disclosure.Rules.Scanning;

/// <summary>Lines as a mark is read in them: people write 机 密, **机密**, # 机密 and ｜機密｜.</summary>
internal static class PlainLines
{
    /// <summary>The lines that hold a character, plain and with their number from 1.</summary>
    public static IEnumerable<(string Line, int Number)> With(string text, char needed)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;

            // Nearly every line of nearly every text is done here.
            if (line.Contains(needed, StringComparison.Ordinal)) yield return (Of(line), number);
        }
    }

    /// <summary>The characters that count: full-width forms made half-width, traditional forms simplified, a tabulator as the edge of a
    /// cell;
    /// no space, markup or invisible character.</summary>
    public static string Of(string line)
    {
        var plain = new StringBuilder(line.Length);
        foreach (var original in line)
        {
            var character = original is >= '\uFF01' and <= '\uFF5E' ? (char)(original - 0xFEE0) : original;
            if (character == '\t') character = '|';
            if (char.IsWhiteSpace(character) || char.IsControl(character)
                || char.GetUnicodeCategory(character) == UnicodeCategory.Format) continue;
            if (character is '#' or '*' or '_' or '`' or '>' or '~' or '\\' or '│' or '┃') continue;
            plain.Append(character switch
            {
                '機' => '机',
                '絕' => '绝',
                '祕' => '秘',
                '級' => '级',
                '內' => '内',
                '開' => '开',
                '資' => '资',
                '﹡' or '☆' or '✩' or '✭' or '⭐' or '✪' or '✯' or '⋆' or '✶' or '✰' or '⚝' => '★',
                _ => character,
            });
        }

        return plain.ToString();
    }
}
