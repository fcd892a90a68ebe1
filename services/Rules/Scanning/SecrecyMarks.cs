using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Rules.Scanning;

/// <summary>A mark of secrecy (密级标志) in a text.</summary>
/// <param name="Level">秘密, 机密 or 绝密.</param>
/// <param name="Text">The mark as recognised, without spaces and markup.</param>
/// <param name="Line">Line, from 1.</param>
public sealed record SecrecyMark(string Level, string Text, int Line);

/// <summary>Tells marks of secrecy (秘密、机密、绝密) from the words in prose, as in “商业秘密” or “不得泄露国家秘密”.</summary>
/// <remarks>
/// A mark has a star or a term (机密★5年), stands alone in its line or in brackets, or follows the label 密级 (GB/T 9704-2012 7.2.2). Spaces,
/// full-width
/// forms, invisible characters and Markdown are looked through: people write 机 密, **机密** and # 机密.
/// </remarks>
public static partial class SecrecyMarks
{
    /// <summary>Finds the marks, at most one a line, in the order of the lines.</summary>
    /// <param name="text">Text or Markdown of any length.</param>
    /// <returns>The marks.</returns>
    public static IEnumerable<SecrecyMark> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Lines(text);
    }

    /// <summary>Whether a value of a field for the level (密级) names one: there the word alone is a mark.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True when it names 秘密, 机密 or 绝密.</returns>
    public static bool NamesALevel(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Level().IsMatch(Plain(value));
    }

    private static IEnumerable<SecrecyMark> Lines(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            // Nearly every line of nearly every text is done here.
            if (!line.Contains('密', StringComparison.Ordinal)) continue;
            var match = Mark().Match(Plain(line));
            if (match.Success) yield return new SecrecyMark(Level().Match(match.Value).Value, match.Value, number);
        }
    }

    /// <summary>The characters that count: full-width forms made half-width, traditional forms simplified; no space, markup or invisible
    /// character.</summary>
    private static string Plain(string line)
    {
        var plain = new StringBuilder(line.Length);
        foreach (var original in line)
        {
            var character = original is >= '\uFF01' and <= '\uFF5E' ? (char)(original - 0xFEE0) : original;
            if (char.IsWhiteSpace(character) || char.IsControl(character)
                || char.GetUnicodeCategory(character) == UnicodeCategory.Format) continue;
            if (character is '#' or '*' or '_' or '`' or '>' or '~' or '\\') continue;
            plain.Append(character switch { '機' => '机', '絕' => '绝', '祕' => '秘', '級' => '级', _ => character });
        }

        return plain.ToString();
    }

    [GeneratedRegex("秘密|机密|绝密", RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    // In this order: starred; with a term; bracketed; alone; in round brackets at an end; labelled.
    [GeneratedRegex("""
        (?:秘密|机密|绝密)级?[★☆✩✭](?:\d{1,3}年|长期)?
        | (?:秘密|机密|绝密)级?(?:\d{1,2}年|长期)(?![^\p{P}\p{S}])
        | [【\[〔〖「『](?:秘密|机密|绝密)级?[】\]〕〗」』]
        | ^[-+(|]*(?:秘密|机密|绝密)级?[)|]*$
        | ^\((?:秘密|机密|绝密)级?\)
        | \((?:秘密|机密|绝密)级?\)$
        | (?:密级|涉密等级|秘密等级|保密等级|保密级别)(?:标志|标识)?(?:[:|]+|为|是)(?:秘密|机密|绝密)(?![、和或及])
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Mark();
}
