namespace Disclosure.Gateway.Clients;

/// <summary>A page of a list whose next page starts after <paramref name="Next"/>.</summary>
/// <typeparam name="T">Type of a row.</typeparam>
/// <param name="Items">Rows, at most 100.</param>
/// <param name="Next">Key of the next page, or null on the last.</param>
/// <param name="Total">Number of rows of all pages, when the service counts them; 1,000 means at least so many.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next = null, int? Total = null);

/// <summary>A published item as lists show it (信息条目).</summary>
/// <param name="Number">Public number <c>yyyy-nnnnn</c>, unique in the authority.</param>
/// <param name="IndexNumber">索引号.</param>
/// <param name="Title">名称.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="Category">Category code (目录分类).</param>
/// <param name="CategoryName">Category name.</param>
/// <param name="Unit">Unit code (责任单位).</param>
/// <param name="UnitName">Unit name.</param>
/// <param name="ProducedOn">成文日期, Asia/Shanghai.</param>
/// <param name="PublishedAt">发布日期, UTC.</param>
/// <param name="Validity">有效性.</param>
/// <param name="Summary">内容概述.</param>
/// <param name="Highlight">Passage that matched a search, in runs.</param>
public sealed record ItemSummary(string Number, string IndexNumber, string Title, string? DocumentNumber, string Category,
    string? CategoryName,
    string? Unit, string? UnitName, DateOnly? ProducedOn, DateTimeOffset PublishedAt, string? Validity, string? Summary,
    IReadOnlyList<SnippetRun>? Highlight);

/// <summary>One run of a passage.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Match">Whether it is a searched word.</param>
public sealed record SnippetRun(string Text, bool Match);

/// <summary>A published item (信息).</summary>
/// <param name="Number">Public number <c>yyyy-nnnnn</c>.</param>
/// <param name="IndexNumber">索引号.</param>
/// <param name="Title">名称.</param>
/// <param name="Body">正文, Markdown.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="IssuingOrgan">发文机关, where it is not the authority.</param>
/// <param name="Category">Category code.</param>
/// <param name="CategoryName">主题分类.</param>
/// <param name="Unit">Unit code.</param>
/// <param name="UnitName">Responsible unit's name.</param>
/// <param name="AuthorityName">发布机构.</param>
/// <param name="SiteIdCode">网站标识码.</param>
/// <param name="ProducedOn">成文日期, Asia/Shanghai.</param>
/// <param name="PublishedAt">First publication, UTC.</param>
/// <param name="RevisedAt">Last revision, UTC, if revised.</param>
/// <param name="Validity">有效性.</param>
/// <param name="Keywords">主题词.</param>
/// <param name="Summary">内容概述.</param>
/// <param name="Attribute">公开属性.</param>
/// <param name="ContentDigest">SHA-256 of the approved content.</param>
/// <param name="Revisions">Published versions.</param>
/// <param name="Interpretations">解读材料 of this document.</param>
/// <param name="Interprets">Documents that this material explains.</param>
/// <param name="PreDisclosure">预公开 of the decision.</param>
public sealed record PublicItem(string Number, string IndexNumber, string Title, string Body, string? DocumentNumber, string? IssuingOrgan,
    string Category,
    string? CategoryName, string? Unit, string? UnitName, string? AuthorityName, string? SiteIdCode, DateOnly? ProducedOn,
    DateTimeOffset PublishedAt, DateTimeOffset? RevisedAt, string? Validity, IReadOnlyList<string>? Keywords, string? Summary,
    string? Attribute, string? ContentDigest, IReadOnlyList<ItemRevision>? Revisions, IReadOnlyList<ItemLink>? Interpretations = null,
    IReadOnlyList<ItemLink>? Interprets = null, PublicPreDisclosure? PreDisclosure = null);

/// <summary>A published item that another one names.</summary>
/// <param name="Number">Public number <c>yyyy-nnnnn</c>.</param>
/// <param name="Title">名称.</param>
/// <param name="PublishedAt">发布日期, UTC.</param>
public sealed record ItemLink(string Number, string Title, DateTimeOffset PublishedAt);

/// <summary>预公开 of a decision.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Item">The item with the draft, while it is public.</param>
/// <param name="Address">Address at which it was shown elsewhere.</param>
public sealed record PublicPreDisclosure(DateOnly From, DateOnly To, ItemLink? Item, string? Address);

/// <summary>A published version of an item (修订记录).</summary>
/// <param name="Revision">1 for the first publication.</param>
/// <param name="PublishedAt">Instant of publication, UTC.</param>
/// <param name="ContentDigest">SHA-256 of the content.</param>
public sealed record ItemRevision(int Revision, DateTimeOffset PublishedAt, string? ContentDigest);

/// <summary>A public number, as site maps name it.</summary>
/// <param name="Number">Public number <c>yyyy-nnnnn</c>.</param>
/// <param name="ChangedAt">Publication of the version shown, UTC.</param>
public sealed record ItemNumber(string Number, DateTimeOffset ChangedAt);

/// <summary>A category with the number of its published items.</summary>
/// <param name="Code">Category code.</param>
/// <param name="Name">Name.</param>
/// <param name="Parent">Statutory column it stands below, or null.</param>
/// <param name="Count">Published items.</param>
public sealed record CategoryCount(string Code, string Name, string? Parent, int Count);

/// <summary>What a reader asks of the public list.</summary>
/// <param name="Text">Search words.</param>
/// <param name="Category">Category code.</param>
/// <param name="Unit">Unit code.</param>
/// <param name="From">Published on or after.</param>
/// <param name="To">Published on or before.</param>
/// <param name="Sort"><c>relevance</c> or <c>date</c>; null leaves it to the service.</param>
/// <param name="After">Key of the page before.</param>
/// <param name="Limit">Rows, at most 100.</param>
public sealed record ItemQuery(string? Text = null, string? Category = null, string? Unit = null, DateOnly? From = null,
    DateOnly? To = null,
    string? Sort = null, string? After = null, int Limit = 20);
