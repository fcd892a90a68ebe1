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

/// <summary>Where a value comes from.</summary>
/// <param name="Source">Short name of the rule (制度、条例), Chinese.</param>
/// <param name="Article">Article (条、款、项).</param>
/// <param name="Rules">Numbers in <c>seed-rules.md</c>, 1–372; empty for national law.</param>
public sealed record Citation(string Source, string Article, IReadOnlyList<int> Rules);

/// <summary>A unit (科室、单位).</summary>
/// <param name="Code">Code, as in the token claim <c>unit</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Group">Group that quotas and awards use, for instance <c>subordinate</c>.</param>
public sealed record Unit(string Code, string Name, string Group);

/// <summary>A category (目录分类) of proactive disclosure.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Name.</param>
/// <param name="Units">Responsible units (责任单位), the first leads; empty means every unit.</param>
/// <param name="Parent">Code of the statutory column it stands below, see national pack; null at the top.</param>
/// <param name="Citation">Its source.</param>
public sealed record Category(string Code, string Name, IReadOnlyList<string> Units, string? Parent, Citation Citation);

/// <summary>Attribute of a document (公开属性).</summary>
public enum DisclosureAttribute
{
    /// <summary>主动公开.</summary>
    Proactive,

    /// <summary>依申请公开.</summary>
    OnRequest,

    /// <summary>不予公开.</summary>
    Withheld,
}

/// <summary>A reason that supports an attribute.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Wording shown to staff.</param>
/// <param name="Attribute">The attribute it supports.</param>
/// <param name="Citation">Its source.</param>
public sealed record AttributeGround(string Code, string Name, DisclosureAttribute Attribute, Citation Citation);

/// <summary>A publication channel (公开渠道).</summary>
/// <param name="Code">Stable kebab-case code; <c>portal</c> is this platform.</param>
/// <param name="Name">Name.</param>
/// <param name="Roles">Roles that may use it; empty means every role.</param>
/// <param name="Citation">Its source.</param>
public sealed record Channel(string Code, string Name, IReadOnlyList<string> Roles, Citation Citation);

/// <summary>Codes of the review flows every pack has.</summary>
public static class FlowCodes
{
    /// <summary>发布审核.</summary>
    public const string Publication = "publication";

    /// <summary>公文公开属性源头认定.</summary>
    public const string Attribute = "attribute";

    /// <summary>政策解读方案.</summary>
    public const string Interpretation = "interpretation";

    /// <summary>会议公开方案.</summary>
    public const string MeetingPlan = "meeting-plan";

    /// <summary>会议纪要.</summary>
    public const string Minutes = "minutes";

    /// <summary>舆情处置意见.</summary>
    public const string OpinionAssessment = "opinion-assessment";

    /// <summary>依申请公开答复.</summary>
    public const string ApplicationReply = "application-reply";

    /// <summary>不予公开答复.</summary>
    public const string ApplicationRefusal = "application-refusal";

    /// <summary>延期答复.</summary>
    public const string ApplicationExtension = "application-extension";

    /// <summary>征求意见结果.</summary>
    public const string Consultation = "consultation";

    /// <summary>收费通知.</summary>
    public const string FeeNotice = "fee-notice";

    /// <summary>互动答复.</summary>
    public const string InteractionReply = "interaction-reply";

    /// <summary>信息报送.</summary>
    public const string Submission = "submission";

    /// <summary>通报.</summary>
    public const string Bulletin = "bulletin";

    /// <summary>年度报告.</summary>
    public const string AnnualReport = "annual-report";

    /// <summary>Every code.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Publication, Attribute, Interpretation, MeetingPlan, Minutes, OpinionAssessment, ApplicationReply, ApplicationRefusal,
        ApplicationExtension, Consultation, FeeNotice, InteractionReply, Submission, Bulletin, AnnualReport,
    ];
}

/// <summary>A review flow (审核流程).</summary>
/// <param name="Code">One of <see cref="FlowCodes"/>.</param>
/// <param name="Name">Name.</param>
/// <param name="Steps">Steps in order; steps that share a <see cref="ReviewStep.Stage"/> run in parallel.</param>
/// <param name="Checklist">Questions a reviewer answers before approving.</param>
/// <param name="BulkApproval">Whether several cases may be approved in one act.</param>
/// <param name="Bypass">Roles that may release without the remaining steps, with a reason that supervision sees; empty forbids it.</param>
/// <param name="Citation">Its source.</param>
public sealed record ReviewFlow(string Code, string Name, IReadOnlyList<ReviewStep> Steps, IReadOnlyList<ChecklistItem> Checklist,
    bool BulkApproval, IReadOnlyList<string> Bypass, Citation Citation);

/// <summary>A question of a checklist.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Wording.</param>
/// <param name="Citation">Its source.</param>
public sealed record ChecklistItem(string Code, string Name, Citation Citation);

/// <summary>What a reviewer does at a step.</summary>
public enum StepKind
{
    /// <summary>审核: judges content and decides.</summary>
    Review,

    /// <summary>校对: confirms wording against the snapshot.</summary>
    Proof,

    /// <summary>保密审查.</summary>
    Secrecy,

    /// <summary>签发: the last word of a leader.</summary>
    SignOff,
}

/// <summary>Whose staff may take a step.</summary>
public enum UnitScope
{
    /// <summary>Only people of the submitting unit.</summary>
    Own,

    /// <summary>Anybody of the authority with the role.</summary>
    Authority,
}

/// <summary>A step of a flow (审核环节).</summary>
/// <param name="Code">Stable kebab-case code, unique in the flow.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Stage">Stages run in ascending order; equal stages in parallel. From 1.</param>
/// <param name="Roles">Any one of these roles may take it.</param>
/// <param name="Scope">Whose staff.</param>
/// <param name="When">Conditions of which one must be set on the case (see <see cref="ReviewConditions"/>); empty means always.</param>
/// <param name="LimitWorkingDays">Limit in working days, or null when the rule gives none.</param>
/// <param name="MayChange">Fields the reviewer may correct: subset of attribute, ground, scope, channel, category; a change returns a new digest.</param>
/// <param name="Citation">Its source.</param>
public sealed record ReviewStep(string Code, string Name, StepKind Kind, int Stage, IReadOnlyList<string> Roles, UnitScope Scope,
    IReadOnlyList<string> When, int? LimitWorkingDays, IReadOnlyList<string> MayChange, Citation Citation);

/// <summary>Conditions that switch steps on.</summary>
public static class ReviewConditions
{
    /// <summary>重要内容.</summary>
    public const string Important = "important";

    /// <summary>重大事项.</summary>
    public const string Major = "major";

    /// <summary>敏感内容.</summary>
    public const string Sensitive = "sensitive";

    /// <summary>涉及第三方.</summary>
    public const string ThirdParty = "third-party";

    /// <summary>涉及其他机关.</summary>
    public const string OtherOrgans = "other-organs";

    /// <summary>非主动公开.</summary>
    public const string NotProactive = "not-proactive";

    /// <summary>Every condition.</summary>
    public static readonly IReadOnlyList<string> All = [Important, Major, Sensitive, ThirdParty, OtherOrgans, NotProactive];
}
