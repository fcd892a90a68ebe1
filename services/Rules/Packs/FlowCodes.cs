namespace Disclosure.Rules.Packs;

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
