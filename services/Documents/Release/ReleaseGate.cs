using Disclosure.Documents.Release.Mosaic;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;

namespace Disclosure.Documents.Release;

/// <summary>放行检查: what stands between content and whoever would read it. Every exit asks this one function; what it cannot judge does
/// not pass.</summary>
public static class ReleaseGate
{
    /// <summary>Looks at everything that would leave.</summary>
    /// <param name="candidate">What would leave.</param>
    /// <param name="audience">To whom.</param>
    /// <returns>Findings by place in the order of the candidate, the most harmful first within one.</returns>
    public static IReadOnlyList<ReleaseFinding> Judge(ReleaseCandidate candidate, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(audience);
        var own = audience.Kind == AudienceKind.Applicant ? new OwnData(audience.Own) : null;
        var places = new OrderedDictionary<string, PlaceFindings>(StringComparer.Ordinal);
        foreach (var text in candidate.Texts)
            Place(places, text.Place, text.Label).Add(text.Text, "", hasLines: true, hasMarks: !text.IsChosen, own);
        foreach (var file in candidate.Files) Add(Place(places, PlaceOf(file), file.Name), file, own);
        var pieces = Pieces(candidate, audience).ToLookup(finding => finding.Place, StringComparer.Ordinal);
        return [.. places.SelectMany(place => place.Value.For(audience.Kind).Concat(pieces[place.Key]).OrderBy(finding => finding.Kind))];
    }

    /// <summary>The findings that keep it from leaving: those that block, and those that nobody has answered.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="answers">Who said why a finding must be public. An answer counts for as many finds as there were when it was
    /// given.</param>
    /// <returns>Empty where it may leave.</returns>
    public static IReadOnlyList<ReleaseFinding> Obstacles(IReadOnlyList<ReleaseFinding> findings, IReadOnlyList<ReleaseAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(answers);
        var answered = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            if (string.IsNullOrWhiteSpace(answer.Reason) || string.IsNullOrWhiteSpace(answer.By)) continue;
            answered[answer.Finding] = Math.Max(answer.Count, answered.GetValueOrDefault(answer.Finding));
        }

        return [.. findings.Where(finding => finding.Level switch
        {
            ReleaseLevel.Note => false,
            ReleaseLevel.Answer => !answered.TryGetValue(finding.Key, out var count) || count < finding.Count,
            _ => true,
        })];
    }

    private static void Add(PlaceFindings place, CandidateFile file, OwnData? own)
    {
        place.Add(file.Name, "文件名", hasLines: false, hasMarks: true, own);
        if (file.Reading is not { } reading)
        {
            place.Add(ReleaseKind.Unreadable, ReleaseKind.Unreadable.Name(), "", null);
            return;
        }

        foreach (var passage in reading.Passages) place.Add(passage.Text, passage.Place, hasLines: true, hasMarks: true, own);
        foreach (var trait in reading.Traits)
            if (ReleaseKinds.Of(trait.Kind) is { } kind) place.Add(kind, kind.Name(), trait.Place, null);
    }

    /// <summary>拼图: for the public, because others get nothing of what is masked.</summary>
    private static IEnumerable<ReleaseFinding> Pieces(ReleaseCandidate candidate, Audience audience)
    {
        if (audience.Kind != AudienceKind.Public || candidate.Published.Count == 0) return [];
        var files = candidate.Files.Where(file => file.Reading is not null).DistinctBy(PlaceOf)
            .Select(file => new CandidateText(PlaceOf(file), file.Name,
            string.Join('\n', file.Reading!.Passages.Select(passage => passage.Text))));
        return candidate.Texts.Where(text => !text.IsChosen).Concat(files).SelectMany(text => MosaicCheck.Find(text, candidate.Published));
    }

    /// <summary>Files of the same bytes are one place.</summary>
    private static string PlaceOf(CandidateFile file) => FileDigest.TryParse(file.Digest, out var digest)
        ? ReleaseFinding.PlaceOf(digest.Value) : throw new ArgumentException("A file without a digest.", nameof(file));

    private static PlaceFindings Place(OrderedDictionary<string, PlaceFindings> places, string code, string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (!places.TryGetValue(code, out var place)) places.Add(code, place = new PlaceFindings(code, label));
        return place;
    }
}
