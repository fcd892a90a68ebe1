using System.Buffers;
using System.Text;
using Disclosure.Contracts.Catalogue.Api;

namespace Disclosure.Catalogue.Search;

/// <summary>The place of a text where the searched words occur.</summary>
internal static class Snippet
{
    private const int Width = 120;
    private const int Before = 24;

    private static readonly SearchValues<char> Signs = SearchValues.Create("#*_`>|~[]");
    private static readonly SearchValues<char> Rulings = SearchValues.Create(" \t:|-");

    /// <summary>Plain text of Markdown, for summaries and snippets.</summary>
    /// <remarks>One pass: the text is anybody's, and summaries are made of whole bodies.</remarks>
    public static string Plain(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var plain = new StringBuilder(markdown.Length);
        var noBracketBehind = int.MaxValue;
        for (var at = 0; at < markdown.Length;)
        {
            var mark = MarkAt(markdown, at, ref noBracketBehind);
            if (mark == 0 && !char.IsWhiteSpace(markdown[at])) plain.Append(markdown[at]);
            // What was left out parts words as a space does; a space at the front parts nothing.
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            at += Math.Max(mark, 1);
        }

        if (plain.Length > 0 && plain[^1] == ' ') plain.Length--;
        return plain.ToString();
    }

    /// <summary>The runs around the first match, or the beginning when nothing matches.</summary>
    public static IReadOnlyList<SnippetRun> Around(string plain, IReadOnlyList<string> terms)
    {
        // The terms are folded, and folding moves no character.
        var folded = Simplified.Fold(plain);
        var first = terms.Select(t => folded.IndexOf(t, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var start = Math.Max(0, first - Before);
        var window = plain.Substring(start, Math.Min(Width, plain.Length - start));
        var sought = folded.Substring(start, window.Length);
        var runs = new List<SnippetRun>();
        var at = 0;
        while (at < window.Length)
        {
            var (index, length) = Next(sought, terms, at);
            if (index > at) runs.Add(new SnippetRun(window[at..index], false));
            if (length > 0) runs.Add(new SnippetRun(window.Substring(index, length), true));
            at = index + length;
        }

        return runs;
    }

    private static (int Index, int Length) Next(string window, IReadOnlyList<string> terms, int at)
    {
        var best = (Index: window.Length, Length: 0);
        foreach (var term in terms)
        {
            var index = window.IndexOf(term, at, StringComparison.OrdinalIgnoreCase);
            if (index >= 0 && (index < best.Index || (index == best.Index && term.Length > best.Length))) best = (index, term.Length);
        }

        return best;
    }

    /// <summary>How long the markup at a place is: a line of a table, a rule or a fence, marks of emphasis and the like, the address of a
    /// link.</summary>
    private static int MarkAt(string text, int at, ref int noBracketBehind)
    {
        if ((at == 0 || text[at - 1] == '\n') && RulingAt(text.AsSpan(at)) is > 0 and var ruling) return ruling;
        if (Signs.Contains(text[at])) return 1;
        // Behind the last bracket no address ends: it is looked for once.
        if (text[at] != '(' || at >= noBracketBehind || !IsAddress(text.AsSpan(at + 1))) return 0;
        var end = text.IndexOf(')', at);
        if (end < 0) noBracketBehind = at;
        return end < 0 ? 0 : end + 1 - at;
    }

    private static bool IsAddress(ReadOnlySpan<char> text)
        => text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>The length of a line that parts a table's head from its rows, or the text above it from that below.</summary>
    private static int RulingAt(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(Rulings);
        if (end < 0) end = text.Length;
        var line = text[..end];
        if (text[end..] is not ([] or ['\n', ..] or ['\r'] or ['\r', '\n', ..])) return 0;
        var isTable = line.TrimStart(" \t") is ['|', ..] && line.Contains('-');
        var isRule = line.Length >= 3 && line.IndexOfAnyExcept('-') < 0;
        return isTable || isRule ? line.Length : 0;
    }
}
