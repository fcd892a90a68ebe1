namespace Disclosure.Contracts.Review.Api;

/// <summary>Who determines undetermined secrecy (Regulation art. 17).</summary>
public enum DeterminedBy
{
    /// <summary>政务公开领导小组.</summary>
    LeadingGroup,

    /// <summary>保密行政管理部门; its answer is recorded by the secrecy reviewer.</summary>
    SecrecyAuthority,
}
