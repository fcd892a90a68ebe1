namespace Disclosure.Rules.Packs;

/// <summary>A group of units that quotas and awards use (分组).</summary>
/// <param name="Code">Stable kebab-case code, as in <see cref="Unit.Group"/>.</param>
/// <param name="Name">Name, Chinese.</param>
/// <param name="Citation">Its source.</param>
public sealed record UnitGroup(string Code, string Name, Citation Citation);

/// <summary>Who owes a quota.</summary>
public enum QuotaSubject
{
    /// <summary>Each unit of the groups.</summary>
    Unit,

    /// <summary>Each person of the groups.</summary>
    Person,

    /// <summary>The authority as a whole; no groups.</summary>
    Authority,
}

/// <summary>A minimum number of things in a period (报送任务).</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Name, Chinese.</param>
/// <param name="Subject">Who owes it.</param>
/// <param name="Groups">Groups that owe it; empty for the authority as a whole.</param>
/// <param name="Period">The period.</param>
/// <param name="Minimum">Least number in a period (条、篇、次).</param>
/// <param name="Citation">Its source.</param>
public sealed record Quota(string Code, string Name, QuotaSubject Subject, IReadOnlyList<string> Groups, Cycle Period, int Minimum,
    Citation Citation);

/// <summary>信息员: who in a unit does its information work (信息工作人员).</summary>
/// <param name="PerUnit">How many people a unit names at most, and somebody in any case; null where the rule sets no number.</param>
/// <param name="SectionGroups">Groups whose units name the section (职能科室) besides the person.</param>
/// <param name="BlocksSubmission">Whether a unit that has named nobody may submit nothing.</param>
/// <param name="Citation">Its source.</param>
public sealed record InformationStaff(int? PerUnit, IReadOnlyList<string> SectionGroups, bool BlocksSubmission, Citation Citation);

/// <summary>Scores of information submission (计分、扣分、评优).</summary>
public sealed record Scoring
{
    /// <summary>Principles (考评原则), codes in <see cref="ScoringPrinciples"/>.</summary>
    public IReadOnlyList<Entry> Principles { get; init; } = [];

    /// <summary>Points for adoption (采用计分).</summary>
    public IReadOnlyList<ScoreRule> Scores { get; init; } = [];

    /// <summary>Lateness that earns nothing (不予计分).</summary>
    public IReadOnlyList<NoScore> NoScores { get; init; } = [];

    /// <summary>Deductions (扣分).</summary>
    public IReadOnlyList<Deduction> Deductions { get; init; } = [];

    /// <summary>Faults that are criticised or pursued (通报批评、追责).</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Cut-offs of awards (评先名次).</summary>
    public IReadOnlyList<AwardCutOff> CutOffs { get; init; } = [];

    /// <summary>What loses award eligibility (取消评先资格).</summary>
    public IReadOnlyList<AwardExclusion> Exclusions { get; init; } = [];

    /// <summary>Annual assessments that the results enter (纳入年度考核).</summary>
    public IReadOnlyList<AssessmentRule> Assessments { get; init; } = [];
}

/// <summary>Codes of the principles of an appraisal.</summary>
public static class ScoringPrinciples
{
    /// <summary>递进层级累计加分: points of successive levels add up.</summary>
    public const string CumulativeLevels = "cumulative-levels";

    /// <summary>分组计分排序: groups are ranked separately.</summary>
    public const string RankedByGroup = "ranked-by-group";

    /// <summary>按数量、质量、排名评比.</summary>
    public const string QuantityQualityRank = "quantity-quality-rank";

    /// <summary>Every code.</summary>
    public static readonly IReadOnlyList<string> All = [CumulativeLevels, RankedByGroup, QuantityQualityRank];
}

/// <summary>Points for one adoption (采用).</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Where it was adopted, Chinese.</param>
/// <param name="Points">Points (分) for each item.</param>
/// <param name="AddsTo">For an addition (另加): codes of the scores of which one must be present; empty for a score of its own.</param>
/// <param name="Citation">Its source.</param>
/// <param name="OnlyRecommended">经上级部门推荐: whether it counts only for what the superior department recommended.</param>
public sealed record ScoreRule(string Code, string Name, decimal Points, IReadOnlyList<string> AddsTo, Citation Citation,
    bool OnlyRecommended = false);

