namespace Disclosure.Contracts.Review.Api;

/// <summary>What a person may do at a step (办理意见).</summary>
public enum StepOutcome
{
    /// <summary>通过; at a proof step: one pass confirmed.</summary>
    Approve,

    /// <summary>退回修改, with reasons.</summary>
    Return,

    /// <summary>不予通过, with reasons.</summary>
    Reject,

    /// <summary>暂缓: secrecy cannot be determined here.</summary>
    Hold,

    /// <summary>提请上级审定: a higher leader must approve too.</summary>
    Escalate,

    /// <summary>越级放行, only where the pack allows it.</summary>
    Bypass,
}
