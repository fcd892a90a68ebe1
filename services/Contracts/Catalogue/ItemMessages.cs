namespace Disclosure.Contracts.Catalogue;

/// <summary>An information item (信息) became public (发布).</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">Publication instant, UTC.</param>
/// <param name="Authority">The publishing authority.</param>
/// <param name="ItemId">The item.</param>
/// <param name="IndexNumber">索引号.</param>
/// <param name="Category">Category code (目录分类).</param>
/// <param name="Unit">Responsible unit (责任单位).</param>
/// <param name="ProducedOn">成文日期, Asia/Shanghai, if known.</param>
/// <param name="ContentDigest">SHA-256 of the published content, lower-case hex.</param>
/// <param name="RelatedIndexNumbers">索引号 of the public items whose pages name this one or are named by it (解读、预公开), so that they change
/// with it; null when there are none.</param>
public sealed record ItemPublished(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid ItemId, string IndexNumber,
    string Category, string Unit, DateOnly? ProducedOn, string ContentDigest, IReadOnlyList<string>? RelatedIndexNumbers = null)
    : IIntegrationMessage
{
    Guid IIntegrationMessage.Subject => ItemId;
}

/// <summary>A published item was replaced by a newly reviewed version (更新).</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">Instant of the revision, UTC.</param>
/// <param name="Authority">The publishing authority.</param>
/// <param name="ItemId">The item.</param>
/// <param name="IndexNumber">索引号; a revision keeps it.</param>
/// <param name="Category">Category code.</param>
/// <param name="Revision">Number of the revision, from 1.</param>
/// <param name="ContentDigest">SHA-256 of the new content, lower-case hex.</param>
/// <param name="RelatedIndexNumbers">索引号 of the public items whose pages name this one or are named by it (解读、预公开), so that they change
/// with it; null when there are none.</param>
public sealed record ItemRevised(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid ItemId, string IndexNumber,
    string Category, int Revision, string ContentDigest, IReadOnlyList<string>? RelatedIndexNumbers = null) : IIntegrationMessage
{
    Guid IIntegrationMessage.Subject => ItemId;
}

/// <summary>A published item was taken off public pages (撤回). Its index number is never reused.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">Instant of the withdrawal, UTC.</param>
/// <param name="Authority">The publishing authority.</param>
/// <param name="ItemId">The item.</param>
/// <param name="IndexNumber">索引号.</param>
/// <param name="Category">Category code.</param>
/// <param name="RelatedIndexNumbers">索引号 of the public items whose pages name this one or are named by it (解读、预公开), so that they change
/// with it; null when there are none.</param>
public sealed record ItemWithdrawn(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid ItemId, string IndexNumber,
    string Category, IReadOnlyList<string>? RelatedIndexNumbers = null) : IIntegrationMessage
{
    Guid IIntegrationMessage.Subject => ItemId;
}
