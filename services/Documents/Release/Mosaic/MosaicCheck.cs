using Disclosure.Rules.Scanning;

namespace Disclosure.Documents.Release.Mosaic;

/// <summary>拼图检查: what is masked in one text and readable in another, so that both together tell it.</summary>
public static class MosaicCheck
{
    /// <summary>Compares a text that would leave with what is public.</summary>
    /// <param name="candidate">The body that would leave.</param>
    /// <param name="published">What is public.</param>
    /// <returns>One finding, or none; its spots show only masked forms.</returns>
    public static IReadOnlyList<ReleaseFinding> Find(string candidate, IReadOnlyList<PublishedText> published)
        => Find(new CandidateText("body", "正文", candidate), published);

    /// <summary>Compares a text that would leave with what is public.</summary>
    /// <param name="candidate">The text, with its place.</param>
    /// <param name="published">What is public.</param>
    /// <returns>One finding, or none; its spots show only masked forms.</returns>
    public static IReadOnlyList<ReleaseFinding> Find(CandidateText candidate, IReadOnlyList<PublishedText> published)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(published);
        // A text may give itself away.
        var texts = published.Append(new PublishedText(candidate.Label, candidate.Text)).ToList();
        var pieces = NumberMosaic.Find(candidate.Text, texts).Concat(RedactionMosaic.Find(candidate.Text, published))
            .DistinctBy(piece => (piece.Line, piece.Words)).OrderBy(piece => piece.Line).ToList();
        if (pieces.Count == 0) return [];
        var level = ReleaseKind.Mosaic.Level(AudienceKind.Public);
        return [new ReleaseFinding(candidate.Place, candidate.Label, ReleaseKind.Mosaic, level, pieces.Count,
            [.. pieces.Take(ReleaseFinding.MaxSpots).Select(Spot)])];
    }

    private static ReleaseSpot Spot(MosaicPiece piece) => new(Masked(piece.Words), Masked($"对照《{piece.Name}》"), piece.Line);

    private static string Masked(string text) => Masks.Apply(text, SensitiveDataScanner.Scan(text));
}

/// <summary>One thing that two texts tell together.</summary>
/// <param name="Words">Its masked form.</param>
/// <param name="Name">The text that tells the rest.</param>
/// <param name="Line">Line of the candidate, from 1.</param>
internal sealed record MosaicPiece(string Words, string Name, int Line);
