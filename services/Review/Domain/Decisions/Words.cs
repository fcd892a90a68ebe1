namespace Disclosure.Review.Domain;

/// <summary>Chinese words of states, for refusals and printed forms.</summary>
internal static class Words
{
    public static string Of(StepState state) => state switch
    {
        StepState.Waiting => "未到",
        StepState.Open => "待办",
        StepState.Held => "暂缓",
        StepState.Approved => "同意",
        StepState.Escalated => "上报",
        StepState.Returned => "退回",
        StepState.Rejected => "不予通过",
        StepState.Bypassed => "越级放行",
        _ => "未办",
    };

    public static string Of(CaseState state) => state switch
    {
        CaseState.Open => "审核中",
        CaseState.Held => "暂缓",
        CaseState.Approved => "通过",
        CaseState.Returned => "退回",
        CaseState.Rejected => "不予通过",
        _ => "撤回",
    };
}
