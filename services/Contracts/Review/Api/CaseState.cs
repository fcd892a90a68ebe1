namespace Disclosure.Contracts.Review.Api;

/// <summary>Where a case stands.</summary>
public enum CaseState
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
