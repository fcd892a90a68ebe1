using System.Globalization;
using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>Reads what joins two groups of digits.</summary>
internal static class Joints
{
    private const int MaxSigns = 3;
    private const int MaxSpaces = 8;

    private static readonly string[] Entities =
    [
        "&nbsp;", "&ensp;", "&emsp;", "&thinsp;", "&shy;", "&zwnj;", "&zwj;", "&#160;", "&#xa0;", "&#12288;", "&#x3000;", "&#8203;",
        "&#x200b;", "<br>", "<br/>", "<br />",
    ];

    /// <summary>Joints by which phones and cards are written in groups.</summary>
    public const Joint OfPhones = Joint.Space | Joint.Dash | Joint.Dot | Joint.Slash | Joint.Bracket | Joint.LineEnd | Joint.Middle;

    /// <summary>Reads a joint.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Its first character; afterwards the digit behind it.</param>
    /// <returns>What it is made of; nothing when no digit follows.</returns>
    public static Joint Read(string text, ref int at)
    {
        var (joint, signs, spaces, position) = (Joint.None, 0, 0, at);
        while (true)
        {
            position = Characters.SkipInvisible(text, position);
            if (position >= text.Length) return Joint.None;
            var character = text[position];
            if (Characters.IsDigit(character)) break;
            var kind = Of(character);
            if (kind == Joint.None && Entity(text, position) is var length and > 0)
            {
                (kind, position) = (text[position] == '<' ? Joint.LineEnd : Joint.Space, position + length - 1);
            }

            if (kind == Joint.None || (kind == Joint.LineEnd && (joint & Joint.LineEnd) != 0)) return Joint.None;
            var blank = (kind & (Joint.Space | Joint.Tab | Joint.LineEnd)) != 0;
            if (blank ? ++spaces > MaxSpaces : ++signs > MaxSigns) return Joint.None;
            if (character == '\r' && position + 1 < text.Length && text[position + 1] == '\n') position++;
            joint |= kind;
            position++;
        }

        at = position;
        return joint;
    }

    // A web page's blank that was pasted with its name.
    private static int Entity(string text, int at)
    {
        if (text[at] is not ('&' or '<')) return 0;
        foreach (var entity in Entities)
        {
            if (string.Compare(text, at, entity, 0, entity.Length, StringComparison.OrdinalIgnoreCase) == 0) return entity.Length;
        }

        return 0;
    }

    /// <summary>What a character joins by.</summary>
    public static Joint Of(char character) => character switch
    {
        ' ' => Joint.Space,
        '\t' => Joint.Tab,
        '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f' => Joint.LineEnd,
        '-' or '\u2212' or '﹣' or '－' or 'ー' or 'ｰ' or '─' or '━' or '⁃' => Joint.Dash,
        '.' => Joint.Dot,
        '·' or '．' or '•' or '‧' or '・' or '･' or '∙' or '⋅' or '﹒' or '․' => Joint.Dot | Joint.Middle,
        '/' or '／' or '\\' or '＼' or '⁄' or '∕' => Joint.Slash,
        '(' or ')' or '（' or '）' or '[' or ']' or '［' or '］' or '【' or '】' or '〔' or '〕' or '﹙' or '﹚' => Joint.Bracket,
        ',' or '，' or '、' or ';' or '；' or ':' or '：' or '_' or '＿' or '|' or '｜' or '~' or '～' or '+' or '＋' or '\'' or '’' or '='
            => Joint.Sign,
        _ => char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.SpaceSeparator => Joint.Space,
            UnicodeCategory.DashPunctuation => Joint.Dash,
            _ => Joint.None,
        },
    };
}
