using Disclosure.Documents.Bodies;

namespace Disclosure.Review.Domain.Submissions;

/// <summary>What reviewers read, kept with the case for ever.</summary>
internal sealed record Snapshot(string Body, IReadOnlyList<SnapshotLine> Fields)
{
    /// <summary>The text of the body as reviewers see it: what is searched, corrected and compared.</summary>
    public string Text() => BodyText.Of(Body);
}

/// <summary>One value: what it is (<see cref="Kernel.SnapshotFields"/>), its label, how it is shown, and its code where it has
/// one.</summary>
internal sealed record SnapshotLine(string Code, string Label, string Value, string? ValueCode = null);

/// <summary>A question a reviewer confirms before approving.</summary>
internal sealed record ChecklistQuestion(string Code, string Name);
