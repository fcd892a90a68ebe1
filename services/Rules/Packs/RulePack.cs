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
    public required IdentifyingCode OrganisationCode { get; init; }

    /// <summary>Ten-character site identification code (网站标识码) for the SiteIDCode meta tag.</summary>
    public required IdentifyingCode SiteIdCode { get; init; }

    /// <summary>The region (民族自治地方) whose own holidays count beside the national ones; null where there are none.</summary>
    public Region? Region { get; init; }

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

    /// <summary>Numbers of the bureau's rules that citations may use (序号范围); null when it has none.</summary>
    public RuleNumbers? RuleNumbers { get; init; }

    /// <summary>Groups of units (分组).</summary>
    public IReadOnlyList<UnitGroup> Groups { get; init; } = [];

    /// <summary>The three attributes (公开属性).</summary>
    public IReadOnlyList<Entry> Attributes { get; init; } = [];

    /// <summary>The attribute of whatever no ground decides; null where no rule says.</summary>
    public DefaultAttribute? DefaultAttribute { get; init; }

    /// <summary>Whether every category of the authority has a responsible unit (责任股室); null where no rule says.</summary>
    public Requirement? ResponsibleUnits { get; init; }

    /// <summary>Limits (期限); see <see cref="LimitRule"/>.</summary>
    public IReadOnlyList<LimitRule> Limits { get; init; } = [];

    /// <summary>Timing classes (公开时间).</summary>
    public IReadOnlyList<TimingClass> Timings { get; init; } = [];

    /// <summary>Quotas (报送任务).</summary>
    public IReadOnlyList<Quota> Quotas { get; init; } = [];

    /// <summary>Who in each unit does its information work (信息员); null where no rule says.</summary>
    public InformationStaff? InformationStaff { get; init; }

    /// <summary>Scores, deductions and awards (考核).</summary>
    public Scoring Scoring { get; init; } = new();

    /// <summary>Categories of information submission (信息采集、报送范围).</summary>
    public IReadOnlyList<Entry> SubmissionCategories { get; init; } = [];

    /// <summary>Platforms of higher organs (上报平台).</summary>
    public IReadOnlyList<Entry> UpwardPlatforms { get; init; } = [];

    /// <summary>Publication platforms of the submission system (发布平台).</summary>
    public IReadOnlyList<Entry> Platforms { get; init; } = [];

    /// <summary>Forms and their fields (表单).</summary>
    public IReadOnlyList<FormRule> Forms { get; init; } = [];

    /// <summary>Ways of showing disclosed matters (公开形式).</summary>
    public IReadOnlyList<Entry> DisclosureForms { get; init; } = [];

    /// <summary>Matters disclosed to the public (对外公开).</summary>
    public IReadOnlyList<Entry> ExternalMatters { get; init; } = [];

    /// <summary>Matters disclosed only inside the organ (对内公开); never on a public exit.</summary>
    public IReadOnlyList<Entry> InternalMatters { get; init; } = [];

    /// <summary>Types of official documents (公文种类).</summary>
    public IReadOnlyList<Entry> DocumentTypes { get; init; } = [];

    /// <summary>Tags of work items (五公开).</summary>
    public IReadOnlyList<Entry> WorkTags { get; init; } = [];

    /// <summary>Channels by which applications arrive (申请渠道).</summary>
    public IReadOnlyList<Entry> ApplicationChannels { get; init; } = [];

    /// <summary>Ways an application ends (答复情形) and their rows in the annual report.</summary>
    public IReadOnlyList<ReplyOutcome> ReplyOutcomes { get; init; } = [];

    /// <summary>What must never be done (禁止事项).</summary>
    public IReadOnlyList<Entry> Prohibitions { get; init; } = [];

    /// <summary>Basis of fees (收费依据); null where no rule says.</summary>
    public Entry? FeeBasis { get; init; }

    /// <summary>Form of document numbers (发文字号); null where no rule says.</summary>
    public DocumentNumberRule? DocumentNumber { get; init; }

    /// <summary>Contact data of the guide (公开指南); null where no rule says.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Pre-disclosure (预公开).</summary>
    public PreDisclosure PreDisclosure { get; init; } = new();

    /// <summary>Open meetings (会议公开).</summary>
    public Meetings Meetings { get; init; } = new();

    /// <summary>Interpretation (政策解读).</summary>
    public Interpretation Interpretation { get; init; } = new();

    /// <summary>Interaction (政民互动).</summary>
    public Interaction Interaction { get; init; } = new();

    /// <summary>Appraisal (评议).</summary>
    public Appraisal Appraisal { get; init; } = new();

    /// <summary>Annual report (年度报告).</summary>
    public AnnualReportRules AnnualReport { get; init; } = new();

    /// <summary>Reports and bulletins owed (通报).</summary>
    public IReadOnlyList<ReportDuty> Reports { get; init; } = [];

    /// <summary>Duties and who carries them (职责分工).</summary>
    public IReadOnlyList<Responsibility> Responsibilities { get; init; } = [];

    /// <summary>Local values that contradict the Regulation.</summary>
    public IReadOnlyList<PackWarning> Warnings { get; init; } = [];

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
