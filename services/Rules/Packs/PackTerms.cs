using System.Diagnostics;
using Disclosure.Kernel;
using Disclosure.Kernel.People;

namespace Disclosure.Rules.Packs;

/// <summary>Chinese terms of what packs write as codes: the one place where each of them is named.</summary>
public static class PackTerms
{
    /// <summary>公开属性.</summary>
    public static string Of(DisclosureAttribute attribute) => attribute switch
    {
        DisclosureAttribute.Proactive => "主动公开",
        DisclosureAttribute.OnRequest => "依申请公开",
        DisclosureAttribute.Withheld => "不予公开",
        _ => throw new UnreachableException(),
    };

    /// <summary>环节性质.</summary>
    public static string Of(StepKind kind) => kind switch
    {
        StepKind.Review => "审核",
        StepKind.Proof => "校对",
        StepKind.Secrecy => "保密审查",
        StepKind.SignOff => "签发",
        _ => throw new UnreachableException(),
    };

    /// <summary>周期.</summary>
    public static string Of(Cycle cycle) => cycle switch
    {
        Cycle.Month => "每月",
        Cycle.Quarter => "每季度",
        Cycle.HalfYear => "每半年",
        Cycle.Year => "每年",
        Cycle.Regularly => "定期（未定周期）",
        Cycle.Promptly => "及时",
        Cycle.AtOnce => "即时",
        _ => throw new UnreachableException(),
    };

    /// <summary>公开时间.</summary>
    public static string Of(TimingKind kind) => kind switch
    {
        TimingKind.Permanent => "长期公开",
        TimingKind.Periodic => "定期公开",
        TimingKind.Suitable => "适时公开",
        TimingKind.Prompt => "及时公开",
        TimingKind.AnyTime => "随时公开",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a limit's span does to the count of another.</summary>
    public static string Of(LimitEffect effect) => effect switch
    {
        LimitEffect.Pauses => "所需时间不计入答复期限（暂停）",
        LimitEffect.Resets => "完成后答复期限重新起算",
        LimitEffect.Extends => "加在原期限上（延长）",
        _ => throw new UnreachableException(),
    };

    /// <summary>逾期不答复的后果.</summary>
    public static string Of(Silence silence) => silence switch
    {
        Silence.OrganDecides => "逾期未提出意见的，由行政机关决定",
        Silence.Consent => "逾期未提出意见的，视为同意公开",
        Silence.Lapse => "逾期未办理的，视为放弃申请",
        Silence.NoEvidence => "逾期未答复的，视为没有证据、依据",
        _ => throw new UnreachableException(),
    };

    /// <summary>期限最后一日为休息日.</summary>
    public static string Of(LastDayOff last) => last switch
    {
        LastDayOff.Stays => "最后一日为休息日的不顺延",
        LastDayOff.Moves => "最后一日为休息日的顺延至其后第一个工作日",
        _ => throw new UnreachableException(),
    };

    /// <summary>Whose task a quota is (任务主体).</summary>
    public static string Of(QuotaSubject subject) => subject switch
    {
        QuotaSubject.Unit => "每个单位",
        QuotaSubject.Person => "每人",
        QuotaSubject.Authority => "本机关",
        _ => throw new UnreachableException(),
    };

    /// <summary>What is one occasion (少报一次).</summary>
    public static string Of(ShortfallOccasion occasion) => occasion switch
    {
        ShortfallOccasion.Month => "每个未完成任务的月为一次",
        ShortfallOccasion.Item => "每少一条为一次",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a shortfall is added up over (累计少报).</summary>
    public static string Of(ShortfallTotal total) => total switch
    {
        ShortfallTotal.Year => "以全年报送总数与全年任务相比",
        ShortfallTotal.Months => "以各月少报之和计算，多报的月不抵少报的月",
        _ => throw new UnreachableException(),
    };

    /// <summary>What follows from a fault.</summary>
    public static string Of(Consequence consequence) => consequence switch
    {
        Consequence.Bulletin => "通报",
        Consequence.BulletinCriticism => "通报批评",
        Consequence.Accountability => "追究责任",
        _ => throw new UnreachableException(),
    };

    /// <summary>奖项.</summary>
    public static string Of(AwardKind kind) => kind switch
    {
        AwardKind.AdvancedUnit => "先进单位",
        AwardKind.AdvancedPerson => "先进个人",
        _ => throw new UnreachableException(),
    };

    /// <summary>Result that an annual assessment takes in.</summary>
    public static string Of(AssessedResult result) => result switch
    {
        AssessedResult.SubmissionPoints => "信息报送得分、扣分",
        AssessedResult.Appraisal => "评议",
        AssessedResult.Examination => "考核、检查",
        _ => throw new UnreachableException(),
    };

    /// <summary>提示时点.</summary>
    public static string Of(WarnedAct act) => act switch
    {
        WarnedAct.ChoosingGround => "选择公开属性和理由",
        WarnedAct.EnteringPreDisclosure => "填写预公开期间",
        WarnedAct.RegisteringApplication => "登记申请",
        WarnedAct.Consulting => "征求意见",
        WarnedAct.Extending => "延期",
        WarnedAct.Replying => "拟制和审核答复",
        _ => throw new UnreachableException(),
    };

    /// <summary>角色; of a role that is not known, its code.</summary>
    public static string Role(string code) => code switch
    {
        Roles.Officer => "信息员",
        Roles.Head => "科室（单位）负责人",
        Roles.Office => "办公室",
        Roles.Deputy => "分管领导",
        Roles.Director => "主要领导",
        Roles.Policy => "政策法规机构",
        Roles.Secrecy => "保密审查员",
        Roles.Promotion => "宣传推广岗位",
        Roles.Discipline => "纪检监督",
        Roles.LeadingGroup => "政务公开领导小组",
        Roles.LeadingGroupOffice => "政务公开领导小组办公室",
        Roles.SystemAdmin => "系统管理员",
        Roles.SecurityAdmin => "安全管理员",
        Roles.AuditAdmin => "审计管理员",
        _ => code,
    };

    /// <summary>审核情形, see <see cref="ReviewConditions"/>; of one that is not known, its code.</summary>
    public static string Condition(string code) => code switch
    {
        ReviewConditions.Important => "重要内容",
        ReviewConditions.Major => "重大事项",
        ReviewConditions.Sensitive => "敏感内容",
        ReviewConditions.ThirdParty => "涉及第三方",
        ReviewConditions.OtherOrgans => "涉及其他机关",
        ReviewConditions.NotProactive => "非主动公开",
        ReviewConditions.SecrecyUndetermined => "涉密情况待确定",
        _ => code,
    };

    /// <summary>Field that reviewers may correct; of one that is not known, its code.</summary>
    public static string Field(string code) => code switch
    {
        "attribute" => "公开属性",
        "ground" => "公开属性理由",
        "scope" => "公开范围",
        "channel" => "公开渠道",
        "category" => "目录分类",
        "secrecy" => "涉密情况",
        _ => code,
    };
}
