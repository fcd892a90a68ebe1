using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Steps;

namespace Disclosure.Review.Domain.Decisions;

/// <summary>What a decision leads to (办理后果), in words for whoever is about to take it.</summary>
internal static class Consequences
{
    public static string Of(ReviewCase review, CaseStep step, StepOutcome outcome) => outcome switch
    {
        StepOutcome.Approve => OfApproval(review, step),
        StepOutcome.Return => "退回起草人修改，修改后重新送审",
        StepOutcome.Reject when step.Determines is not null => "认定为涉密，审核终止，不得公开",
        StepOutcome.Reject => "审核终止，不予通过",
        StepOutcome.Hold => "暂缓办理，先认定是否涉密，认定之前任何人不能继续",
        StepOutcome.Escalate => step.Determines is null ? "由上一级领导审定，上一级通过后才能继续" : "审核继续暂停，等保密行政管理部门书面答复后再办",
        _ => $"越过其余环节直接放行{(IsPublished(review) ? PublishedBy(review).Replace("通过", "放行", StringComparison.Ordinal) : "")}，理由由监督人员查看",
    };

    /// <summary>What the catalogue hands in is public as soon as it is approved.</summary>
    private static bool IsPublished(ReviewCase review) => review.SubjectKind == SubjectKinds.CatalogueItem;

    /// <summary>What earlier steps corrected counts; what this one corrects is said by its page.</summary>
    private static string PublishedBy(ReviewCase review) => review.NotPublic is { } cause
        ? $"，已改为{NotPublicTerms.Name(cause)}，通过后不公开" : "，通过后立即在门户公开";

    private static string OfApproval(ReviewCase review, CaseStep step)
    {
        if (step.PassesConfirmed
            + 1 < step.PassesRequired) return $"确认第 {step.PassesConfirmed + 1} 校，还需 {step.PassesRequired - step.PassesConfirmed - 1} 校";
        if (step.Determines is { } held && held != CaseStep.WholeCase) return $"认定不涉密，恢复办理：{review.Steps.First(s => s.Code == held).Name}";
        var beside = review.Steps.Where(s => s != step && s.State == StepState.Open).Select(s => s.Name).ToList();
        if (beside.Count > 0) return $"本环节办结，等待同时进行的环节：{string.Join("、", beside)}";
        var waiting = review.Steps.Where(s => s.State == StepState.Waiting).ToList();
        if (waiting.Count == 0) return $"全部环节办结{(IsPublished(review) ? PublishedBy(review) : "，审核通过")}";
        var stage = waiting.Min(s => s.Stage);
        return $"{(step.Determines is null ? "进入下一环节" : "认定不涉密，开始审核")}："
            + string.Join("、", waiting.Where(s => s.Stage == stage).Select(s => s.Name));
    }
}
