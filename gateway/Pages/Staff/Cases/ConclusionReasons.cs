using Disclosure.Contracts.Review.Api;

namespace Disclosure.Gateway.Pages.Staff.Cases;

/// <summary>Where the reason of a case's conclusion is read.</summary>
internal static class ConclusionReasons
{
    /// <summary>Whether the conclusion has a reason that no step shows: somebody ended the case or took it back, or a proof-reader's
    /// corrections stand in it. The reason of the step that concluded the case stands with that step, and is not shown twice.</summary>
    /// <param name="review">The case.</param>
    /// <returns>False where there is no reason, or a step has the same.</returns>
    public static bool HasConclusionReasonOfItsOwn(this CaseView review) => !string.IsNullOrEmpty(review.ConclusionReason)
        && review.Steps.All(step => step.Reason != review.ConclusionReason);
}
