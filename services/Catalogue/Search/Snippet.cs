using Disclosure.Contracts.Catalogue.Api;

namespace Disclosure.Catalogue.Search;

/// <summary>The place of a text where the searched words occur.</summary>
internal static class Snippet
{
    private const int Width = 120;
    private const int Before = 24;

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
}
