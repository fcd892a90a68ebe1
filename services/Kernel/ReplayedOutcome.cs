namespace Disclosure.Kernel;

/// <summary>Where a recorded matter would stand by some rules (试算结果).</summary>
public enum ReplayedOutcome
{
    /// <summary>不能送审: there is no such flow, no step of it applies, or a document is missing.</summary>
    NotAccepted,

    /// <summary>在办: somebody has still to act.</summary>
    Running,

    /// <summary>通过.</summary>
    Approved,

    /// <summary>退回、不予通过.</summary>
    TurnedDown,

    /// <summary>撤回.</summary>
    Withdrawn,
}

/// <summary>Why rules do not let stand what was recorded (试算不符之处).</summary>
public enum ReplayObjection
{
    /// <summary>没有这一审核流程.</summary>
    FlowIsMissing,

    /// <summary>流程中没有适用的环节.</summary>
    NoStepApplies,

    /// <summary>须与文件一并报批而没有文件.</summary>
    DocumentIsMissing,

    /// <summary>环节未办: a step that applies was never taken, while the case went on.</summary>
    StepIsMissing,

    /// <summary>办理角色不符: whoever took the step had not the role, or not in the unit.</summary>
    RoleIsNotEntitled,

    /// <summary>次序不符: the step was taken before one of an earlier stage was done.</summary>
    TakenTooEarly,

    /// <summary>校次不足.</summary>
    PassesAreMissing,

    /// <summary>更正项目不允许: a field was corrected that may not be corrected at the step.</summary>
    CorrectionIsForbidden,

    /// <summary>不得越级放行 by this role.</summary>
    ReleaseIsForbidden,

    /// <summary>要点未核对: a question was never put to the reviewers.</summary>
    QuestionIsMissing,
}
