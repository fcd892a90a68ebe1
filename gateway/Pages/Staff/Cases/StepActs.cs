using Disclosure.Contracts.Review.Api;

namespace Disclosure.Gateway.Pages.Staff.Cases;

/// <summary>Which acts of a case's history decided a step, for what the step alone does not tell: in whose place, and each pass of a
/// proof.</summary>
internal static class StepActs
{
    /// <summary>Acts that end a step, or a pass of it.</summary>
    private static readonly HashSet<string> Deciding = ["approved", "proof-passed", "returned", "rejected", "escalated", "bypassed",
        "determined", "determined-secret", "determination-escalated"];

    /// <summary>Every such act of a step, the oldest first.</summary>
    /// <param name="history">What was done.</param>
    /// <param name="step">The step.</param>
    public static IEnumerable<ActView> Of(IEnumerable<ActView> history, StepView step)
        => history.Where(act => act.Step == step.Code && Deciding.Contains(act.Act));

    /// <summary>The act that ended a step; an earlier one was reopened by a correction and counts no more.</summary>
    /// <param name="history">What was done.</param>
    /// <param name="step">The step.</param>
    public static ActView? Decisive(IEnumerable<ActView> history, StepView step)
        => step.DecidedAt is null ? null : Of(history, step).LastOrDefault();

    /// <summary>Passes of a proof (校次) that count, in order.</summary>
    /// <param name="history">What was done.</param>
    /// <param name="step">The step.</param>
    public static IReadOnlyList<ActView> Passes(IEnumerable<ActView> history, StepView step) => step.PassesConfirmed == 0 ? []
        : [.. Of(history, step).Where(act => act.Act is "proof-passed" or "approved").TakeLast(step.PassesConfirmed)];
}
