namespace Disclosure.Rules.Deadlines.Folding;

/// <summary>Chinese names of facts.</summary>
internal static class FactNames
{
    private static readonly Dictionary<FactKind, string> Names = new()
    {
        [FactKind.Received] = "收到",
        [FactKind.Transferred] = "转交业务科室",
        [FactKind.Drafted] = "业务科室提供答复内容",
        [FactKind.CorrectionRequested] = "发出补正告知书",
        [FactKind.CorrectionReceived] = "收到补正",
        [FactKind.ConsultationSent] = "发出征求意见书",
        [FactKind.ConsultationDelivered] = "征求意见书送达",
        [FactKind.ConsultationAnswered] = "收到征求意见的答复",
        [FactKind.Extended] = "延长期限",
        [FactKind.Delayed] = "确定延迟答复的合理期限",
        [FactKind.FeeNotified] = "送达收费通知",
        [FactKind.FeePaid] = "缴费",
        [FactKind.Deferred] = "不能当场答复",
        [FactKind.Decided] = "作出答复或者决定",
        [FactKind.Withdrawn] = "申请人撤回",
        [FactKind.Formed] = "信息形成",
        [FactKind.Changed] = "信息内容变化",
        [FactKind.Issued] = "公文制发",
        [FactKind.Declassified] = "解密",
        [FactKind.Blocked] = "因特殊原因不能公开",
        [FactKind.Unblocked] = "特殊原因消除",
        [FactKind.Published] = "公开发布",
        [FactKind.Overturned] = "行政处罚决定被变更、撤销、确认违法或者无效",
        [FactKind.Retracted] = "撤回公开的信息并说明理由",
        [FactKind.Updated] = "更新",
        [FactKind.Interpreted] = "提交解读材料",
        [FactKind.PreDisclosed] = "预公开发布",
        [FactKind.Notified] = "收到反馈通知",
        [FactKind.Rectified] = "整改完成",
        [FactKind.Requested] = "要求报送",
        [FactKind.Concluded] = "活动或工作结束",
        [FactKind.Occurred] = "发生突发事件或者紧急情况",
        [FactKind.Developed] = "事态进展或者采取处置措施",
        [FactKind.ReportedOrally] = "口头报告",
        [FactKind.StaffChanged] = "信息工作人员调整",
        [FactKind.Submitted] = "报送",
        [FactKind.Answered] = "答复",
        [FactKind.Accepted] = "受理并告知",
        [FactKind.Redirected] = "转送、交办或者告知向有权机关提出",
        [FactKind.CopyReceived] = "收到行政复议申请书副本",
        [FactKind.DefenceFiled] = "提交书面答复和证据",
        [FactKind.ReviewRequested] = "收到复查请求",
        [FactKind.ReviewDecided] = "提出复查意见",
        [FactKind.ReReviewRequested] = "收到复核请求",
        [FactKind.ReReviewDecided] = "提出复核意见",
        [FactKind.Period] = "所属期间",
        [FactKind.Started] = "开始",
        [FactKind.Completed] = "完成",
    };

    public static string Of(FactKind kind) => Names[kind];
}
