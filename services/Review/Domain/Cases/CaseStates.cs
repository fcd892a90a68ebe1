namespace Disclosure.Review.Domain;

/// <summary>Where a case stands.</summary>
internal enum CaseState
{
    /// <summary>审核中.</summary>
    Open,

    /// <summary>暂缓: secrecy is undetermined and nobody may go on until it is (rule 128).</summary>
    Held,

    /// <summary>通过.</summary>
    Approved,

    /// <summary>退回.</summary>
    Returned,

    /// <summary>不予通过.</summary>
    Rejected,

    /// <summary>撤回.</summary>
    Withdrawn,
}

/// <summary>Where a step stands.</summary>
internal enum StepState
{
    /// <summary>未到: an earlier stage is not finished.</summary>
    Waiting,

    /// <summary>待办.</summary>
    Open,

    /// <summary>暂缓: waits for a determination.</summary>
    Held,

    /// <summary>通过.</summary>
    Approved,

    /// <summary>上报: examined, and passed to a higher leader who must approve as well.</summary>
    Escalated,

    /// <summary>退回.</summary>
    Returned,

    /// <summary>不予通过.</summary>
    Rejected,

    /// <summary>越级放行: released without this step under a pack that allows it.</summary>
    Bypassed,

    /// <summary>未办: the case ended before anybody took the step.</summary>
    Cancelled,
}

/// <summary>What a person may do at a step (办理意见).</summary>
internal enum StepOutcome
{
    /// <summary>同意; at a proof step: one pass confirmed.</summary>
    Approve,

    /// <summary>退回修改, with reasons.</summary>
    Return,

    /// <summary>不予通过, with reasons.</summary>
    Reject,

    /// <summary>暂缓: secrecy cannot be determined here.</summary>
    Hold,

    /// <summary>上报: a higher leader must approve too.</summary>
    Escalate,

    /// <summary>越级放行, only where the pack allows it.</summary>
    Bypass,
}

/// <summary>Who determines undetermined secrecy (Regulation art. 17).</summary>
internal enum DeterminedBy
{
    /// <summary>政务公开领导小组.</summary>
    LeadingGroup,

    /// <summary>保密行政管理部门; its answer is recorded by the secrecy reviewer.</summary>
    SecrecyAuthority,
}
