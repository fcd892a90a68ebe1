namespace Disclosure.Contracts.Review.Api;

/// <summary>What somebody may do to a delegation now (可办事项).</summary>
public enum DelegationAction
{
    /// <summary>接受授权，或者确认接替.</summary>
    Accept,

    /// <summary>撤销、谢绝或者交回: which of them it is says <see cref="DelegationEnd"/>.</summary>
    Revoke,
}
