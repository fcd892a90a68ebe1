using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Findings;

namespace Disclosure.Review.Domain.Decisions;

/// <summary>What a person decides at a step.</summary>
internal sealed record Decision
{
    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>办理意见.</summary>
    public required StepOutcome Outcome { get; init; }

    /// <summary>Digest of the content the person has read.</summary>
    public required string Digest { get; init; }

    /// <summary>理由; demanded for everything but approval, and for signing one half alone of what is signed together.</summary>
    public string? Reason { get; init; }

    /// <summary>Codes of the questions the person confirmed.</summary>
    public IReadOnlyList<string> Checklist { get; init; } = [];

    /// <summary>What the reviewer corrects within the step's powers; only with approval.</summary>
    public IReadOnlyList<ReviewerChange> Changes { get; init; } = [];

    /// <summary>Conditions the reviewer finds met besides those handed in; only with approval. They switch on the steps that demand
    /// them.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>确需公开: findings that must be public all the same; only with approval and release, where content is judged.</summary>
    public IReadOnlyList<GivenAnswer> Disclosed { get; init; } = [];

    /// <summary>校对意见; only with a return at a proof step.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>单独签批: why the other half was not there when the leader signed, as the code of the sentence; null where both were. Found,
    /// never sent.</summary>
    public string? SignedAlone { get; init; }

    /// <summary>With <see cref="StepOutcome.Hold"/>: who determines secrecy.</summary>
    public DeterminedBy HoldTo { get; init; }
}
