using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Disclosure.Kernel;

/// <summary>Text as people and machines hand it in: what is refused in it, wherever it enters, and how it is cut.</summary>
public static class EnteredText
{
    /// <summary>What no text may hold: it cannot be stored, sent or shown everywhere (U+0000, halves of pairs, noncharacters).</summary>
    public const string Unstorable = "含有无法保存的字符，请删除后重试。";

    /// <summary>Control characters in what people read.</summary>
    public const string Controls = "不能含有换行或控制字符。";

    /// <summary>Characters that nobody sees and that change what is read.</summary>
    public const string Hidden = "不能含有看不见的字符（零宽字符、改变文字方向的字符），请重新输入，不要粘贴。";

    /// <summary>Whether a text can be kept and sent at all.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False for U+0000, a half of a surrogate pair, or a noncharacter such as U+FFFE.</returns>
    public static bool IsStorable(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            // Nearly all of a text is below the surrogates, and passes in one look.
            var next = text.IndexOfAnyExceptInRange('\u0001', '\uD7FF');
            if (next < 0) return true;
            text = text[next..];
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done || rune.Value == 0
                || IsNoncharacter(rune.Value)) return false;
            text = text[length..];
        }

        return true;
    }

    /// <summary>What is wrong with a text of one line, such as a title.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What, Chinese; null when nothing is.</returns>
    public static string? ProblemOfLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !IsStorable(text) ? Unstorable : text.Any(char.IsControl) ? Controls
            : text.Any(c => IsHidden(c) || c is '\u2028' or '\u2029') ? Hidden : null;
    }

    /// <summary>What is wrong with a text of several lines, such as a reason: line ends and tabs are well.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What, Chinese; null when nothing is.</returns>
    public static string? ProblemOfText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !IsStorable(text) ? Unstorable
            : text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? "不能含有控制字符。"
            : text.Any(TurnsDirection) ? Hidden : null;
    }

    /// <summary>Whether there is nothing to read in a text: only spaces, line ends and characters that nobody sees.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <returns>True when nothing is there.</returns>
    public static bool IsBlank([NotNullWhen(false)] string? text)
        => text is null || text.All(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format);

    /// <summary>A text cut to a length, never through a character that is more than one unit, such as an emoji.</summary>
    /// <param name="text">The text.</param>
    /// <param name="max">Units kept at most.</param>
    /// <returns>The text, or its beginning.</returns>
    public static string Cut(string text, int max)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= max) return text;
        var end = 0;
        while (end < max)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > max) break;
            end = next;
        }

        return text[..end];
    }

    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Zero width, and what turns the direction of reading.</summary>
    private static bool IsHidden(char c) => TurnsDirection(c) || c is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD' or '\u180E' or '\u061C';

    private static bool TurnsDirection(char c)
        => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';
}
