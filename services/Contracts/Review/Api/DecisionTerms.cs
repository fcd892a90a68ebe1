using System.Diagnostics;

namespace Disclosure.Contracts.Review.Api;

/// <summary>Chinese words of what is decided at a step (审核意见) and of what became of it, one for each wherever it is shown. A step that
/// determines a secrecy (涉密认定) judges no content: its decisions have words of their own.</summary>
public static class DecisionTerms
{
    /// <summary>The end of a case whose content was found to be a state secret (认定涉密).</summary>
    public const string FoundSecret = "认定涉密，不得公开";

    /// <summary>What somebody decides, as its button says.</summary>
    /// <param name="outcome">The decision.</param>
    /// <param name="determines">Whether the step determines a secrecy.</param>
    /// <returns>Its words.</returns>
    public static string Of(StepOutcome outcome, bool determines = false) => (determines, outcome) switch
    {
        (true, StepOutcome.Approve) => "认定不涉密",
        (true, StepOutcome.Reject) => FoundSecret,
        (true, StepOutcome.Escalate) => "提请保密行政管理部门认定",
        (_, StepOutcome.Approve) => "通过",
        (_, StepOutcome.Return) => "退回修改",
        (_, StepOutcome.Reject) => "不予通过",
        (_, StepOutcome.Hold) => "暂缓，提请确定",
        (_, StepOutcome.Escalate) => "提请上级审定",
        (_, StepOutcome.Bypass) => "越级放行",
        _ => throw new UnreachableException(),
    };

    /// <summary>Where a step stands.</summary>
    /// <param name="state">The state.</param>
    /// <param name="determines">Whether the step determines a secrecy.</param>
    /// <returns>Its words.</returns>
    public static string Of(StepState state, bool determines = false) => (determines, state) switch
    {
        (true, StepState.Approved) => "认定不涉密",
        (true, StepState.Rejected) => "认定涉密",
        (true, StepState.Escalated) => "已提请保密行政管理部门认定",
        (_, StepState.Waiting) => "未到环节",
        (_, StepState.Open) => "办理中",
        (_, StepState.Held) => "暂缓，待确定",
        (_, StepState.Approved) => "通过",
        (_, StepState.Escalated) => "已提请上级审定",
        (_, StepState.Returned) => "退回",
        (_, StepState.Rejected) => "不予通过",
        (_, StepState.Bypassed) => "越级放行",
        (_, StepState.Cancelled) => "未办",
        _ => throw new UnreachableException(),
    };

    /// <summary>Where a case stands.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isFoundSecret">Whether it ended because its content was found to be a state secret.</param>
    /// <returns>Its words.</returns>
    public static string Of(CaseState state, bool isFoundSecret = false) => state switch
    {
        CaseState.Open => "审核中",
        CaseState.Held => "暂缓，待确定",
        CaseState.Approved => "已通过",
        CaseState.Returned => "已退回",
        CaseState.Rejected => isFoundSecret ? FoundSecret : "不予通过",
        CaseState.Withdrawn => "已撤回",
        _ => throw new UnreachableException(),
    };
}
