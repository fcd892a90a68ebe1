using Disclosure.Kernel;

namespace Disclosure.Contracts.Facts;

/// <summary>首次公开 of an item.</summary>
/// <param name="Category">Category (目录分类), code of the pack.</param>
/// <param name="Attribute">公开属性.</param>
/// <param name="Scope">公开范围: what is internal counts in no public table.</param>
/// <param name="Channels">公开渠道, codes of the pack.</param>
/// <param name="ProducedOn">成文日期; null where unknown.</param>
/// <param name="DueOn">Last day of its legal limit; null where no limit is known. After it the publication was late.</param>
/// <param name="Interprets">How many documents it interprets (解读材料); 0 for another item.</param>
/// <param name="WasPreDisclosed">Whether its draft was shown for opinions (预公开).</param>
/// <param name="Post">Kind of post in the website report; null where the column has none.</param>
[Feeds("annual.1.items", "annual.1.channels", "web.posts.total", "web.posts.overview", "web.posts.news", "web.posts.catalogue",
    "web.interpretations", "stat.items.published", "stat.items.on-time", "stat.items.interpreted", "stat.inspection.stale")]
public sealed record ItemPublishedFact(string Category, DisclosureAttribute Attribute, DisclosureScope Scope,
    IReadOnlyList<string> Channels, DateOnly? ProducedOn, DateOnly? DueOn, int Interprets, bool WasPreDisclosed,
    PostKind? Post = null) : StatisticalFact;

/// <summary>更新 of a published item.</summary>
/// <param name="Category">Category, code of the pack.</param>
/// <param name="Revision">Number of the version; 2 for the first revision.</param>
/// <param name="DueOn">Last day of its limit (更新期限); null where none is known.</param>
[Feeds("stat.items.revised", "stat.items.on-time", "stat.inspection.stale")]
public sealed record ItemRevisedFact(string Category, int Revision, DateOnly? DueOn) : StatisticalFact;

/// <summary>撤下 of a published item.</summary>
/// <param name="Category">Category, code of the pack.</param>
/// <param name="PublishedOn">Legal day of its first publication.</param>
[Feeds("stat.items.withdrawn")]
public sealed record ItemWithdrawnFact(string Category, DateOnly PublishedOn) : StatisticalFact;

/// <summary>逾期未公开、逾期未更新: the last day has passed. Told once; publication or revision ends it.</summary>
/// <param name="Category">Category, code of the pack.</param>
/// <param name="Limit">Code of the limit.</param>
/// <param name="DueOn">Last day.</param>
[Feeds("stat.items.on-time", "stat.items.overdue")]
public sealed record ItemLateFact(string Category, string Limit, DateOnly DueOn) : StatisticalFact;

/// <summary>制发 of a regulation or normative document, on the day it was made.</summary>
/// <param name="Class">What it is.</param>
[Feeds("annual.2.regulations.made", "annual.2.regulations.in-force", "annual.2.normative.made", "annual.2.normative.in-force")]
public sealed record DocumentIssuedFact(DocumentClass Class) : StatisticalFact;

/// <summary>废止、失效 of a regulation or normative document, on the day it ended.</summary>
/// <param name="Class">What it was.</param>
/// <param name="IsExpired">Whether it expired (失效) instead of being abolished (废止).</param>
[Feeds("annual.2.regulations.abolished", "annual.2.regulations.in-force", "annual.2.normative.abolished", "annual.2.normative.in-force")]
public sealed record DocumentAbolishedFact(DocumentClass Class, bool IsExpired) : StatisticalFact;

/// <summary>上年结转: documents in force when the platform began to count, as last year's report states.</summary>
/// <param name="Class">What they are.</param>
/// <param name="Count">件数.</param>
[Feeds("annual.2.regulations.in-force", "annual.2.normative.in-force")]
public sealed record DocumentsCarriedFact(DocumentClass Class, long Count) : StatisticalFact;

/// <summary>What table 二 counts by article 20 (一).</summary>
public enum DocumentClass
{
    /// <summary>规章.</summary>
    Regulation,

    /// <summary>行政规范性文件.</summary>
    Normative,
}

/// <summary>Kinds of posts in the website report (信息发布).</summary>
public enum PostKind
{
    /// <summary>概况类信息.</summary>
    Overview,

    /// <summary>政务动态信息.</summary>
    News,

    /// <summary>信息公开目录信息.</summary>
    Catalogue,
}
