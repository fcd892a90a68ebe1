using Disclosure.Kernel;
using Disclosure.Rules.Calendar;

namespace Disclosure.Rules.Packs;

/// <summary>How disclosure is timed (公开时间).</summary>
public enum TimingKind
{
    /// <summary>长期公开: never expires by itself.</summary>
    Permanent,

    /// <summary>定期公开: recurs.</summary>
    Periodic,

    /// <summary>适时公开.</summary>
    Suitable,

    /// <summary>及时公开.</summary>
    Prompt,

    /// <summary>随时公开: on any day and without waiting for a period; by the limit of every publication at the latest.</summary>
    AnyTime,
}

/// <summary>A class of matters and when they are disclosed.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">The matters, Chinese.</param>
/// <param name="Kind">When.</param>
/// <param name="Citation">Its source.</param>
/// <param name="Recurrence">How often what is <see cref="TimingKind.Periodic"/> recurs; null for every other kind.</param>
/// <param name="Limit">Code of the limit by which the same document gives 及时 a number; null where none does, and for every kind but
/// <see cref="TimingKind.Prompt"/>.</param>
public sealed record TimingClass(string Code, string Name, TimingKind Kind, Citation Citation, Recurrence? Recurrence = null,
    string? Limit = null);

/// <summary>A period (周期) with a source of its own: rules that say 定期 seldom say how often.</summary>
/// <param name="Period">The period: month, quarter, half-year or year.</param>
/// <param name="Citation">Its source; <c>平台示例</c> where the bureau's documents name no period.</param>
public sealed record Recurrence(Cycle Period, Citation Citation);

/// <summary>The attribute of whatever no ground decides.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Citation">Its source.</param>
public sealed record DefaultAttribute(DisclosureAttribute Attribute, Citation Citation);

/// <summary>A yes-or-no requirement.</summary>
/// <param name="Required">Whether it is required.</param>
/// <param name="Citation">Its source.</param>
public sealed record Requirement(bool Required, Citation Citation);

/// <summary>Document number (发文字号) of the authority.</summary>
/// <param name="Prefix">Code of the organ (机关代字).</param>
/// <param name="Pattern">Regular expression of a whole number.</param>
/// <param name="Example">A number that matches.</param>
/// <param name="Citation">Its source.</param>
public sealed record DocumentNumberRule(string Prefix, string Pattern, string Example, Citation Citation);

/// <summary>The region of an authority that adds customary holidays to the national ones (全国年节及纪念日放假办法第四条).</summary>
/// <param name="Code">Code, for instance <c>xinjiang</c>; names the files of its yearly notices.</param>
/// <param name="Name">Name of the region.</param>
/// <param name="Citation">Its source.</param>
public sealed record Region(string Code, string Name, Citation Citation)
{
    /// <summary>The region as the working calendar knows it.</summary>
    /// <returns>Code and name.</returns>
    public CalendarRegion OfCalendar() => new(Code, Name);
}

/// <summary>Contact data of the disclosure guide (公开指南、公开申请渠道).</summary>
/// <param name="Address">Address and room (办公地址).</param>
/// <param name="Phone">Phone (联系电话).</param>
/// <param name="Fax">Fax (传真号码), or null.</param>
/// <param name="Email">E-mail (电子邮箱).</param>
/// <param name="Citation">Its source.</param>
public sealed record Contact(string Address, string Phone, string? Fax, string Email, Citation Citation);

/// <summary>Pre-disclosure of major decisions (重大行政决策预公开).</summary>
public sealed record PreDisclosure
{
    /// <summary>Matters that need it.</summary>
    public IReadOnlyList<Entry> Matters { get; init; } = [];

    /// <summary>Ways of pre-disclosing.</summary>
    public IReadOnlyList<Entry> Channels { get; init; } = [];

    /// <summary>How long a draft is shown (预公开期间), codes in <see cref="PreDisclosurePeriods"/>.</summary>
    public IReadOnlyList<PreDisclosurePeriod> Periods { get; init; } = [];
}

