using System.Text.RegularExpressions;

namespace Disclosure.Documents.Release.Mosaic;

/// <summary>Two versions of one paper of which one covers what the other shows: the same words around a mask and around plain
/// text.</summary>
internal static partial class RedactionMosaic
{
    /// <summary>Characters that must be the same on the side that is looked for, and on the other side.</summary>
    private const int Near = 8;
    private const int Far = 2;

    /// <summary>Longest text that is covered.</summary>
    private const int MaxCovered = 80;

    /// <summary>Places with the same words that are compared.</summary>
    private const int MaxPlaces = 16;

    public static IEnumerable<MosaicPiece> Find(string candidate, IReadOnlyList<PublishedText> published)
    {
        var mine = Gaps(candidate);
        foreach (var text in published)
        {
            foreach (var (gap, _) in Shown(mine, text.Text)) yield return new(gap.Words, text.Name, gap.Line);
            foreach (var (gap, at) in Shown(Gaps(text.Text), candidate))
                yield return new(gap.Words, text.Name, candidate.AsSpan(0, at).Count('\n') + 1);
        }
    }

    private static List<Gap> Gaps(string text)
    {
        var gaps = new List<Gap>();
        var (line, cursor) = (1, 0);
        foreach (Match mask in Mask().Matches(text))
        {
            line += text.AsSpan(cursor, mask.Index - cursor).Count('\n');
            cursor = mask.Index;
            string left = Left(text, mask.Index), right = Right(text, mask.Index + mask.Length);
            if (left.Length >= Near && right.Length >= Far || right.Length >= Near && left.Length >= Far)
                gaps.Add(new Gap(left, right, $"{left}{mask.Value}{right}", line));
        }

        return gaps;
    }

    /// <summary>The gaps that another text fills with plain words, and where.</summary>
    private static IEnumerable<(Gap Gap, int At)> Shown(List<Gap> gaps, string text)
    {
        if (gaps.Count == 0) yield break;
        var wanted = gaps.GroupBy(gap => gap.Key).ToDictionary(group => group.Key, group => group.Take(MaxPlaces).ToList(),
            StringComparer.Ordinal);
        var lookup = wanted.GetAlternateLookup<ReadOnlySpan<char>>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at + Near <= text.Length; at++)
        {
            if (!lookup.TryGetValue(text.AsSpan(at, Near), out var found)) continue;
            var times = places.GetValueOrDefault(found[0].Key);
            if (times >= MaxPlaces) continue;
            places[found[0].Key] = times + 1;
            foreach (var gap in found)
                if (IsFilled(gap, text, at)) yield return (gap, at);
        }
    }

    private static bool IsFilled(Gap gap, string text, int at)
    {
        ReadOnlySpan<char> between;
        if (gap.IsLeft)
        {
            var from = at + Near;
            var rest = text.AsSpan(from, Math.Min(MaxCovered + Far, text.Length - from));
            var end = rest.IndexOf(gap.Right.AsSpan(0, Far), StringComparison.Ordinal);
            if (end < 0) return false;
            between = rest[..end];
        }
        else
        {
            var from = Math.Max(0, at - MaxCovered - Far);
            var before = text.AsSpan(from, at - from);
            var end = before.LastIndexOf(gap.Left.AsSpan(gap.Left.Length - Far), StringComparison.Ordinal);
            if (end < 0) return false;
            between = before[(end + Far)..];
        }

        return !between.IsWhiteSpace() && !between.Contains('\n') && between.IndexOfAny(MaskSigns.All) < 0;
    }

    private static string Left(string text, int at)
    {
        var from = at;
        while (from > 0 && at - from < Near && text[from - 1] != '\n' && !MaskSigns.All.Contains(text[from - 1])) from--;
        return text[from..at];
    }

    private static string Right(string text, int at)
    {
        var to = at;
        while (to < text.Length && to - at < Near && text[to] != '\n' && !MaskSigns.All.Contains(text[to])) to++;
        return text[at..to];
    }

    [GeneratedRegex("[*＊×█■●•_xX]{2,}")]
    private static partial Regex Mask();

    /// <summary>A mask with the words around it.</summary>
    private sealed record Gap(string Left, string Right, string Words, int Line)
    {
        public bool IsLeft => Left.Length >= Near;

        public string Key => IsLeft ? Left : Right;
    }
}
