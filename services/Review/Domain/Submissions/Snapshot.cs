namespace Disclosure.Review.Domain;

/// <summary>What reviewers read, kept with the case for ever.</summary>
internal sealed record Snapshot(string Body, IReadOnlyList<SnapshotLine> Fields);

/// <summary>One labelled value.</summary>
internal sealed record SnapshotLine(string Label, string Value);

/// <summary>A question a reviewer confirms before approving.</summary>
internal sealed record ChecklistQuestion(string Code, string Name);
