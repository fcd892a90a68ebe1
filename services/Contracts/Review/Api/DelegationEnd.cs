namespace Disclosure.Contracts.Review.Api;

/// <summary>How a delegation or replacement ended before its last day.</summary>
public enum DelegationEnd
{
    /// <summary>撤销: who gave it, or the security administrator, took it back.</summary>
    Revoked,

    /// <summary>谢绝: the delegate did not take it.</summary>
    Declined,

    /// <summary>交回: the delegate had taken it and gave it back.</summary>
    HandedBack,
}
