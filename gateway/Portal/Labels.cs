using System.Diagnostics;
using System.Globalization;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Review.Api;
using Disclosure.Contracts.Work;
using Disclosure.Gateway.Clients;
using Disclosure.Gateway.Pages.Staff.Cases;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
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
    public static string Validity(Validity validity) => validity switch
    {
        Contracts.Catalogue.Api.Validity.InForce => "有效",
        Contracts.Catalogue.Api.Validity.Modified => "已修改",
        Contracts.Catalogue.Api.Validity.Abolished => "已废止",
        Contracts.Catalogue.Api.Validity.Expired => "已失效",
        _ => throw new UnreachableException(),
    };

    /// <summary>公开属性, to readers 公开方式.</summary>
    public static string Attribute(DisclosureAttribute attribute) => PackTerms.Of(attribute);

    /// <summary>公开范围.</summary>
    public static string Scope(DisclosureScope scope) => scope switch
    {
        DisclosureScope.Public => "社会公开",
        DisclosureScope.Internal => "内部公开",
        _ => throw new UnreachableException(),
    };

    /// <summary>涉密情况, with what follows from it.</summary>
    public static string Secrecy(Secrecy secrecy) => secrecy switch
    {
        Kernel.Secrecy.Cleared => "不涉密",
        Kernel.Secrecy.Undetermined => "待确定（暂缓公开）",
        Kernel.Secrecy.Classified => "涉密（不得公开）",
        _ => throw new UnreachableException(),
    };

    /// <summary>Choices of a form: code and words of each value.</summary>
    public static IReadOnlyList<(string Code, string Name)> Choices<T>(Func<T, string> words) where T : struct, Enum
        => [.. Enum.GetValues<T>().Select(value => (Codes.Of(value), words(value)))];

    /// <summary>Conditions that switch review steps on (审核情形).</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Conditions =
    [
        .. ((string[])[ReviewConditions.Important, ReviewConditions.Major, ReviewConditions.Sensitive, ReviewConditions.ThirdParty,
            ReviewConditions.OtherOrgans]).Select(code => (code, PackTerms.Condition(code))),
    ];

    /// <summary>Names of the conditions that a case was handed in or found to meet; empty where there is none.</summary>
    public static string ConditionNames(IReadOnlyList<string> met)
        => string.Join('、', Conditions.Where(condition => met.Contains(condition.Code)).Select(condition => condition.Name));

    /// <summary>State of a staff item.</summary>
    public static string ItemState(ItemState state) => state switch
    {
        Contracts.Catalogue.Api.ItemState.Draft => "草稿",
        Contracts.Catalogue.Api.ItemState.InReview => "审核中",
        Contracts.Catalogue.Api.ItemState.Returned => "已退回",
        Contracts.Catalogue.Api.ItemState.Rejected => "不予通过",
        Contracts.Catalogue.Api.ItemState.Published => "已发布",
        Contracts.Catalogue.Api.ItemState.Withdrawn => "已撤下",
        _ => throw new UnreachableException(),
    };

    /// <summary>State of a staff item; of one that ended because it was determined not to be public, what it was determined to
    /// be.</summary>
    public static string ItemState(ItemState state, Secrecy secrecy, DisclosureAttribute attribute = DisclosureAttribute.Proactive,
        DisclosureScope scope = DisclosureScope.Public) => (state, NotPublicTerms.Of(secrecy, attribute, scope)) switch
        {
            (not Contracts.Catalogue.Api.ItemState.Rejected, _) or (_, null) => ItemState(state),
            (_, NotPublicCause.FoundSecret) => DecisionTerms.FoundSecret,
            (_, { } cause) => $"审定{NotPublicTerms.Name(cause)}",
        };

    /// <summary>What items are found by beside their state.</summary>
    public static string Mark(ItemMark mark) => mark switch
    {
        ItemMark.ToBeChecked => "公开版本须立即核对",
        ItemMark.FoundSecret => "认定涉密",
        ItemMark.NotPublished => "审定不发布",
        _ => throw new UnreachableException(),
    };

    /// <summary>What citizens still read of an item that does not say so by its state; null where they read nothing, or
    /// just that.</summary>
    public static string? StillPublic(StaffItemRow item) => item switch
    {
        { ToBeCheckedSince: not null } => "公开版本仍在网上，须立即核对",
        { IsPublic: false } or { State: Contracts.Catalogue.Api.ItemState.Published } => null,
        { State: Contracts.Catalogue.Api.ItemState.Rejected } => "公开版本仍在网上",
        _ => "修订中，公开版本仍在网上",
    };

    /// <summary>State of a review step; of one that determines a secrecy, what was determined, and of a proof what was confirmed.</summary>
    public static string StepState(StepView step)
        => (step.Kind, step.State) == (StepKind.Proof, Contracts.Review.Api.StepState.Approved) ? "校对无误"
            : DecisionTerms.Of(step.State, step.Determines);

    /// <summary>State of a review case.</summary>
    public static string CaseState(CaseView review) => DecisionTerms.Of(review.State, review.FoundSecret)
        + (review.State == Contracts.Review.Api.CaseState.Approved && DecidedWords.NotPublic(review) is { } cause
            ? $"，改为{NotPublicTerms.Name(cause)}" : "");

    /// <summary>State of a case that goes with another.</summary>
    public static string CaseState(CompanionView companion) => DecisionTerms.Of(companion.State, companion.FoundSecret);

    /// <summary>Level of an automatic finding.</summary>
    public static string FindingLevel(FindingLevel level) => level switch
    {
        Contracts.Review.Api.FindingLevel.Blocking => "禁止公开",
        Contracts.Review.Api.FindingLevel.Warning => "请注意",
        Contracts.Review.Api.FindingLevel.Note => "提示",
        _ => throw new UnreachableException(),
    };

    /// <summary>An act of the audit log. An entry of a case that is kept from the reader says nothing but its place.</summary>
    public static string Act(string code) => code.Length == 0 ? "（因回避不显示）" : ActTerms.Of(code);

    /// <summary>What a notice tells of, before the title of its subject.</summary>
    public static string Notice(NoticeKind kind) => kind switch
    {
        NoticeKind.Offered => "等您办理",
        NoticeKind.Urged => "催办",
        NoticeKind.Stuck => "无人可办",
        NoticeKind.Held => "暂缓",
        NoticeKind.Returned => "已退回",
        NoticeKind.Rejected => "不予通过",
        NoticeKind.Published => "已发布",
        NoticeKind.TakenDown => "已撤下",
        NoticeKind.Recalled => "已撤回送审",
        NoticeKind.Failed => "结论没能办理",
        NoticeKind.SubstitutionOffered => "待您确认",
        NoticeKind.SubstitutionAgreed => "已生效",
        NoticeKind.SubstitutionRevoked => "已撤销",
        NoticeKind.SubstitutionDeclined => "已谢绝",
        NoticeKind.SubstitutionHandedBack => "已交回",
        NoticeKind.FoundSecret => "认定涉密",
        NoticeKind.NotPublished => "审定不发布",
        NoticeKind.ShownChecked => "公开版本已核对",
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a notice asks its receiver to do something.</summary>
    public static bool Asks(NoticeKind kind) => kind is NoticeKind.Offered or NoticeKind.Urged or NoticeKind.Stuck or NoticeKind.Held
        or NoticeKind.Returned or NoticeKind.Failed or NoticeKind.SubstitutionOffered;

    /// <summary>How a delegation ended before its last day.</summary>
    public static string DelegationEnd(DelegationEnd end) => end switch
    {
        Contracts.Review.Api.DelegationEnd.Revoked => "已撤销",
        Contracts.Review.Api.DelegationEnd.Declined => "已谢绝",
        Contracts.Review.Api.DelegationEnd.HandedBack => "已交回",
        _ => throw new UnreachableException(),
    };

    /// <summary>What became of what a notice told and is so no longer.</summary>
    public static string Outcome(NoticeView notice) => notice.Became ?? (Asks(notice.Kind) ? "已办理" : "已有新进展");

    /// <summary>What is special about a piece of work.</summary>
    public static string Flag(WorkFlag flag) => flag switch
    {
        WorkFlag.Returned => "已退回",
        WorkFlag.Urged => "已催办",
        WorkFlag.Held => "暂缓，待确定",
        WorkFlag.BulkApproval => "可批量通过",
        WorkFlag.ToBeChecked => "须立即核对",
        _ => throw new UnreachableException(),
    };

    /// <summary>How long there is still time, in working days.</summary>
    public static string Remaining(int? days) => days switch
    {
        null => "",
        < 0 => string.Create(CultureInfo.InvariantCulture, $"超过 {-days} 个工作日"),
        0 => "今天到期",
        _ => string.Create(CultureInfo.InvariantCulture, $"还有 {days} 个工作日"),
    };

    /// <summary>What of people's work lies with a service.</summary>
    public static string WorkOf(string service) => service switch
    {
        ServiceNames.Catalogue => "信息（草稿、退回修改、核对公开版本）",
        ServiceNames.Review => "审核（等您审核、送审后的进展、授权）",
        _ => service,
    };

    /// <summary>Whose audit log it is.</summary>
    public static string Service(string name) => name switch
    {
        ServiceNames.Catalogue => "信息",
        ServiceNames.Review => "审核",
        _ => name,
    };

    /// <summary>A field that reviewers may correct.</summary>
    public static string Field(string code) => PackTerms.Field(code);

    /// <summary>Traffic light of a due day, in words: colour alone tells nothing to some.</summary>
    public static string Light(ClockState? light) => light switch
    {
        ClockState.Overdue => "已超期",
        ClockState.Red => "即将到期",
        ClockState.Amber => "临近期限",
        ClockState.Green => "期限内",
        _ => "未设期限",
    };

    private static DateTimeOffset Local(DateTimeOffset instant) => LegalDay.Local(instant);
}
