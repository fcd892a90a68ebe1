namespace Disclosure.Contracts.Facts;

/// <summary>收到 of a reconsideration or suit against the authority (复议申请书副本、应诉通知书).</summary>
/// <param name="Block">Block of table 四.</param>
/// <param name="AnswerDueOn">Last day of the authority's own answer; null where none is asked.</param>
[Feeds("annual.1.remedies", "annual.4.reconsideration", "annual.4.direct-suit", "annual.4.suit-after-reconsideration",
    "stat.remedies.received")]
public sealed record RemedyOpenedFact(RemedyBlock Block, DateOnly? AnswerDueOn) : StatisticalFact;

/// <summary>The authority's own answer was filed (复议答复、答辩).</summary>
/// <param name="DueOn">Last day for it; null where none was asked.</param>
[Feeds("stat.remedies.answered")]
public sealed record RemedyAnsweredFact(DateOnly? DueOn) : StatisticalFact;

/// <summary>审结.</summary>
/// <param name="Block">Block of table 四.</param>
/// <param name="Result">Result.</param>
[Feeds("annual.1.remedies", "annual.4.reconsideration", "annual.4.direct-suit", "annual.4.suit-after-reconsideration",
    "stat.remedies.results")]
public sealed record RemedyConcludedFact(RemedyBlock Block, RemedyResult Result) : StatisticalFact;

/// <summary>Blocks of table 四.</summary>
public enum RemedyBlock
{
    /// <summary>行政复议.</summary>
    Reconsideration,

    /// <summary>行政诉讼：未经复议直接起诉.</summary>
    DirectSuit,

    /// <summary>行政诉讼：复议后起诉.</summary>
    SuitAfterReconsideration,
}

/// <summary>Results of table 四; what has none is 尚未审结.</summary>
public enum RemedyResult
{
    /// <summary>结果维持.</summary>
    Upheld,

    /// <summary>结果纠正.</summary>
    Corrected,

    /// <summary>其他结果.</summary>
    Other,
}
