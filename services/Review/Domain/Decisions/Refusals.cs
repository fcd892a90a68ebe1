using System.Globalization;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Findings;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;

namespace Disclosure.Review.Domain.Decisions;

/// <summary>Every way a review act is refused.</summary>
internal static class Refusals
{
    private const string Alone = "确需单独签批的，请写明理由。";

    public static readonly Failure CaseIsUnknown = new(FailureKind.NotFound, "case-is-unknown", "没有这个审核件", "编号有误，或者它属于别的机关。");

    public static readonly Failure FileIsUnknown = new(FailureKind.NotFound, "file-is-unknown", "这个审核件没有这份附件", "请从审核件页面打开附件。");

    public static readonly Failure FileIsNotKept = new(FailureKind.NotFound, "file-is-not-kept", "附件库中没有这份附件", "请联系系统管理员核对附件库。");

    public static readonly Failure StepIsUnknown = new(FailureKind.NotFound, "step-is-unknown", "没有这个审核环节", "请刷新页面后再办理。");

    public static readonly Failure CaseIsNotYours = new(FailureKind.Forbidden, "case-is-not-yours", "无权查看这个审核件",
        "只有送审单位、审核环节的办理人和监督人员可以查看。");

    public static readonly Failure OwnDraft = new(FailureKind.Conflict, "own-draft", "不能审核自己起草的内容", "请由本环节的其他人员办理；需要修改时可以撤回送审。");

    public static readonly Failure RoleIsNotOfThisStep = new(FailureKind.Forbidden, "role-is-not-of-this-step", "您的角色不能办理这个环节",
        "请由该环节规定的角色办理。");

    public static readonly Failure UnitIsNotOfThisCase = new(FailureKind.Forbidden, "unit-is-not-of-this-case", "这个环节由送审单位的人员办理",
        "您不属于送审单位。");

    public static readonly Failure AlreadyTookPart = new(FailureKind.Conflict, "already-took-part", "您已办理过该件的其他环节",
        "每个环节须由不同的人办理，请由其他人员办理本环节。");

    public static readonly Failure StepIsWaiting = new(FailureKind.Conflict, "step-is-waiting", "还没有轮到这个环节", "前面的环节办结后才能办理。");

    public static readonly Failure CaseIsHeld = new(FailureKind.Conflict, "case-is-held", "该件已暂缓", "涉密情况认定之后才能继续办理。");

    public static readonly Failure DigestIsStale = new(FailureKind.Conflict, "digest-is-stale", "内容与您看到的不一致", "内容已有改动，请刷新后重新审阅。");

    public static readonly Failure ReasonIsMissing = new Failure(FailureKind.Invalid, "reason-is-missing", "请填写理由",
        "退回、不予通过、暂缓、提请上级审定、越级放行、上级接办和终止审核都须写明理由。").At("reason");

    public static readonly Failure ReasonIsTooLong = new Failure(FailureKind.Invalid, "reason-is-too-long",
        $"填写的文字超过 {ReviewCase.MaxReason} 字", "请缩减后再提交。").At("reason");

    public static readonly Failure ReasonIsUnreadable = new Failure(FailureKind.Invalid, "reason-is-unreadable", "理由中有无法保存的字符",
        "请删除看不见的字符。").At("reason");

    public static readonly Failure OutcomeIsNotOffered = new Failure(FailureKind.Conflict, "outcome-is-not-offered", "这个环节不能这样办理",
        "请从页面列出的办理意见中选择。").At("outcome");

    public static readonly Failure BypassIsNotAllowed = new(FailureKind.Forbidden, "bypass-is-not-allowed", "不允许越级放行",
        "本机关的制度没有授权您在这个流程越级放行。");

    public static readonly Failure SecrecyIsNeverBypassed = new(FailureKind.Conflict, "secrecy-is-never-bypassed", "保密审查不能越过",
        "须先完成保密审查，再决定是否放行。");

    public static readonly Failure NobodyIsAbove = new(FailureKind.Conflict, "nobody-is-above", "没有更高的审核层级", "请在本环节作出决定。");

    public static readonly Failure OnlyTheAuthorWithdraws = new(FailureKind.Forbidden, "only-the-author-withdraws", "只有起草人可以撤回送审",
        "如需终止审核，请在审核环节退回或不予通过。");

    public static readonly Failure HeldCaseIsNotWithdrawn = new(FailureKind.Conflict, "held-case-is-not-withdrawn", "暂缓中的件不能撤回",
        "涉密情况须先认定；认定之后可以撤回或者修改。");

    public static readonly Failure KeptApart = new(FailureKind.Forbidden, "kept-apart", "管理员和监督人员不办理审核", "三员与监督岗位同业务岗位分设，请由业务岗位的人员办理。");

    public static readonly Failure AnswerIsNotCited = new Failure(FailureKind.Invalid, "answer-is-not-cited", "请写明保密行政管理部门答复的文号和日期",
        "例如：依据毕保函〔2026〕3号（2026年3月4日）认定不涉密。").At("reason");

