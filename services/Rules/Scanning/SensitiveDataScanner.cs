using System.Buffers;
using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>
/// Finds personal data in text before publication (敏感信息检测): identity cards, phones, bank cards, addresses below township, e-mail.
/// One pass; text without digits, “@” or address words is skipped at memory speed.
/// </summary>
public static class SensitiveDataScanner
{
    // A number starts with a digit, an e-mail has an at sign, an address ends in a village, a group, a house number or a room.
    private static readonly SearchValues<char> Triggers = SearchValues.Create(
        "0123456789０１２３４５６７８９⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉@＠社组弄号栋幢室单村");

    // Longer chains of places without punctuation are cut into several finds.
    private const int MaxAddress = 100;

    /// <summary>Scans a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Spans in order, never overlapping.</returns>
    public static IReadOnlyList<SensitiveSpan> Scan(string text) => Scan(text, int.MaxValue, out _);

    /// <summary>Scans a text until enough has been found.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Spans wanted, from 1; scanning stops there.</param>
    /// <param name="more">Whether the text holds more than that.</param>
    /// <returns>Spans in order, never overlapping, at most <paramref name="most"/>.</returns>
    public static IReadOnlyList<SensitiveSpan> Scan(string text, int most, out bool more)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var found = new List<Match>();
        var folded = Folding.Of(text);
        var read = folded is null ? text : new string(folded.Characters);
        var run = new DigitRun(read);
        var position = 0;
        while (position < read.Length && found.Count <= most)
        {
            var next = read.AsSpan(position).IndexOfAny(Triggers);
            if (next < 0) break;
            position = Step(read, run, position + next, found);
        }

        more = found.Count > most;
        if (more) found.RemoveRange(most, found.Count - most);
        if (folded is not null) found = found.ConvertAll(folded.Written);
        return Place(text, found);
    }

    private static int Step(string text, DigitRun run, int at, List<Match> found)
    {
        var (floor, name) = found.Count == 0 ? (0, 0)
            : (found[^1].End, found[^1].Kind == SensitiveKind.Address ? found[^1].Start : found[^1].End);
        var match = text[at] switch
        {
            '@' or '＠' => EmailMatcher.TryMatch(text, at, floor),
            var character when Characters.IsDigit(character)
                => NumberMatcher.TryMatch(text, run, at, found.Count == 0 ? null : found[^1], out at),
            _ => AddressMatcher.TryMatch(text, at, name),
        };
        if (match is not { } hit) return at + 1;

        // An address may go on behind the village or house that was already found: both become one.
        if (found.Count > 0 && hit.Kind == SensitiveKind.Address && found[^1].Kind == SensitiveKind.Address && found[^1].End > hit.Start)
        {
            var first = hit.End - found[^1].Start <= MaxAddress ? Math.Min(hit.Start, found[^1].Start) : found[^1].End;
            hit = new(SensitiveKind.Address, first, hit.End - first);
        }

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
            spans.Add(new(match.Kind, match.Start, match.Length, line, match.Start - lineStart + 1,
                text.Substring(match.Start, match.Length)));
        }

        return spans;
    }
}