/// <summary>Lateness that earns no points.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Name, Chinese.</param>
/// <param name="Limit">Code of the limit whose end forfeits the points.</param>
/// <param name="Citation">Its source.</param>
public sealed record NoScore(string Code, string Name, string Limit, Citation Citation);

/// <summary>A deduction for each occurrence.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">What happened, Chinese.</param>
/// <param name="Points">Points (分) taken away, positive.</param>
/// <param name="LateByMoreThan">For lateness: it counts only beyond this many units of time; null otherwise.</param>
/// <param name="Unit">Unit of <paramref name="LateByMoreThan"/>.</param>
/// <param name="Citation">Its source.</param>
/// <param name="Occasion">For missing submissions: what is one occasion; null otherwise.</param>
/// <param name="Limits">Codes of the limits (规定时限) by which it is decided whether something was late: a reading of any of them that is
/// late is the fault; null where no limit decides.</param>
public sealed record Deduction(string Code, string Name, decimal Points, int? LateByMoreThan, LimitUnit? Unit, Citation Citation,
    ShortfallOccasion? Occasion = null, IReadOnlyList<string>? Limits = null);

/// <summary>What is one occasion of submitting too little (少报一次).</summary>
public enum ShortfallOccasion
{
    /// <summary>A month that is short, however much is missing in it.</summary>
    Month,

    /// <summary>Each missing item (条).</summary>
    Item,
}

/// <summary>What a shortfall is added up over (累计少报).</summary>
public enum ShortfallTotal
{
    /// <summary>The year's number against what was submitted in the year.</summary>
    Year,

    /// <summary>What is missing in each month on its own: a rich month does not make up a poor one.</summary>
    Months,
}

/// <summary>What follows from a fault.</summary>
public enum Consequence
{
    /// <summary>通报: made known to everybody; no criticism (批评) and no sanction.</summary>
    Bulletin,

    /// <summary>通报批评.</summary>
    BulletinCriticism,

    /// <summary>追究责任.</summary>
    Accountability,
}

/// <summary>A fault that is criticised or pursued.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Name, Chinese.</param>
/// <param name="Consequence">What follows.</param>
/// <param name="Citation">Its source.</param>
public sealed record Fault(string Code, string Name, Consequence Consequence, Citation Citation);

/// <summary>What an award is given to.</summary>
public enum AwardKind
{
    /// <summary>先进单位.</summary>
    AdvancedUnit,

    /// <summary>先进个人: the unit nominates.</summary>
    AdvancedPerson,
}

/// <summary>The last rank that still gets an award.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Name, Chinese.</param>
/// <param name="Kind">What is awarded.</param>
/// <param name="Group">Group that is ranked.</param>
/// <param name="TopRank">Last rank included.</param>
/// <param name="Nominations">Persons each such unit may nominate; 0 for an award to the unit itself.</param>
/// <param name="Citation">Its source.</param>
public sealed record AwardCutOff(string Code, string Name, AwardKind Kind, string Group, int TopRank, int Nominations, Citation Citation);

/// <summary>What loses the eligibility for awards of the year.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Name, Chinese.</param>
/// <param name="ShortfallAbove">Share (0–1) of the year's task; lost when the shortfall is above it; null where no share decides.</param>
/// <param name="Citation">Its source.</param>
/// <param name="AddedUpOver">What the shortfall is added up over; null where no share decides.</param>
public sealed record AwardExclusion(string Code, string Name, decimal? ShortfallAbove, Citation Citation,
    ShortfallTotal? AddedUpOver = null);

/// <summary>A result of disclosure work that an annual assessment takes in.</summary>
public enum AssessedResult
{
    /// <summary>信息报送得分、扣分: the points of submissions.</summary>
    SubmissionPoints,

    /// <summary>评议.</summary>
    Appraisal,

    /// <summary>考核、检查.</summary>
    Examination,
}

/// <summary>An annual assessment (年终考核、年度目标考核) that takes in results of disclosure work.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Name of the assessment, Chinese.</param>
/// <param name="Groups">Groups whose units it assesses; empty for every unit.</param>
/// <param name="Results">Results it is incomplete without.</param>
/// <param name="Citation">Its source.</param>
public sealed record AssessmentRule(string Code, string Name, IReadOnlyList<string> Groups, IReadOnlyList<AssessedResult> Results,
    Citation Citation);
