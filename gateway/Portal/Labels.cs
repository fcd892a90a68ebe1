using System.Globalization;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;

namespace Disclosure.Gateway.Portal;

/// <summary>Chinese wording of codes and instants. An absent value stays absent.</summary>
internal static class Labels
{
    /// <summary>In whose place somebody acted.</summary>
    /// <param name="name">Name of the principal; null where the powers were the person's own.</param>
    /// <returns>The words, or nothing.</returns>
    public static string InPlaceOf(string? name) => name is null ? "" : $"（代{name}）";

    /// <summary>日期, for readers.</summary>
    public static string Date(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Date(DateTimeOffset)"/>
    public static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The form of the PubDate tag: yyyy-MM-dd HH:mm, Asia/Shanghai, 24 hours.</summary>
    public static string Minute(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A count; services stop counting at 1,000.</summary>
    public static string Count(int total) => total >= 1_000 ? "1,000 以上" : total.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>有效性.</summary>
    public static string Validity(string? code) => code switch
    {
        null or "Valid" => "有效",
        "Modified" => "已修改",
        "Abolished" => "已废止",
        "Expired" => "已失效",
        _ => code,
    };

    public static bool IsValid(string? code) => Validity(code) == "有效";

    /// <summary>公开方式, from the attribute.</summary>
    public static string Attribute(string? code) => code switch
    {
        null or "proactive" => "主动公开",
        "on-request" => "依申请公开",
        "withheld" => "不予公开",
        _ => code,
    };

    /// <summary>Conditions that switch review steps on (审核情形).</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Conditions =
    [
        (ReviewConditions.Important, "重要内容"), (ReviewConditions.Major, "重大事项"), (ReviewConditions.Sensitive, "敏感内容"),
        (ReviewConditions.ThirdParty, "涉及第三方"), (ReviewConditions.OtherOrgans, "涉及其他机关"),
    ];

    /// <summary>State of a staff item.</summary>
    public static string ItemState(string code) => code switch
    {
        "draft" => "草稿",
        "in-review" => "审核中",
        "returned" => "已退回",
        "rejected" => "不予通过",
        "published" => "已发布",
        "withdrawn" => "已撤下",
        _ => code,
    };

    /// <summary>State of a review step.</summary>
    public static string StepState(string code) => code switch
    {
        "waiting" => "未到环节",
        "open" => "办理中",
        "held" => "暂缓，待确定",
        "approved" => "通过",
        "escalated" => "已提请上级",
        "returned" => "退回",
        "rejected" => "不予通过",
        "bypassed" => "越级放行",
        "cancelled" => "已取消",
        _ => code,
    };

    /// <summary>State of a review case.</summary>
    public static string CaseState(string code) => code switch
    {
        "open" => "审核中",
        "held" => "暂缓，待确定",
        "approved" => "已通过",
        "returned" => "已退回",
        "rejected" => "不予通过",
        "withdrawn" => "已撤回",
        _ => code,
    };

    /// <summary>Level of an automatic finding.</summary>
    public static string FindingLevel(string code) => code switch
    {
        "blocking" => "必须处理",
        "warning" => "请注意",
        _ => "提示",
    };

    /// <summary>A decision, as its button says.</summary>
    public static string Outcome(string code) => code switch
    {
        "approve" => "通过",
        "return" => "退回修改",
        "reject" => "不予通过",
        "hold" => "暂缓，提请确定",
        "escalate" => "提请上级审定",
        "bypass" => "越级放行",
        _ => code,
    };

    /// <summary>An act of the audit log.</summary>
    public static string Act(string code) => code switch
    {
        "opened" => "送审",
        "approved" => "通过",
        "proof-passed" => "校对一遍无误",
        "returned" => "退回",
        "rejected" => "不予通过",
        "held" => "暂缓，提请确定",
        "determined" => "作出确定",
        "escalated" => "提请上级审定",
        "bypassed" => "越级放行",
        "withdrawn" => "撤回送审",
        "urged" => "催办",
        "delegated" => "授权代办",
        "delegation-revoked" => "撤销授权",
        "request-refused" => "送审未受理",
        "replaced" => "登记离岗接替",
        "delegation-accepted" => "接受授权",
        "ended" => "终止审核，退回起草人",
        "raised" => "接办无人可办的环节",
        "recused" => "补充回避对象",
        "drafted" => "起草",
        "edited" => "修改",
        "submitted" => "送审",
        "recalled" => "撤回送审",
        "published" => "发布",
        "publication-failed" => "结论没能办理",
        "revision-opened" => "发起修订",
        "taken-down" => "撤下",
        // An entry of a case that is kept from the reader says nothing but its place.
        "" => "（因回避不显示）",
        _ => code,
    };

    /// <summary>Whose audit log it is.</summary>
    public static string Service(string name) => name switch
    {
        ServiceNames.Catalogue => "信息",
        ServiceNames.Review => "审核",
        _ => name,
    };

    /// <summary>A field that reviewers may correct.</summary>
    public static string Field(string code) => code switch
    {
        "attribute" => "公开属性",
        "ground" => "公开属性理由",
        "scope" => "公开范围",
        "channel" => "公开渠道",
        "category" => "分类",
        "secrecy" => "涉密情况",
        _ => code,
    };

    /// <summary>Traffic light of a due day, in words: colour alone tells nothing to some.</summary>
    public static string Light(string? code) => code switch
    {
        "overdue" => "已逾期",
        "red" => "即将到期",
        "amber" => "临近期限",
        "green" => "期限内",
        _ => "未设期限",
    };

    private static DateTimeOffset Local(DateTimeOffset instant) => LegalDay.Local(instant);
}
