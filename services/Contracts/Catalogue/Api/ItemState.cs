namespace Disclosure.Contracts.Catalogue.Api;

/// <summary>Where an item stands.</summary>
public enum ItemState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>审核中.</summary>
    InReview,

    /// <summary>已退回: the author may correct and submit again.</summary>
    Returned,

    /// <summary>不予通过.</summary>
    Rejected,

    /// <summary>已发布.</summary>
    Published,

    /// <summary>已撤下.</summary>
    Withdrawn,
}
