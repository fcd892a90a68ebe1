using Disclosure.Contracts.Review.Api;
using Disclosure.Gateway.Portal;
using Disclosure.Kernel;

namespace Disclosure.Gateway.Pages.Staff.Cases;

/// <summary>What a person decided just now and where the case went from there.</summary>
internal static class DecidedWords
{
    /// <summary>The words; of a step that the person has not decided, only that the opinion was taken.</summary>
    /// <param name="review">The case as it is now.</param>
    /// <param name="code">The step.</param>
    /// <param name="who">The person.</param>
    public static string Of(CaseView review, string? code, string who)
    {
        var step = review.Steps.FirstOrDefault(one => one.Code == code);
        if (step is null) return "审核意见已提交。";
        if (step is { State: StepState.Open, PassesConfirmed: > 0 } proof)
            return $"已确认本遍校对，还需 {proof.PassesRequired - proof.PassesConfirmed} 遍。";
        // A case that is held waits for a determination, and nobody has decided the step.
        if (step.State == StepState.Held) return $"已暂缓，转{Next(review)}。";
        if (step.DecidedBy != who) return "审核意见已提交。";
        var done = step.State switch
        {
            StepState.Escalated => "已提请上级审定",
            StepState.Bypassed => "已越级放行",
            _ => step.Determines ? "已认定不涉密" : "已通过",
        };
        return (step.State, review.State) switch
        {
            (StepState.Returned, _) => $"已退回{review.AuthorName}修改。",
            (StepState.Rejected, _) => step.Determines ? "已认定涉密，审核终止，不得公开。" : "已办理：不予通过，审核终止。",
            (_, CaseState.Approved) when review.SubjectKind == SubjectKinds.CatalogueItem => $"{done}，全部环节办结，正在公开。",
            (_, CaseState.Approved) => $"{done}，全部环节办结。",
            _ when Open(review).Count > 0 => $"{done}，转{Next(review)}。",
            _ => $"{done}。",
        };
    }

    private static string Next(CaseView review) => string.Join('、', Open(review).Select(step
        => step.DueOn is { } due ? $"{step.Name}（期限 {Labels.Date(due)}）" : step.Name));

    private static List<StepView> Open(CaseView review) => [.. review.Steps.Where(step => step.State == StepState.Open)];
}
