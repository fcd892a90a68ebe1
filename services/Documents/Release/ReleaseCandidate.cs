using Disclosure.Documents.Release.Mosaic;

namespace Disclosure.Documents.Release;

/// <summary>What would leave.</summary>
/// <param name="Texts">Title, body and every value that is shown.</param>
/// <param name="Files">Attachments.</param>
public sealed record ReleaseCandidate(IReadOnlyList<CandidateText> Texts, IReadOnlyList<CandidateFile> Files)
{
    /// <summary>What is public already and may tell what is masked here, or the other way round (拼图); empty where there is
    /// nothing.</summary>
    public IReadOnlyList<PublishedText> Published { get; init; } = [];
}

/// <summary>A text that would leave.</summary>
/// <param name="Place">Code of the place, once in a candidate: <c>body</c>, or that of a field.</param>
/// <param name="Label">Its name, Chinese: “正文”.</param>
/// <param name="Text">The text.</param>
/// <param name="IsChosen">Whether it was chosen from a list: then only personal data is looked for in it.</param>
public sealed record CandidateText(string Place, string Label, string Text, bool IsChosen = false);

/// <summary>A file that would leave.</summary>
/// <param name="Digest">SHA-256 of the bytes that would leave, lower-case hex.</param>
/// <param name="Name">Its name, which would leave too.</param>
/// <param name="Reading">What was read in it; null where nothing could be, which blocks.</param>
public sealed record CandidateFile(string Digest, string Name, FileReading? Reading);
