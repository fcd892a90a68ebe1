using System.Buffers;

namespace Disclosure.Rules.Scanning;

/// <summary>
/// Finds personal data in text before publication (敏感信息检测): identity cards, phones, bank cards, addresses below township, e-mail.
/// One pass; text without digits, “@” or address words is skipped at memory speed.
/// </summary>
public static class SensitiveDataScanner
{
    // A number starts with a digit, an e-mail has an at sign, an address ends in a group, a house number or a room.
    private static readonly SearchValues<char> Triggers = SearchValues.Create("0123456789０１２３４５６７８９@＠社组弄号栋幢室");

    /// <summary>Scans a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Spans in order, never overlapping.</returns>
    public static IReadOnlyList<SensitiveSpan> Scan(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<Match>();
        var position = 0;
        while (position < text.Length)
        {
            var next = text.AsSpan(position).IndexOfAny(Triggers);
            if (next < 0) break;
            position = Step(text, position + next, found);
        }

        return Place(text, found);
    }

    private static int Step(string text, int at, List<Match> found)
    {
        var floor = found.Count > 0 ? found[^1].End : 0;
        var match = text[at] switch
        {
            '@' or '＠' => EmailMatcher.TryMatch(text, at, floor),
            var character when NumberMatcher.IsDigit(character) => NumberMatcher.TryMatch(text, at, out at),
            _ => AddressMatcher.TryMatch(text, at, floor),
        };
        if (match is not { } hit) return at + 1;

        // An e-mail may begin with what looked like a number: the longer find replaces the shorter.
        while (found.Count > 0 && found[^1].End > hit.Start) found.RemoveAt(found.Count - 1);
        found.Add(hit);
        return hit.End;
    }

    private static List<SensitiveSpan> Place(string text, List<Match> found)
    {
        var spans = new List<SensitiveSpan>(found.Count);
        var (line, lineStart, cursor) = (1, 0, 0);
        foreach (var match in found)
        {
            while (text.AsSpan(cursor, match.Start - cursor).IndexOf('\n') is >= 0 and var offset)
            {
                line++;
                cursor += offset + 1;
                lineStart = cursor;
            }

            cursor = match.Start;
            var value = text.Substring(match.Start, match.Length);
            spans.Add(new(match.Kind, match.Start, match.Length, line, match.Start - lineStart + 1, value, Masks.Of(match.Kind, value)));
        }

        return spans;
    }
}

internal readonly record struct Match(SensitiveKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
