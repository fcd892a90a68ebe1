namespace Disclosure.Rules.Deadlines;

/// <summary>Kinds of dated facts. In JSON their codes are kebab case; a fact that means nothing to a limit is passed over.</summary>
public enum FactKind
{
    /// <summary>收到 an application, a message or material.</summary>
    Received,

    /// <summary>转交业务科室.</summary>
    Transferred,

    /// <summary>业务科室提供答复内容.</summary>
    Drafted,

    /// <summary>发出补正告知书 (条例第三十条); <see cref="Fact.Days"/> is the applicant's period in working days, when one was set.</summary>
    CorrectionRequested,

    /// <summary>收到补正后的申请: the count starts anew.</summary>
    CorrectionReceived,

    /// <summary>发出征求意见书 to a third party or another organ.</summary>
    ConsultationSent,

    /// <summary>征求意见书送达: the 15 working days run from this day when it is known, else from sending.</summary>
    ConsultationDelivered,

    /// <summary>收到征求意见的答复.</summary>
    ConsultationAnswered,

    /// <summary>决定延长期限并告知; <see cref="Fact.Days"/> is the extension in the days of the limit it lengthens.</summary>
    Extended,

    /// <summary>确定延迟答复的合理期限并告知申请人 (条例第三十五条), on the day of telling; <see cref="Fact.Days"/> is by how many working days
    /// the reply is delayed beyond the period of article 33.</summary>
    Delayed,

    /// <summary>送达收费通知.</summary>
    FeeNotified,

    /// <summary>完成缴费: the count starts anew.</summary>
    FeePaid,

    /// <summary>不能当场答复.</summary>
    Deferred,

    /// <summary>作出答复或者决定、办结: an answer, a decision on a reconsideration, an opinion on a petition (信访处理意见).</summary>
    Decided,

    /// <summary>申请人撤回.</summary>
    Withdrawn,

    /// <summary>信息形成.</summary>
    Formed,

    /// <summary>信息内容变化.</summary>
    Changed,

    /// <summary>公文制发.</summary>
    Issued,

    /// <summary>解密: the day on which secrecy ends, also when it is still to come.</summary>
    Declassified,

    /// <summary>因特殊原因不能按时公开.</summary>
    Blocked,

    /// <summary>特殊原因消除.</summary>
    Unblocked,

    /// <summary>公开发布: ends publication, starts interpretation.</summary>
    Published,

    /// <summary>公开的行政处罚决定被依法变更、撤销、确认违法或者确认无效 (行政处罚法第四十八条第二款).</summary>
    Overturned,

    /// <summary>撤回行政处罚决定信息并公开说明理由.</summary>
    Retracted,

    /// <summary>更新: ends an update, starts a column's staleness anew.</summary>
    Updated,

    /// <summary>提交解读材料.</summary>
    Interpreted,

    /// <summary>收到整改反馈通知.</summary>
    Notified,

    /// <summary>提出整改措施.</summary>
    MeasuresProposed,

    /// <summary>开始整改.</summary>
    RectificationStarted,

    /// <summary>整改完成.</summary>
    Rectified,

    /// <summary>约稿或公开要求的时点.</summary>
    Requested,

    /// <summary>活动、工作或调研结束.</summary>
    Concluded,

    /// <summary>发生突发事件或者紧急情况.</summary>
    Occurred,

    /// <summary>事态进展、采取处置措施.</summary>
    Developed,

    /// <summary>口头报告.</summary>
    ReportedOrally,

    /// <summary>信息工作人员调整.</summary>
    StaffChanged,

    /// <summary>报送、报备 in writing.</summary>
    Submitted,

    /// <summary>答复留言、工单.</summary>
    Answered,

    /// <summary>受理 a petition (信访事项) or a reconsideration (行政复议申请), and 告知: starts its handling.</summary>
    Accepted,

    /// <summary>转送、交办或者告知向有权处理的机关提出 a petition, and 告知信访人 (信访工作条例第二十三条).</summary>
    Redirected,

    /// <summary>收到行政复议申请书副本或者申请笔录复印件.</summary>
    CopyReceived,

    /// <summary>提交书面答复和证据 to the reconsideration organ; an answer without the evidence is none (行政复议法第七十条).</summary>
    DefenceFiled,

    /// <summary>收到信访复查请求.</summary>
    ReviewRequested,

    /// <summary>提出信访复查意见并书面答复.</summary>
    ReviewDecided,

    /// <summary>收到信访复核请求.</summary>
    ReReviewRequested,

    /// <summary>提出信访复核意见.</summary>
    ReReviewDecided,

    /// <summary>年度或月份的任一日: gives the period of a limit that ends on a fixed day.</summary>
    Period,

    /// <summary>开始: starts any limit.</summary>
    Started,

    /// <summary>完成: ends any limit.</summary>
    Completed,
}

/// <summary>Whose opinion is sought.</summary>
public enum ConsultedParty
{
    /// <summary>第三方 (条例第三十二条): after silence the organ decides.</summary>
    ThirdParty,

    /// <summary>共同制作的其他行政机关 (条例第三十四条): silence is consent.</summary>
    Organ,
}

/// <summary>Something that happened on a day.</summary>
/// <param name="Kind">What.</param>
/// <param name="On">The day, Asia/Shanghai.</param>
/// <param name="Days">Days of an extension, of a delayed reply, of an applicant's correction period or of a set date: working days, for an
/// extension those of the limit; 0 when not given.</param>
/// <param name="Party">Whose opinion, for consultations; null for the party whose limit is read, and for a third party elsewhere.</param>
/// <param name="With">Name that tells several consultations apart; null when there is one.</param>
public readonly record struct Fact(FactKind Kind, DateOnly On, int Days = 0, ConsultedParty? Party = null, string? With = null);
