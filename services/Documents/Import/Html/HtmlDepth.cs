using System.Collections.Frozen;

namespace Disclosure.Documents.Import.Html;

/// <summary>Judges how deep the elements of a page lie, before it is parsed: each costs the parser as much as it is deep.</summary>
internal static class HtmlDepth
{
    private const int Most = 1_000;
    private const int MaxName = 12;

    /// <summary>Elements that hold nothing or end where the next begins.</summary>
    private static readonly FrozenSet<string> Unclosed = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "p", "li", "br", "hr", "img",
        "input",
        "meta", "link", "td", "th", "tr", "tbody", "thead", "tfoot", "dd", "dt", "option", "col", "area", "wbr", "source", "param", "base",
            "embed");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = Unclosed.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether more elements are open at once than any page has.</summary>
    public static bool IsBeyond(string text)
    {
        var depth = 0;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            var closes = text[at + 1] == '/';
            var name = text.AsSpan(at + (closes ? 2 : 1));
            if (name.Length > MaxName) name = name[..MaxName];
            var end = 0;
            while (end < name.Length && char.IsAsciiLetterOrDigit(name[end])) end++;
            if (end == 0 || !char.IsAsciiLetter(name[0]) || Names.Contains(name[..end])) continue;
            depth = closes ? Math.Max(depth - 1, 0) : depth + 1;
            if (depth > Most) return true;
        }

        return false;
    }
}
