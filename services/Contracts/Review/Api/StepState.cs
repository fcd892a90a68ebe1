namespace Disclosure.Contracts.Review.Api;

/// <summary>Where a step stands.</summary>
public enum StepState
{
    /// <summary>未到: an earlier stage is not finished.</summary>
    Waiting,

    /// <summary>待办.</summary>
    Open,

    /// <summary>暂缓: waits for a determination.</summary>
    Held,

    /// <summary>通过.</summary>
    Approved,

    /// <summary>提请上级审定: examined, and passed to a higher leader who must approve as well.</summary>
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
