namespace Disclosure.Contracts.Review.Api;

/// <summary>What somebody may do to a delegation now (可办事项).</summary>
public enum DelegationAction
{
    /// <summary>接受授权，或者确认接替.</summary>
    Accept,

    /// <summary>撤销，或者谢绝.</summary>
    Revoke,
}