    public static readonly Failure OnlyLeadersEnd = new(FailureKind.Forbidden, "only-leaders-end", "只有主要领导或领导小组可以终止审核",
        "请联系主要领导或政务公开领导小组。");

    public static readonly Failure StepIsNotRaised = new(FailureKind.Forbidden, "role-is-not-above", "您的角色不是该环节的上一级", "由该环节规定角色的上一级接办。");

    public static readonly Failure SomebodyIsLeft = new(FailureKind.Conflict, "somebody-is-left", "这个环节还有人可以办理", "请催办；确实不能办理的，请其授权同事代办。");

    public static readonly Failure DocumentIsNotSubmitted = new(FailureKind.Conflict, "document-is-not-submitted", "文件没有送审",
        $"解读方案须与所解读的文件一并报领导审签。{Alone}");

    public static readonly Failure DocumentWentBack = new(FailureKind.Conflict, "document-went-back", "文件不在审核中",
        $"所解读的文件已退回、撤回或者未获通过；解读方案须与文件一并报领导审签。{Alone}");

    public static readonly Failure DocumentWasSignedBefore = new(FailureKind.Conflict, "document-was-signed-before", "文件在解读方案送审之前已经签发",
        $"解读方案须与文件一并报领导审签。{Alone}");

    public static readonly Failure PlanWentBack = new(FailureKind.Conflict, "plan-went-back", "解读方案已退回修改",
        $"文件须与解读方案一并报领导审签，请等解读方案重新送审。{Alone}");

    public static readonly Failure PlanIsOfAnEarlierText = new(FailureKind.Conflict, "plan-is-of-an-earlier-text", "解读方案是为修改之前的文件审签的",
        $"文件修改后，解读方案须一并重新送审。{Alone}");

    public static readonly Failure OtherHalfIsOnItsWay = new(FailureKind.Conflict, "other-half-is-on-its-way", "须一并报批的另一件还没有报到领导",
        "文件与解读方案须一并审签。");

    public static readonly Failure OtherHalfIsMissing = new(FailureKind.Conflict, "other-half-is-missing", "须一并报批的另一件不在审核中",
        $"文件与解读方案须一并审签。{Alone}");

    /// <summary>Whether a text can be kept: PostgreSQL stores no NUL, and nobody reads a longer reason.</summary>
    public static Failure? OfReason(string? reason) => reason switch
    {
        null => null,
        { Length: > ReviewCase.MaxReason } => ReasonIsTooLong,
        _ when EnteredText.ProblemOfText(reason) is not null => ReasonIsUnreadable,
        _ => null,
    };

    public static Failure ChecklistIsIncomplete(IEnumerable<ChecklistQuestion> missing)
        => new Failure(FailureKind.Invalid, "checklist-is-incomplete", "审核要点尚未逐项确认",
        $"请先确认：{string.Join("、", missing.Select(question => question.Name))}。").At("checklist");

    public static Failure DocumentIsNotBeforeLeader(IReadOnlyList<string> steps)
        => new(FailureKind.Conflict, "document-is-not-before-leader", "文件还没有报到领导",
        $"解读方案须与文件一并审签；文件{Whereabouts(steps)}。");

    public static Failure PlanIsNotBeforeLeader(IReadOnlyList<string> steps)
        => new(FailureKind.Conflict, "plan-is-not-before-leader", "解读方案还没有报到领导",
        $"文件须与解读方案一并审签；解读方案{Whereabouts(steps)}。");

    public static Failure IsUrgedToday(DateTimeOffset at) => new(FailureKind.Conflict, "is-urged-today", "您今天已经催办过这个环节",
        $"上次催办时间 {Local(at)}，通知已送达办理人；仍未办结的，请明天再催办。");

    private static string Whereabouts(IReadOnlyList<string> steps) => steps.Count == 0 ? "尚在办理" : $"现在的环节：{string.Join("、", steps)}";

    public static Failure FindingBlocks(Finding finding) => new(FailureKind.Conflict, "finding-blocks", finding.Title, finding.Detail);

    public static Failure StepIsDecided(CaseStep step) => new(FailureKind.Conflict, "step-is-decided", "这个环节已经办结",
        step.DecidedAt is { } at ? $"{step.DecidedByName} 已于 {Local(at)} 办理：{DecisionTerms.Of(step.State, step.Determines is not null)}。"
            : $"该环节{DecisionTerms.Of(step.State)}。");

    public static Failure CaseIsConcluded(ReviewCase review) => new(FailureKind.Conflict, "case-is-concluded", "该件已经办结",
        $"{review.ConcludedByName ?? "起草人"} 已于 {Local(review.ConcludedAt!.Value)} 办理："
        + $"{DecisionTerms.Of(review.State, review.IsFoundSecret)}。");

    private static string Local(DateTimeOffset at) => LegalDay.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
