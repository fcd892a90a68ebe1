namespace Disclosure.Contracts.Catalogue.Api;

/// <summary>What somebody may do to an item now (可办事项).</summary>
public enum ItemAction
{
    /// <summary>修改草稿.</summary>
    Edit,

    /// <summary>送审.</summary>
    Submit,

    /// <summary>发起修订.</summary>
    Revise,

    /// <summary>撤下.</summary>
    Withdraw,

    /// <summary>核对公开版本: to say that the version shown was checked and has nothing of what is not public in it.</summary>
    ConfirmShown,
}
