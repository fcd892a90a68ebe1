using System.Diagnostics;
using Disclosure.Contracts.Review.Api;

namespace Disclosure.Review.Domain.Decisions;

/// <summary>Chinese words of states, for refusals and printed forms.</summary>
internal static class StateTerms
{
    public static string Of(StepState state) => state switch
    {
        StepState.Waiting => "未到",
        StepState.Open => "待办",
        StepState.Held => "暂缓",
        StepState.Approved => "通过",
        StepState.Escalated => "提请上级审定",
        StepState.Returned => "退回",
        StepState.Rejected => "不予通过",
        StepState.Bypassed => "越级放行",
        StepState.Cancelled => "未办",
        _ => throw new UnreachableException(),
    };

    public static string Of(CaseState state) => state switch
    {
        CaseState.Open => "审核中",
        CaseState.Held => "暂缓",
        CaseState.Approved => "通过",
        CaseState.Returned => "退回",
        CaseState.Rejected => "不予通过",
        CaseState.Withdrawn => "撤回",
        _ => throw new UnreachableException(),
    };
}
