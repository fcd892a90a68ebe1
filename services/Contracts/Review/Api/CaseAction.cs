namespace Disclosure.Contracts.Review.Api;

/// <summary>What somebody may do to a case now (可办事项).</summary>
public enum CaseAction
{
    /// <summary>审核.</summary>
    Decide,

    /// <summary>上级接办.</summary>
    Raise,

    /// <summary>撤回送审.</summary>
    Withdraw,

    /// <summary>终止审核.</summary>
    End,

    /// <summary>催办.</summary>
    Urge,
}
