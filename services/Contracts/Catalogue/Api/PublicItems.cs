using Disclosure.Kernel;

namespace Disclosure.Contracts.Catalogue.Api;

/// <summary>What a reader asks of the public list.</summary>
/// <param name="Q">Search words, at most 100 characters; a 文号 or 索引号 finds exactly its document.</param>
/// <param name="Category">目录分类, code.</param>
/// <param name="Unit">责任单位, code.</param>
/// <param name="From">Published on or after, Asia/Shanghai.</param>
/// <param name="To">Published on or before, Asia/Shanghai.</param>
/// <param name="Sort"><see cref="ByDate"/> or <see cref="ByRelevance"/>; absent: by relevance where there are search words.</param>
/// <param name="After">Cursor of the page before.</param>
/// <param name="Limit">Rows, 1 to 100.</param>
public sealed record PublicItemQuery(string? Q = null, string? Category = null, string? Unit = null, DateOnly? From = null,
    DateOnly? To = null, string? Sort = null, string? After = null, int? Limit = null)
{
    /// <summary>按发布日期, newest first; the order of every list without search words.</summary>
    public const string ByDate = "date";

    /// <summary>按相关度, the order of a search.</summary>
    public const string ByRelevance = "relevance";

    /// <summary>Longest search text, characters.</summary>
    public const int MaxQuery = 100;

    /// <summary>Year before which no document of this state was published.</summary>
    public const int FirstYear = 1949;

    /// <summary>Last year that is taken.</summary>
    public const int LastYear = 2100;

    /// <summary>Whether a day is one that a document of this state can bear.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether it lies within the years that are taken.</returns>
    public static bool IsDay(DateOnly day) => day.Year is >= FirstYear and <= LastYear;
}

/// <summary>A published item in a list (信息条目).</summary>
/// <param name="Number">Public number <c>yyyy-nnnnn</c>, unique in the authority.</param>
/// <param name="IndexNumber">索引号.</param>
/// <param name="Title">名称.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="Category">目录分类, code.</param>
/// <param name="CategoryName">Its name.</param>
/// <param name="Unit">责任单位, code.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="ProducedOn">成文日期, Asia/Shanghai.</param>
/// <param name="PublishedAt">发布日期, UTC.</param>
/// <param name="Validity">有效性.</param>
/// <param name="Summary">内容概述, written or the beginning of the text.</param>
/// <param name="Highlight">Passage that matched a search, in runs; null without search words.</param>
public sealed record PublicItemRow(string Number, string IndexNumber, string Title, string? DocumentNumber, string Category,
    string CategoryName, string Unit, string UnitName, DateOnly? ProducedOn, DateTimeOffset PublishedAt, Validity Validity, string Summary,
    IReadOnlyList<SnippetRun>? Highlight);

/// <summary>One run of a passage.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Match">Whether it is a searched word.</param>
public sealed record SnippetRun(string Text, bool Match);

/// <summary>An item as a citizen reads it: only fields that are public by nature.</summary>
/// <param name="Number">Public number <c>yyyy-nnnnn</c>.</param>
/// <param name="IndexNumber">索引号.</param>
/// <param name="Title">名称.</param>
/// <param name="Body">正文, HTML of the closed set (docs/bodies.md).</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="IssuingOrgan">发文机关, where it is not the authority.</param>
/// <param name="Category">目录分类, code.</param>
/// <param name="CategoryName">主题分类.</param>
/// <param name="Unit">责任单位, code.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="AuthorityName">发布机构.</param>
/// <param name="SiteIdCode">网站标识码.</param>
/// <param name="ProducedOn">成文日期, Asia/Shanghai.</param>
/// <param name="PublishedAt">First publication, UTC.</param>
/// <param name="RevisedAt">Last revision, UTC, if revised.</param>
/// <param name="Validity">有效性.</param>
/// <param name="Keywords">主题词.</param>
/// <param name="Summary">内容概述.</param>
/// <param name="Attribute">公开属性.</param>
/// <param name="ContentDigest">SHA-256 of the approved content, lower-case hex.</param>
/// <param name="Revisions">Published versions, the earliest first, at most 100.</param>
/// <param name="Interpretations">解读材料 of this document.</param>
/// <param name="Interprets">Documents that this material explains.</param>
/// <param name="PreDisclosure">预公开 of the decision.</param>
/// <param name="Attachments">附件, in their order.</param>
public sealed record PublicItem(string Number, string IndexNumber, string Title, string Body, string? DocumentNumber, string? IssuingOrgan,
    string Category, string CategoryName, string Unit, string UnitName, string AuthorityName, string SiteIdCode, DateOnly? ProducedOn,
    DateTimeOffset PublishedAt, DateTimeOffset? RevisedAt, Validity Validity, IReadOnlyList<string> Keywords, string Summary,
    DisclosureAttribute Attribute, string ContentDigest, IReadOnlyList<PublicRevision> Revisions,
    IReadOnlyList<PublicItemLink> Interpretations, IReadOnlyList<PublicItemLink> Interprets, PublicPreDisclosure? PreDisclosure,
    IReadOnlyList<PublicAttachment> Attachments);

/// <summary>A published item that another one names.</summary>
/// <param name="Number">Public number <c>yyyy-nnnnn</c>.</param>
/// <param name="Title">名称.</param>
/// <param name="PublishedAt">发布日期, UTC.</param>
public sealed record PublicItemLink(string Number, string Title, DateTimeOffset PublishedAt);

/// <summary>预公开 of a decision: when and where the draft was shown for opinions.</summary>
/// <param name="From">First day, Asia/Shanghai.</param>
/// <param name="To">Last day, Asia/Shanghai.</param>
/// <param name="Item">The item with the draft, while it is public.</param>
/// <param name="Address">Address at which it was shown elsewhere.</param>
public sealed record PublicPreDisclosure(DateOnly From, DateOnly To, PublicItemLink? Item, string? Address);

/// <summary>A published version of an item (修订记录).</summary>
/// <param name="Revision">1 for the first publication.</param>
/// <param name="PublishedAt">Publication, UTC.</param>
/// <param name="ContentDigest">SHA-256 of the content, lower-case hex.</param>
public sealed record PublicRevision(int Revision, DateTimeOffset PublishedAt, string ContentDigest);

/// <summary>A public number, as site maps name it.</summary>
/// <param name="Number">Public number <c>yyyy-nnnnn</c>.</param>
/// <param name="ChangedAt">Publication of the version shown, UTC.</param>
public sealed record PublicNumberRow(string Number, DateTimeOffset ChangedAt);

/// <summary>A category with the number of its published items.</summary>
/// <param name="Code">Category code.</param>
/// <param name="Name">Name.</param>
/// <param name="Parent">Statutory column it stands below, or null.</param>
/// <param name="Count">Published items.</param>
public sealed record PublicCategory(string Code, string Name, string? Parent, int Count);
