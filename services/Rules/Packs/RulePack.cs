namespace Disclosure.Rules.Packs;

/// <summary>The rules of one authority (机关) as data; every value cites the article it comes from.</summary>
public sealed record RulePack
{
    /// <summary>Code of the authority, for instance <c>bijie</c>.</summary>
    public required string Authority { get; init; }

    /// <summary>Full name of the authority (机关全称).</summary>
    public required string Name { get; init; }

    /// <summary>Short name for headings and lists (简称).</summary>
    public required string ShortName { get; init; }

    /// <summary>Nine-character organisation code (组织机构代码, GB 11714), prefix of the index number.</summary>
    public required string OrganisationCode { get; init; }

    /// <summary>Ten-character site identification code (网站标识码) for the SiteIDCode meta tag.</summary>
    public required string SiteIdCode { get; init; }

    /// <summary>Units (科室、单位).</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>Categories of the catalogue (目录分类).</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    /// <summary>Grounds for an attribute (公开属性的理由).</summary>
    public required IReadOnlyList<AttributeGround> Grounds { get; init; }

    /// <summary>Publication channels (公开渠道).</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>Review flows (审核流程) by code, see <see cref="FlowCodes"/>.</summary>
    public required IReadOnlyList<ReviewFlow> Flows { get; init; }

    /// <summary>Limits (期限); see <see cref="LimitRule"/>.</summary>
    public IReadOnlyList<LimitRule> Limits { get; init; } = [];

    /// <summary>The limit of a code.</summary>
    /// <param name="code">Dotted code, for instance <c>application.reply</c>.</param>
    /// <returns>The limit, or null.</returns>
    public LimitRule? Limit(string code) => Limits.FirstOrDefault(limit => limit.Code == code);

    /// <summary>The flow of a code.</summary>
    /// <param name="code">One of <see cref="FlowCodes"/>.</param>
    /// <returns>The flow, or null.</returns>
    public ReviewFlow? Flow(string code) => Flows.FirstOrDefault(flow => flow.Code == code);

    /// <summary>The category of a code.</summary>
    /// <param name="code">Category code.</param>
    /// <returns>The category, or null.</returns>
    public Category? Category(string code) => Categories.FirstOrDefault(category => category.Code == code);

    /// <summary>The unit of a code.</summary>
    /// <param name="code">Unit code.</param>
    /// <returns>The unit, or null.</returns>
    public Unit? Unit(string code) => Units.FirstOrDefault(unit => unit.Code == code);
}
