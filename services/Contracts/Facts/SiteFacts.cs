namespace Disclosure.Contracts.Facts;

/// <summary>专栏专题 was opened or closed.</summary>
/// <param name="IsOpened">Whether it was opened.</param>
[Feeds("web.columns.kept", "web.columns.new")]
public sealed record SpecialColumnChangedFact(bool IsOpened) : StatisticalFact;

/// <summary>访问量 of a day, without anything about who visited.</summary>
/// <param name="Pages">总访问量, pages served.</param>
/// <param name="Visitors">独立用户, as estimated; null where it is not measured.</param>
[Feeds("annual.1.visits", "web.visits", "web.visitors")]
public sealed record SiteVisitsFact(long Pages, long? Visitors) : StatisticalFact;

/// <summary>查阅场所接待 of a day.</summary>
/// <param name="Readers">Readers (人次).</param>
[Feeds("annual.1.reading-rooms", "stat.places.readers")]
public sealed record ReadingRoomVisitsFact(long Readers) : StatisticalFact;

/// <summary>办事服务 as it stands, entered by the responsible section; the later entry of a year replaces the earlier one.</summary>
/// <param name="Year">Year.</param>
/// <param name="Matters">政务服务事项数量.</param>
/// <param name="Online">可全程在线办理的数量.</param>
/// <param name="ForPersons">办件量：自然人.</param>
/// <param name="ForOrganisations">办件量：法人.</param>
[Feeds("web.services.matters", "web.services.online", "web.services.handled")]
public sealed record ServiceMattersFact(int Year, long Matters, long Online, long ForPersons, long ForOrganisations) : StatisticalFact;

/// <summary>安全检测评估 was made.</summary>
/// <param name="Found">Problems found.</param>
/// <param name="Mended">Of them mended.</param>
[Feeds("web.security.checks", "web.security.found", "web.security.mended")]
public sealed record SecurityCheckFact(long Found, long Mended) : StatisticalFact;

/// <summary>移动新媒体 account as it stands at the end of a month.</summary>
/// <param name="Platform">Which platform.</param>
/// <param name="Posts">Posts in the month.</param>
/// <param name="Followers">Followers at its end.</param>
/// <param name="IsClosed">Whether the account was closed.</param>
[Feeds("web.media.posts", "web.media.followers")]
public sealed record NewMediaFact(NewMediaPlatform Platform, long Posts, long Followers, bool IsClosed) : StatisticalFact;

/// <summary>Platforms of new media in the website report.</summary>
public enum NewMediaPlatform
{
    /// <summary>微博.</summary>
    Weibo,

    /// <summary>微信.</summary>
    WeChat,

    /// <summary>其他.</summary>
    Other,
}
