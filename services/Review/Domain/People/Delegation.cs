namespace Disclosure.Review.Domain;

/// <summary>Why somebody acts in another's place.</summary>
internal enum DelegationKind
{
    /// <summary>授权委托: for a span of days, by the principal; counts once the delegate has accepted.</summary>
    Delegation,

    /// <summary>离岗接替: the principal has left and the successor takes over without end; counts once supervision or the director has confirmed.</summary>
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

    /// <summary>Since when it counts; null while nobody else has agreed.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    public string? AcceptedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The principal hands the own powers, and only those, to a colleague.</summary>
    /// <returns>The delegation, or why not.</returns>
    public static (Delegation? Delegation, Refusal? Refusal) Grant(Reviewer principal, Mandate own, DelegationTerms terms, Moment now)
    {
        if (terms.To.Subject == principal.Subject) return (null, DelegationRefusals.ToOneself);
        if (Check(terms) is { } refusal) return (null, refusal);
        if (terms.EndsOn is not { } end || end < terms.StartsOn || end < now.Today || end.DayNumber - terms.StartsOn.DayNumber >= MaxDays)
            return (null, DelegationRefusals.DatesAreWrong);
        return (New(DelegationKind.Delegation, principal.Authority, own, terms, principal.Subject, now), null);
    }

    /// <summary>The security administrator records that a person has left and who takes over: exactly the powers the leaver was last seen with.</summary>
    /// <returns>The replacement, or why not.</returns>
    public static (Delegation? Delegation, Refusal? Refusal) Replace(Reviewer administrator, Colleague leaver, DelegationTerms terms, Moment now)
    {
        if (terms.To.Subject == leaver.Subject) return (null, DelegationRefusals.ToOneself);
        // Whoever administers powers may not gather them.
        if (terms.To.Subject == administrator.Subject || leaver.Subject == administrator.Subject) return (null, DelegationRefusals.AdministratorsTakeNoPowers);
        if (Check(terms) is { } refusal) return (null, refusal);
        if (!leaver.Own().Roles.Overlaps(RoleCodes.Business)) return (null, DelegationRefusals.RolesAreWrong);
        return (New(DelegationKind.Replacement, administrator.Authority, leaver.Own(), terms with { EndsOn = null }, administrator.Subject, now), null);
    }

    /// <summary>The delegate accepts, or a second person confirms a replacement: until then it gives nothing.</summary>
    /// <returns>Why not, or null.</returns>
    public Refusal? Accept(Reviewer who, Moment now)
    {
        if (!MayBeAcceptedBy(who)) return DelegationRefusals.Unknown;
        if (RevokedAt is not null) return DelegationRefusals.IsRevoked;
        if (AcceptedAt is null) (AcceptedAt, AcceptedBy) = (now.At, who.Subject);
        return null;
    }

    /// <summary>Whether the person is the one whose agreement is missing.</summary>
    public bool MayBeAcceptedBy(Reviewer who) => !who.HasLeft && (Kind == DelegationKind.Delegation
        ? who.Subject == Delegate
        : who.Subject != Principal && who.Subject != Delegate && who.Subject != CreatedBy
            && who.Mandates[0].Roles.Any(role => role is RoleCodes.Discipline or RoleCodes.Director));

    public void Revoke(Moment now) => RevokedAt ??= now.At;

    public Mandate Mandate() => new(Principal, PrincipalName, Unit, Roles.ToHashSet(StringComparer.Ordinal));

    private static Refusal? Check(DelegationTerms terms)
        => string.IsNullOrWhiteSpace(terms.Reason) ? Refusals.ReasonIsMissing
            : Refusals.OfReason(terms.Reason) is { } unusable ? unusable
            : terms.To.IsKeptApart ? DelegationRefusals.AdministratorsTakeNoPowers
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
        Delegate = terms.To.Subject,
        DelegateName = terms.To.Name,
        StartsOn = terms.StartsOn,
        EndsOn = terms.EndsOn,
        Reason = terms.Reason,
        CreatedBy = createdBy,
        CreatedAt = now.At,
    };
}

/// <summary>What is agreed: to whom, from when, until when, why.</summary>
internal sealed record DelegationTerms(Colleague To, DateOnly StartsOn, DateOnly? EndsOn, string Reason);
