using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;

namespace Disclosure.Review.Domain.People;

/// <summary>Every way a delegation is refused.</summary>
internal static class DelegationRefusals
{
    /// <summary>Field that names who left.</summary>
    public const string Leaver = "leaver";

    /// <summary>Field that names who takes over or stands in.</summary>
    public static string Substitute(SubstitutionKind kind) => kind == SubstitutionKind.Replacement ? "successor" : "delegate";

    public static readonly Failure Unknown = new(FailureKind.NotFound, "delegation-is-unknown", "没有这项授权", "编号有误，或者不是您可以办理的授权。");

    public static readonly Failure IsRevoked = new(FailureKind.Conflict, "delegation-is-revoked", "这项授权已经撤销", "需要时请重新授权。");

    public static readonly Failure ReplacementIsRevoked = new(FailureKind.Conflict, "delegation-is-revoked", "这项离岗接替已经撤销",
        "不需要再确认；仍须接替的，由安全管理员重新登记。");

    /// <summary>What stands in the way of agreeing, to whoever agrees and has no fields to change.</summary>
    public static Failure ToBeMadeAnew(SubstitutionKind kind, Failure obstacle) => kind == SubstitutionKind.Replacement
        ? new(FailureKind.Conflict, obstacle.Code, $"这项接替不能确认：{ReasonOf(obstacle)}", "请告知安全管理员撤销这一项；仍须接替的，由安全管理员重新登记。")
        : new(FailureKind.Conflict, obstacle.Code, $"这项授权不能接受：{ReasonOf(obstacle)}", "可以谢绝这项授权；仍须代办的，请授权人重新授权。");

    private static string ReasonOf(Failure obstacle) => obstacle.Code == LeaverReplacesOthers.Code ? "离岗人员还接替着别人的工作"
        : obstacle.Errors?.ContainsKey(Leaver) == true ? "离岗人员的接替已按另一项登记生效" : "接手的人员已办理离岗交接";

    /// <summary>Somebody else has ended it first, which is not the same as what was asked for.</summary>
    public static Failure HasEnded(SubstitutionKind kind, DelegationEnd end) => new(FailureKind.Conflict, "delegation-has-ended",
        kind == SubstitutionKind.Replacement ? "这项离岗接替已由别人撤销" : end switch
        {
            DelegationEnd.Declined => "这项授权对方已经谢绝",
            DelegationEnd.HandedBack => "这项授权对方已经交回",
            _ => "这项授权已经撤销",
        }, "不必再办理。");

    public static readonly Failure IsOver = new(FailureKind.Conflict, "delegation-is-over", "这项授权已过最后一天",
        "到期的授权不能再接受，也不需要撤销；还要代办的，请授权人重新授权。");

    public static readonly Failure ToOneself = new(FailureKind.Invalid, "delegation-to-oneself", "不能授权给本人", "请选择另一位工作人员。");

    public static readonly Failure ReplacesOneself = new Failure(FailureKind.Invalid, "leaver-replaces-oneself", "接替人员不能是离岗人员本人",
        "请选择另一位在岗的工作人员。").At(Substitute(SubstitutionKind.Replacement));

    public static readonly Failure ColleagueIsUnknown = new(FailureKind.Invalid, "colleague-is-unknown", "同事名录中没有这位工作人员",
        "请从名录中选择或填写账号；对方从未登录过本系统的，请对方先登录一次。");

    public static readonly Failure ColleagueHasLeft = new(FailureKind.Conflict, "colleague-has-left", "这位工作人员已办理离岗交接",
        "请选择在岗的工作人员；登记有误的，请先撤销那项接替。");

    /// <summary>A second one would wait in vain: of two only one can be confirmed.</summary>
    public static Failure ReplacementIsPending(string leaver, string successor, DateOnly startsOn)
        => new Failure(FailureKind.Conflict, "replacement-is-pending", "已登记过这位人员的离岗接替，正在等待确认",
        $"已登记的是 {leaver} → {successor}（{startsOn:yyyy-MM-dd} 起），由主要领导或纪检监督确认；登记有误的，请先撤销那一项，再重新登记。").At(Leaver);

    public static readonly Failure LeaverReplacesOthers = new Failure(FailureKind.Conflict, "leaver-replaces-others", "离岗人员还接替着别人的工作",
        "请先撤销那项接替，改为登记由新的人员接替，再办理这一项。").At(Leaver);

    public static readonly Failure ReplacementDayIsWrong = new Failure(FailureKind.Invalid, "replacement-day-is-wrong", "接替开始日期有误",
        $"开始日期须在今天前后 {Delegation.MaxDays} 天以内。").At("startsOn");

    public static readonly Failure EndsBeforeStart = Dates("结束日期早于开始日期", "请改正开始日期或结束日期。").At("endsOn");

    public static readonly Failure EndsInThePast = Dates("结束日期已过", "请选择今天或以后的日期。").At("endsOn");

    public static readonly Failure StartsInThePast = Dates("开始日期已过", "授权不能从过去的日期算起，请选择今天或以后的日期。").At("startsOn");

    public static readonly Failure LastsTooLong = Dates($"授权超过 {Delegation.MaxDays} 天",
        $"含首尾两天最多 {Delegation.MaxDays} 天；离岗更久的，请由安全管理员登记离岗接替。").At("endsOn");

    public static readonly Failure AdministratorsTakeNoPowers = new(FailureKind.Conflict, "administrators-take-no-powers",
        "管理员和监督人员不能接受业务权限",
        "三员和监督岗位同业务岗位分设，请选择业务岗位的人员。");

    public static readonly Failure RolesAreWrong = new Failure(FailureKind.Invalid, "replacement-roles-are-wrong", "离岗人员没有业务权限",
        "名录中该人员没有可以接替的业务角色。").At(Leaver);

    private static Failure Dates(string title, string detail) => new(FailureKind.Invalid, "delegation-dates-are-wrong", title, detail);

    public static readonly Failure NoPowersToGive = new(FailureKind.Forbidden, "no-powers-to-give", "您没有可以授权的业务权限", "三员和监督岗位不能委托他人。");
}
