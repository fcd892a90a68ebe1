namespace Disclosure.Contracts.Facts;

/// <summary>意见征集、调查 was opened (预公开、网上调查).</summary>
/// <param name="Form">What it is.</param>
/// <param name="ClosesOn">Last day for opinions.</param>
[Feeds("web.surveys.held", "stat.consultations.held")]
public sealed record ConsultationOpenedFact(ConsultationForm Form, DateOnly ClosesOn) : StatisticalFact;

/// <summary>征集结束 and its result.</summary>
/// <param name="Opinions">Opinions received.</param>
/// <param name="Adopted">Opinions adopted in whole or in part; null where that does not apply.</param>
/// <param name="ResultIsPublic">Whether the result was published (公布结果、采纳情况).</param>
[Feeds("web.surveys.opinions", "web.surveys.results", "stat.consultations.opinions", "stat.consultations.adopted")]
public sealed record ConsultationClosedFact(long Opinions, long? Adopted, bool ResultIsPublic) : StatisticalFact;

/// <summary>在线访谈、新闻发布、开放会议 was held.</summary>
/// <param name="Form">What it was.</param>
/// <param name="Questions">Questions of citizens; 0 where there were none.</param>
/// <param name="Answers">Of them answered.</param>
[Feeds("web.interviews.held", "web.interviews.questions", "web.interviews.answers", "stat.meetings.held")]
public sealed record InterviewHeldFact(InterviewForm Form, long Questions, long Answers) : StatisticalFact;

/// <summary>舆情登记.</summary>
/// <param name="IsMajor">Whether it is a major sensitive one (重大敏感舆情).</param>
/// <param name="DueOn">Last day of the response; null where none.</param>
[Feeds("stat.opinions.logged", "stat.opinions.on-time")]
public sealed record OpinionLoggedFact(bool IsMajor, DateOnly? DueOn) : StatisticalFact;

/// <summary>回应 of an opinion or hot topic.</summary>
/// <param name="DueOn">Last day; null where none.</param>
/// <param name="IsPublic">Whether it was published (回应公众关注热点或重大舆情).</param>
[Feeds("web.responses", "stat.opinions.responded", "stat.opinions.on-time")]
public sealed record OpinionRespondedFact(DateOnly? DueOn, bool IsPublic) : StatisticalFact;

/// <summary>承诺: something will be done by a day (整改、计划解决、延期公开).</summary>
/// <param name="DueOn">Last day.</param>
[Feeds("stat.promises.made", "stat.promises.overdue")]
public sealed record PromiseMadeFact(DateOnly DueOn) : StatisticalFact;

/// <summary>兑现、说明: the promise ended.</summary>
/// <param name="IsKept">Whether it was kept; otherwise it was explained (作出说明).</param>
/// <param name="DueOn">Last day as promised.</param>
[Feeds("stat.promises.kept", "stat.promises.overdue")]
public sealed record PromiseEndedFact(bool IsKept, DateOnly DueOn) : StatisticalFact;

/// <summary>A yearly duty of the authority was done: work heard, training held, leader published, drill held (rules 350–352).</summary>
/// <param name="Duty">Code of the pack's duty.</param>
/// <param name="Year">Year it counts for.</param>
[Feeds("annual.1.training", "web.security.drills", "stat.duties.done")]
public sealed record DutyDoneFact(string Duty, int Year) : StatisticalFact;

/// <summary>What citizens are asked in.</summary>
public enum ConsultationForm
{
    /// <summary>重大行政决策预公开.</summary>
    Decision,

    /// <summary>规范性文件、政策征求意见.</summary>
    Document,

    /// <summary>网上调查.</summary>
    Survey,

    /// <summary>民主评议.</summary>
    Appraisal,
}

/// <summary>What is held in public.</summary>
public enum InterviewForm
{
    /// <summary>在线访谈.</summary>
    OnlineInterview,

    /// <summary>新闻发布会.</summary>
    PressConference,

    /// <summary>公众列席会议.</summary>
    OpenMeeting,

    /// <summary>听证会.</summary>
    Hearing,
}
