using Disclosure.Kernel;

namespace Disclosure.Rules.Replay;

/// <summary>How a step differs between two sets of rules.</summary>
/// <param name="Code">Code of the step.</param>
/// <param name="Before">The step by the rules in force; null where they have none.</param>
/// <param name="After">The step by the candidate; null where it has none.</param>
public sealed record StepDifference(string Code, ReplayedStep? Before, ReplayedStep? After)
{
    /// <summary>Whether the due day is another.</summary>
    public bool MovesDue => Before?.DueOn != After?.DueOn;

    /// <summary>Whether it becomes late (逾期).</summary>
    public bool BecomesLate => Before is not { IsLate: true } && After is { IsLate: true };
}

/// <summary>What a candidate would change of a recorded case (规则变更试算).</summary>
/// <param name="Before">The case by the rules in force.</param>
/// <param name="After">The case by the candidate.</param>
/// <param name="Steps">Steps that differ, those of the candidate first.</param>
/// <param name="Raised">Objections that only the candidate has.</param>
/// <param name="Dropped">Objections that only the rules in force have.</param>
public sealed record ReviewDifference(ReplayedReview Before, ReplayedReview After, IReadOnlyList<StepDifference> Steps,
    IReadOnlyList<Objection> Raised, IReadOnlyList<Objection> Dropped)
{
    /// <summary>Whether the case would stand elsewhere.</summary>
    public bool ChangesOutcome => Before.Outcome != After.Outcome;

    /// <summary>Compares a case by two sets of rules.</summary>
    /// <param name="before">By the rules in force.</param>
    /// <param name="after">By the candidate.</param>
    /// <returns>What differs; null where nothing does.</returns>
    public static ReviewDifference? Between(ReplayedReview before, ReplayedReview after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var known = before.Steps.ToDictionary(step => step.Code);
        var steps = after.Steps.Select(step => new StepDifference(step.Code, known.GetValueOrDefault(step.Code), step))
            .Concat(before.Steps.ExceptBy(after.Steps.Select(step => step.Code), step => step.Code)
                .Select(step => new StepDifference(step.Code, step, null)))
            .Where(Differs).ToList();
        // A name is the pack's own wording: an objection is the same by its kind and place.
        var raised = after.Objections.ExceptBy(before.Objections.Select(Place), Place).ToList();
        var dropped = before.Objections.ExceptBy(after.Objections.Select(Place), Place).ToList();
        return before.Outcome == after.Outcome && steps.Count + raised.Count + dropped.Count == 0 ? null
            : new ReviewDifference(before, after, steps, raised, dropped);
    }

    private static (ReplayObjection Kind, string? Code) Place(Objection objection) => (objection.Kind, objection.Code);

    /// <summary>Who may take a step matters while nobody has; afterwards an objection says so.</summary>
    private static bool Differs(StepDifference step) => step is not { Before: { } before, After: { } after }
        || before.DueOn != after.DueOn || before.IsLate != after.IsLate
        || (!after.IsTaken && (before.Scope != after.Scope || !before.Roles.ToHashSet().SetEquals(after.Roles)));
}
