namespace Disclosure.Contracts.Work;

/// <summary>What is special about a piece of work, so that it is seen in a list.</summary>
public enum WorkFlag
{
    /// <summary>已退回: it came back and is to be corrected.</summary>
    Returned,

    /// <summary>已催办.</summary>
    Urged,

    /// <summary>暂缓: it waits for a determination.</summary>
    Held,

    /// <summary>可批量通过: it may be approved together with others.</summary>
    BulkApproval,

    /// <summary>须立即核对: what citizens read may hold what was found to be a state secret, or is not to be
    /// disclosed.</summary>
    ToBeChecked,
}
