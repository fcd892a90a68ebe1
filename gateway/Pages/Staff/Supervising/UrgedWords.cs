using Disclosure.Contracts.Review.Api;

namespace Disclosure.Gateway.Pages.Staff.Supervising;

/// <summary>Which step was urged just now, and whom that reached.</summary>
internal static class UrgedWords
{
    /// <summary>The words; null where the case or the step cannot be read.</summary>
    /// <param name="review">The case as it is now.</param>
    /// <param name="code">The step.</param>
    public static string? Of(CaseView? review, string? code)
    {
        if (review?.Steps.FirstOrDefault(one => one.Code == code) is not { } step) return null;
        var matter = $"已催办：{review.Title}（{step.Name}）。";
        return step.Candidates is { Count: > 0 } people
            ? $"{matter}已通知{string.Join('、', people.Select(person => person.Name))}，催办会出现在其待办和通知中。"
            : $"{matter}这个环节现在没有人可以办理，已通知可以接办的领导和监督人员。";
    }
}
