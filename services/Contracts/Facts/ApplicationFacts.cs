namespace Disclosure.Contracts.Facts;

/// <summary>收到 of an application for disclosure (政府信息公开申请), on the legal day of its receipt (条例第三十一条).</summary>
/// <param name="Applicant">Who applies: the column of table 三.</param>
/// <param name="Channel">申请渠道, code of the pack.</param>
/// <param name="IsCarriedOver">Whether it was received in an older system, by its real day.</param>
[Feeds("annual.1.applications", "annual.3.received", "annual.3.carried-in", "annual.3.carried-out", "stat.applications.received",
    "stat.applications.pending", "stat.applications.days")]
public sealed record ApplicationReceivedFact(ApplicantKind Applicant, string Channel, bool IsCarriedOver) : StatisticalFact;

/// <summary>拆分（一事一申请）: the application goes on as its first part; each further part is received with a fact of its own, on the day of the
/// split, so that no year that is closed changes.</summary>
/// <param name="Into">Number of parts, the first included.</param>
[Feeds("stat.applications.received")]
public sealed record ApplicationSplitFact(int Into) : StatisticalFact;

/// <summary>A legal step (程序) of an application.</summary>
/// <param name="Step">Which.</param>
/// <param name="DueOn">Last day for what it asks of somebody; null where it asks nothing.</param>
/// <param name="ReplyDueOn">Last day of the reply from now on; null while it is not known.</param>
[Feeds("stat.applications.steps", "stat.applications.pending", "stat.applications.on-time")]
public sealed record ApplicationStepFact(ApplicationProcedure Step, DateOnly? DueOn, DateOnly? ReplyDueOn) : StatisticalFact;

/// <summary>办理结果 of an application: exactly one row of table 三.</summary>
/// <param name="Row">Data row, 3–23; see <c>TableThree</c>.</param>
/// <param name="Reply">答复情形, code of the pack.</param>
/// <param name="Applicant">Who applied.</param>
/// <param name="ReceivedOn">Legal day of receipt.</param>
/// <param name="DueOn">Last day of the reply; null where silence or withdrawal ended it.</param>
/// <param name="WorkingDays">Working days that counted; null where none were counted.</param>
[Feeds("annual.1.applications", "annual.3.results", "annual.3.total", "annual.3.carried-in", "annual.3.carried-out",
    "stat.applications.results", "stat.applications.on-time", "stat.applications.days", "stat.applications.pending")]
public sealed record ApplicationDecidedFact(int Row, string Reply, ApplicantKind Applicant, DateOnly ReceivedOn, DateOnly? DueOn,
    int? WorkingDays) : StatisticalFact;

/// <summary>送达 of a reply.</summary>
/// <param name="Manner">How.</param>
/// <param name="DecidedOn">Day of the decision.</param>
[Feeds("stat.applications.served")]
public sealed record ApplicationServedFact(ServiceManner Manner, DateOnly DecidedOn) : StatisticalFact;

/// <summary>逾期未答复: the last day has passed. Told once.</summary>
/// <param name="DueOn">Last day.</param>
[Feeds("stat.applications.on-time", "stat.applications.overdue")]
public sealed record ApplicationOverdueFact(DateOnly DueOn) : StatisticalFact;

/// <summary>Who applies (申请人情况): the columns of table 三.</summary>
public enum ApplicantKind
{
    /// <summary>自然人.</summary>
    NaturalPerson,

    /// <summary>商业企业.</summary>
    Company,

    /// <summary>科研机构.</summary>
    ResearchInstitution,

    /// <summary>社会公益组织.</summary>
    PublicWelfareOrganisation,

    /// <summary>法律服务机构.</summary>
    LegalService,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>Legal steps of an application.</summary>
public enum ApplicationProcedure
{
    /// <summary>告知补正 (条例第三十条).</summary>
    CorrectionRequested,

    /// <summary>收到补正.</summary>
    Corrected,

    /// <summary>征求第三方意见 (第三十二条).</summary>
    ThirdPartyConsulted,

    /// <summary>第三方意见、期满.</summary>
    ThirdPartyAnswered,

    /// <summary>征求其他机关意见 (第三十四条).</summary>
    OrganConsulted,

    /// <summary>其他机关意见、期满.</summary>
    OrganAnswered,

    /// <summary>延长答复期限 (第三十三条).</summary>
    Extended,

    /// <summary>要求说明理由 (第三十五条).</summary>
    ReasonsAsked,

    /// <summary>延迟答复 (第三十五条).</summary>
    Delayed,

    /// <summary>转办 to the unit that answers for it.</summary>
    Dispatched,

    /// <summary>转办退回.</summary>
    TransferredBack,
}

/// <summary>How a reply is served (送达方式).</summary>
public enum ServiceManner
{
    /// <summary>网上.</summary>
    Web,

    /// <summary>电子邮件.</summary>
    EMail,

    /// <summary>邮寄.</summary>
    Post,

    /// <summary>当面.</summary>
    InPerson,
}
