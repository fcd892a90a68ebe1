using Disclosure.Documents.Packages;
using Disclosure.Rules.Scanning;

namespace Disclosure.Documents.Release;

/// <summary>Finds of one place by kind.</summary>
/// <param name="place">Code of the place.</param>
/// <param name="label">Its name.</param>
internal sealed class PlaceFindings(string place, string label)
{
    private readonly SortedDictionary<ReleaseKind, (int Count, List<ReleaseSpot> Spots)> finds = [];

    /// <summary>What a text says: personal data that is not the reader's own, and marks of the paper.</summary>
    public void Add(string text, string where, bool hasLines, bool hasMarks, OwnData? own)
    {
        foreach (var span in SensitiveDataScanner.Scan(text))
            if (own?.Holds(span) != true) Add(ReleaseKinds.Of(span.Kind), () => span.Masked, where, hasLines ? span.Line : null);
        if (!hasMarks) return;
        foreach (var (words, line) in CellMarks.Secrecy(text)) Add(ReleaseKind.SecrecyMark, words, where, hasLines ? line : null);
        foreach (var (words, line) in CellMarks.Handling(text)) Add(ReleaseKind.HandlingMark, words, where, hasLines ? line : null);
    }

    /// <summary>One find; places are names that people gave, so they are masked too.</summary>
    public void Add(ReleaseKind kind, string words, string where, int? line) => Add(kind, () => words, where, line);

    private void Add(ReleaseKind kind, Func<string> words, string where, int? line)
    {
        var (count, spots) = finds.TryGetValue(kind, out var found) ? found : (0, []);
        if (spots.Count < ReleaseFinding.MaxSpots) spots.Add(new ReleaseSpot(words(), ShownName.Masked(where), line));
        finds[kind] = (count + 1, spots);
    }

    /// <summary>The findings, the most harmful first.</summary>
    public IEnumerable<ReleaseFinding> For(AudienceKind audience) => finds.Select(found
        => new ReleaseFinding(place, ShownName.Masked(label), found.Key, found.Key.Level(audience), found.Value.Count, found.Value.Spots));
}
