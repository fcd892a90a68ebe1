using Disclosure.Rules.Scanning;

namespace Disclosure.Documents.Release.Mosaic;

/// <summary>Numbers masked here and readable there, and numbers masked in two ways of which each shows what the other hides.</summary>
internal static class NumberMosaic
{
    /// <summary>Ways of masking that are compared; a text of more masks nothing in any way.</summary>
    private const int MaxShapes = 64;

    /// <summary>Digits in common that make two masked numbers one, where nothing else says so.</summary>
    private const int MinCommon = 6;

    /// <summary>Digits shown that make a masked number that of a readable one: the last four of a bank card.</summary>
    private const int MinShown = 4;

    public static IEnumerable<MosaicPiece> Find(string candidate, IReadOnlyList<PublishedText> texts)
    {
        var masked = MaskedNumber.In(candidate).ToList();
        var open = Open(candidate).ToList();
        foreach (var text in texts)
        {
            var theirs = text.Text == candidate ? masked : [.. MaskedNumber.In(text.Text)];
            var readable = text.Text == candidate ? open : [.. Open(text.Text)];
            foreach (var (mine, _) in Readable(masked, readable)) yield return new(mine.Words, text.Name, mine.Line);
            if (text.Text != candidate)
                foreach (var (other, line) in Readable(theirs, open)) yield return new(other.Words, text.Name, line);
            foreach (var mine in Complementary(masked, theirs)) yield return new(mine.Words, text.Name, mine.Line);
        }
    }

    private static IEnumerable<(string Digits, int Line)> Open(string text) => SensitiveDataScanner.Scan(text)
        .Where(span => span.Kind is not (SensitiveKind.Address or SensitiveKind.Email))
        .Select(span => (MaskedNumber.Digits(span.Text), span.Line)).DistinctBy(number => number.Item1);

    /// <summary>Masked numbers that a readable one of the same length agrees with.</summary>
    private static IEnumerable<(MaskedNumber Masked, int Line)> Readable(List<MaskedNumber> masked, List<(string Digits, int Line)> open)
    {
        if (masked.Count == 0 || open.Count == 0) yield break;
        var keys = new Dictionary<(int First, string Shown, int Length), int>();
        foreach (var (first, last, length) in masked.Select(number => (number.First.Length, number.Last.Length, number.Length)).Distinct()
            .Where(shape => shape.Item1 + shape.Item2 >= MinShown).Take(MaxShapes))
            foreach (var (digits, line) in open)
                if (digits.Length == length) keys.TryAdd((first, digits[..first] + digits[^last..], length), line);
        foreach (var number in masked)
            if (keys.TryGetValue((number.First.Length, number.First + number.Last, number.Length), out var line))
                yield return (number, line);
    }

    /// <summary>Masked numbers of which others show more at one end and less at the other.</summary>
    private static IEnumerable<MaskedNumber> Complementary(List<MaskedNumber> mine, List<MaskedNumber> theirs)
    {
        var shapes = theirs.GroupBy(number => (number.First.Length, number.Last.Length)).Take(MaxShapes).ToList();
        foreach (var own in mine.GroupBy(number => (number.First.Length, number.Last.Length)).Take(MaxShapes))
            foreach (var other in shapes)
            {
                // Together they show more than each: the one at the beginning, the other at the end.
                if (Math.Sign(own.Key.Item1 - other.Key.Item1) * Math.Sign(own.Key.Item2 - other.Key.Item2) >= 0) continue;
                var (first, last) = (Math.Min(own.Key.Item1, other.Key.Item1), Math.Min(own.Key.Item2, other.Key.Item2));
                var keys = other.SelectMany(number => Keys(number, first, last)).ToHashSet();
                foreach (var number in own)
                    if (Keys(number, first, last).Any(keys.Contains)) yield return number;
            }
    }

    /// <summary>What two masked forms of one number have in common: its length, the digits that both show, and a name where those are
    /// few.</summary>
    private static IEnumerable<(int Length, string Common, string Anchor)> Keys(MaskedNumber number, int first, int last)
    {
        var common = number.First[..first] + number.Last[^last..];
        if (common.Length >= MinCommon) yield return (number.Length, common, "");
        foreach (var anchor in number.Anchors) yield return (number.Length, common, anchor);
    }
}