/// <summary>How long a draft is shown: the least and the most days. It bounds the showing (公示), not the day of the decision.</summary>
/// <param name="Code">One of <see cref="PreDisclosurePeriods"/>.</param>
/// <param name="Name">What it holds for, Chinese.</param>
/// <param name="Least">Least days; null where no rule sets any.</param>
/// <param name="Most">Most days; null where no rule sets any.</param>
/// <param name="Unit">What both count: working or calendar days.</param>
/// <param name="Citation">Its source.</param>
public sealed record PreDisclosurePeriod(string Code, string Name, int? Least, int? Most, LimitUnit Unit, Citation Citation);

/// <summary>Codes of the periods of pre-disclosure.</summary>
public static class PreDisclosurePeriods
{
    /// <summary>重大行政决策草案 (重大行政决策程序暂行条例第十五条): goes before every other.</summary>
    public const string MajorDecision = "major-decision";

    /// <summary>其他预公开事项.</summary>
    public const string Other = "other";

    /// <summary>Every code.</summary>
    public static readonly IReadOnlyList<string> All = [MajorDecision, Other];
}

/// <summary>Open meetings (会议公开).</summary>
public sealed record Meetings
{
    /// <summary>Meetings that are open.</summary>
    public IReadOnlyList<Entry> Scope { get; init; } = [];

    /// <summary>Kinds of agenda that are open.</summary>
    public IReadOnlyList<Entry> AgendaKinds { get; init; } = [];

    /// <summary>Who is invited to major livelihood topics.</summary>
    public IReadOnlyList<Entry> Invitees { get; init; } = [];
}

/// <summary>Policy interpretation (政策解读).</summary>
public sealed record Interpretation
{
    /// <summary>Documents that must be interpreted.</summary>
    public IReadOnlyList<Entry> Scope { get; init; } = [];

    /// <summary>Forms.</summary>
    public IReadOnlyList<Entry> Forms { get; init; } = [];

    /// <summary>Channel that publishes first; a code of <see cref="RulePack.Channels"/>; null where none is named.</summary>
    public string? FirstChannel { get; init; }

    /// <summary>Source of <see cref="FirstChannel"/>.</summary>
    public Citation? Citation { get; init; }
}

/// <summary>Interaction with the public and response to opinion (政民互动、回应关切).</summary>
public sealed record Interaction
{
    /// <summary>Where messages come from.</summary>
    public IReadOnlyList<Entry> Sources { get; init; } = [];

    /// <summary>Classes of questions (问题分类), each answered by the section it concerns.</summary>
    public IReadOnlyList<Entry> QuestionClasses { get; init; } = [];

    /// <summary>Forms of a public response.</summary>
    public IReadOnlyList<Entry> ResponseForms { get; init; } = [];
}

/// <summary>Democratic appraisal (民主监督评议).</summary>
public sealed record Appraisal
{
    /// <summary>Criteria.</summary>
    public IReadOnlyList<Entry> Criteria { get; init; } = [];

    /// <summary>Methods.</summary>
    public IReadOnlyList<Entry> Methods { get; init; } = [];

    /// <summary>Whom a group of representatives (代表评议) is made of; empty where no rule says.</summary>
    public IReadOnlyList<Entry> Representatives { get; init; } = [];
}

/// <summary>Annual report (政府信息公开工作年度报告).</summary>
public sealed record AnnualReportRules
{
    /// <summary>Its headings (标题) in their order.</summary>
    public IReadOnlyList<Entry> Headings { get; init; } = [];

    /// <summary>Contents the report has to have.</summary>
    public IReadOnlyList<Entry> Contents { get; init; } = [];

    /// <summary>Tables and their columns.</summary>
    public IReadOnlyList<Entry> Tables { get; init; } = [];

    /// <summary>Reconciliation rules by code (R1–R13).</summary>
    public IReadOnlyList<Entry> Checks { get; init; } = [];

    /// <summary>Where it is published or sent.</summary>
    public IReadOnlyList<Entry> Recipients { get; init; } = [];
}

/// <summary>A way an application ends (答复情形) and where the annual report counts it.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Name, Chinese.</param>
/// <param name="Row">Data row of 表三, 3–23; null for a step that does not end the application.</param>
/// <param name="Citation">Its source.</param>
public sealed record ReplyOutcome(string Code, string Name, int? Row, Citation Citation);
