namespace Disclosure.Review.Domain;

/// <summary>Why somebody acts in another's place.</summary>
internal enum DelegationKind
{
    /// <summary>授权委托: for a span of days, by the principal.</summary>
    Delegation,

    /// <summary>离岗接替: the principal has left, and the successor takes over without end.</summary>
    Replacement,
}

/// <summary>Powers of one person that another may use (授权): everything done under it names both.</summary>
internal sealed class Delegation
{
    /// <summary>Longest span of a delegation, days: a longer absence is a replacement.</summary>
    public const int MaxDays = 183;

    private Delegation()
    {
    }

    public Guid Id { get; private set; }

    public DelegationKind Kind { get; private set; }

    public string Authority { get; private set; } = "";

    public string Principal { get; private set; } = "";

    public string PrincipalName { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public string[] Roles { get; private set; } = [];

    public string Delegate { get; private set; } = "";

    public string DelegateName { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day, included; null for a replacement.</summary>
    public DateOnly? EndsOn { get; private set; }

    public string Reason { get; private set; } = "";

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The principal hands the own powers, and only those, to a colleague.</summary>
    /// <returns>The delegation, or why not.</returns>
    public static (Delegation? Delegation, Refusal? Refusal) Grant(Reviewer principal, Mandate own, DelegationTerms terms, Moment now)
    {
        if (terms.Delegate == principal.Subject) return (null, DelegationRefusals.ToOneself);
        if (Check(terms) is { } refusal) return (null, refusal);
        if (terms.EndsOn is not { } end || end < terms.StartsOn || end < now.Today || end.DayNumber - terms.StartsOn.DayNumber >= MaxDays)
            return (null, DelegationRefusals.DatesAreWrong);
        return (New(DelegationKind.Delegation, principal.Authority, own, terms, principal.Subject, now), null);
    }

    /// <summary>The security administrator records that a person has left and who takes over.</summary>
    /// <returns>The replacement, or why not.</returns>
    public static (Delegation? Delegation, Refusal? Refusal) Replace(Reviewer administrator, Mandate leaver, DelegationTerms terms, Moment now)
    {
        if (terms.Delegate == leaver.Principal) return (null, DelegationRefusals.ToOneself);
        // Whoever administers powers may not gather them.
        if (terms.Delegate == administrator.Subject || leaver.Principal == administrator.Subject) return (null, DelegationRefusals.AdministratorsTakeNoPowers);
        if (Check(terms) is { } refusal) return (null, refusal);
        if (string.IsNullOrWhiteSpace(leaver.Principal) || Refusals.OfReason(leaver.Principal + leaver.PrincipalName + leaver.Unit) is not null)
            return (null, DelegationRefusals.LeaverIsMissing);
        if (leaver.Roles.Count == 0 || !leaver.Roles.IsSubsetOf(RoleCodes.Business)) return (null, DelegationRefusals.RolesAreWrong);
        return (New(DelegationKind.Replacement, administrator.Authority, leaver, terms with { EndsOn = null }, administrator.Subject, now), null);
    }

    public void Revoke(Moment now) => RevokedAt ??= now.At;

    public Mandate Mandate() => new(Principal, PrincipalName, Unit, Roles.ToHashSet(StringComparer.Ordinal));

    private static Refusal? Check(DelegationTerms terms)
        => string.IsNullOrWhiteSpace(terms.Reason) ? Refusals.ReasonIsMissing
            : Refusals.OfReason(terms.Reason) is { } unusable ? unusable
            : Refusals.OfReason(terms.Delegate + terms.DelegateName) is not null ? DelegationRefusals.DelegateIsMissing
            : string.IsNullOrWhiteSpace(terms.Delegate) ? DelegationRefusals.DelegateIsMissing
            : null;

    private static Delegation New(DelegationKind kind, string authority, Mandate powers, DelegationTerms terms, string createdBy, Moment now) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = kind,
        Authority = authority,
        Principal = powers.Principal,
        PrincipalName = powers.PrincipalName,
        Unit = powers.Unit,
        // Three administrators (三员) and supervision are offices of one person each; their powers are not handed on.
        Roles = [.. powers.Roles.Intersect(RoleCodes.Business)],
        Delegate = terms.Delegate,
        DelegateName = string.IsNullOrWhiteSpace(terms.DelegateName) ? terms.Delegate : terms.DelegateName,
        StartsOn = terms.StartsOn,
        EndsOn = terms.EndsOn,
        Reason = terms.Reason,
        CreatedBy = createdBy,
        CreatedAt = now.At,
    };
}

/// <summary>What is agreed: to whom, from when, until when, why.</summary>
internal sealed record DelegationTerms(string Delegate, string DelegateName, DateOnly StartsOn, DateOnly? EndsOn, string Reason);

/// <summary>Every way a delegation is refused.</summary>
internal static class DelegationRefusals
{
    public static readonly Refusal Unknown = new(RefusalKind.NotFound, "delegation-is-unknown", "没有这项授权", "编号有误，或者不是您可以撤销的授权。");

    public static readonly Refusal ToOneself = new(RefusalKind.Invalid, "delegation-to-oneself", "不能授权给本人", "请选择另一位工作人员。");

    public static readonly Refusal DelegateIsMissing = new(RefusalKind.Invalid, "delegate-is-missing", "请填写被授权人", "被授权人是本机关的工作人员。");

    public static readonly Refusal LeaverIsMissing = new(RefusalKind.Invalid, "leaver-is-missing", "请填写离岗人员及其单位", "离岗人员是本机关的工作人员。");

    public static readonly Refusal DatesAreWrong = new(RefusalKind.Invalid, "delegation-dates-are-wrong", "授权起止日期有误", $"截止日期不早于起始日期和今天，期限不超过 {Delegation.MaxDays} 天。");

    public static readonly Refusal AdministratorsTakeNoPowers = new(RefusalKind.Conflict, "administrators-take-no-powers", "管理员不能接替业务岗位", "三员分立：安全管理员不得为本人登记业务权限。");

    public static readonly Refusal RolesAreWrong = new(RefusalKind.Invalid, "replacement-roles-are-wrong", "接替的岗位角色有误", "请填写离岗人员原有的业务角色。");

    public static readonly Refusal NoPowersToGive = new(RefusalKind.Forbidden, "no-powers-to-give", "您没有可以授权的业务权限", "三员和监督岗位不能委托他人。");
}
