namespace Disclosure.Review.Domain;

/// <summary>What reviewers read, kept with the case for ever.</summary>
internal sealed record Snapshot(string Body, IReadOnlyList<SnapshotLine> Fields);

/// <summary>One labelled value.</summary>
internal sealed record SnapshotLine(string Label, string Value);

/// <summary>A question a reviewer confirms before approving.</summary>
internal sealed record ChecklistQuestion(string Code, string Name);

/// <summary>What the author handed in (送审).</summary>
internal sealed record Submission
{
    public required CaseId CaseId { get; init; }

    public required string Authority { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Title { get; init; }

    public required string Unit { get; init; }

    /// <summary>Subject claim of the drafter, who may never approve.</summary>
    public required string Author { get; init; }

    public required string ContentDigest { get; init; }

    public required Snapshot Snapshot { get; init; }

    public required IReadOnlyList<string> Conditions { get; init; }
}
