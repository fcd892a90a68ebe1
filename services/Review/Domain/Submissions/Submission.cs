using Disclosure.Review.Domain.Cases;

namespace Disclosure.Review.Domain.Submissions;

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

    /// <summary>Subject claims of everybody else who wrote or submitted the content; for the case they count as its author.</summary>
    public IReadOnlyList<string> Contributors { get; init; } = [];

    public required string ContentDigest { get; init; }

    public required Snapshot Snapshot { get; init; }

    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>起草人; empty where the sender does not say.</summary>
    public string AuthorName { get; init; } = "";

    /// <summary>Code of the attribute handed in; null where the subject has none.</summary>
    public string? Attribute { get; init; }

    /// <summary>Code of the ground handed in; null where it is unknown.</summary>
    public string? Ground { get; init; }

    /// <summary>Legal deadline of the subject, which no step outlasts.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The document that the content goes with; demanded by flows that are signed together with it.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>Whom the case is kept from.</summary>
    public Recusal Recusal { get; init; } = Recusal.Nobody;

    /// <summary>When the author handed it in, UTC.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Whether a determination of the round before was left unfinished: the next round begins with it.</summary>
    public bool StillUndetermined { get; init; }
}
