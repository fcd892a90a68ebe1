namespace Disclosure.Review.Domain;

/// <summary>A case that comes before the leader together with another (一并报批): the document of a plan, or the plan of a document (rules 267, 339).</summary>
/// <param name="Case">The latest round of the other subject.</param>
/// <param name="IsDocument">Whether it is the document; otherwise it is the plan.</param>
/// <param name="Title">Its title.</param>
/// <param name="FlowName">Name of its flow.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsBeforeLeader">Whether a step that signs waits for somebody, or is done.</param>
/// <param name="OpenSteps">Names of the steps that wait.</param>
/// <param name="Readers">Who may read it.</param>
internal sealed record Companion(CaseId Case, bool IsDocument, string Title, string FlowName, CaseState State, bool IsBeforeLeader, IReadOnlyList<string> OpenSteps, Readership Readers)
{
    public static Companion Of(ReviewCase review, bool isDocument) => new(review.Id, isDocument, review.Title, review.FlowName, review.State,
        review.Steps.Any(step => review.Signs(step) && (step.IsDone || review.WaitsForSomebody(step))), [.. review.Steps.Where(review.WaitsForSomebody).Select(step => step.Name)], review.Readers);

    /// <summary>Why the other case cannot be signed yet, or null.</summary>
    public Refusal? Obstacle() => (IsDocument, State) switch
    {
        (_, CaseState.Approved) => null,
        (_, CaseState.Open) when IsBeforeLeader => null,
        (true, CaseState.Open or CaseState.Held) => Refusals.DocumentIsNotBeforeLeader(OpenSteps),
        (true, _) => Refusals.DocumentWentBack,
        (false, CaseState.Open or CaseState.Held) => Refusals.PlanIsNotBeforeLeader(OpenSteps),
        (false, CaseState.Returned) => Refusals.PlanWentBack,
        // Turned down or taken back: the document goes on without it, and the finding of a missing interpretation stands.
        _ => null,
    };
}
