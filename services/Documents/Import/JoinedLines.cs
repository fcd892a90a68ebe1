using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import;

/// <summary>Lines that a source breaks where a page would not.</summary>
internal static class JoinedLines
{
    /// <summary>What stands between two lines of one paragraph: nothing beside Chinese, a space between words of alphabets.</summary>
    public static string Between(char? before, char? after)
        => before is { } one && after is { } other && !IsWide(one) && !IsWide(other) ? " " : "";

    /// <summary>The last character of a line; null behind a break.</summary>
    public static char? Last(IReadOnlyList<Inline> line) => line is [.., TextRun { Text: [.., var last] }] ? last : null;

    /// <summary>Whether a character needs no spaces around words.</summary>
    public static bool IsWide(char c) => c is >= '\u2E80' or '\u2014' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u2026'
        or '\u00B7';
}
