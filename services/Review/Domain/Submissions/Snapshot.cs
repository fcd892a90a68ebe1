using Disclosure.Documents.Bodies;

namespace Disclosure.Review.Domain.Submissions;

/// <summary>What reviewers read, kept with the case for ever.</summary>
internal sealed record Snapshot(string Body, IReadOnlyList<SnapshotLine> Fields)
{
    /// <summary>附件, as they would be released.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>What the owner found by comparing the texts with what is public already (拼图).</summary>
    public IReadOnlyList<OwnerFinding> Compared { get; init; } = [];

    /// <summary>The text of the body as reviewers see it: what is searched, corrected and compared.</summary>
    public string Text() => BodyText.Of(Body);
}

/// <summary>One value: what it is (<see cref="Kernel.SnapshotFields"/>), its label, how it is shown, and its code where it has
/// one.</summary>
internal sealed record SnapshotLine(string Code, string Label, string Value, string? ValueCode = null);

/// <summary>附件: a file, and what the release gate found in it when it was handed in.</summary>
internal sealed record AttachedFile(string Name, string MediaType, long Size, string Digest, IReadOnlyList<OwnerFinding> Findings);

/// <summary>All finds of a kind that its owner made; the key names place and kind, the spots say what and where.</summary>
internal sealed record OwnerFinding(string Key, string Kind, bool Blocks, int Count, IReadOnlyList<string> Spots);

/// <summary>A question a reviewer confirms before approving.</summary>
internal sealed record ChecklistQuestion(string Code, string Name);
