using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;

namespace Disclosure.Review.Domain;

/// <summary>Why somebody acts in another's place.</summary>
internal enum DelegationKind
{
    /// <summary>授权委托: for a span of days, by the principal; counts once the delegate has accepted.</summary>
    Delegation,

    /// <summary>离岗接替: the principal has left and the successor takes over without end; counts once supervision or the director has
    /// confirmed.</summary>
    Replacement,
}

/// <summary>Powers of one person that another may use (授权): everything done under it names both.</summary>
internal sealed class Delegation : IAggregate
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

    public int Version { get; private set; }

    Guid IAggregate.Key => Id;

    /// <summary>The principal hands the own powers, and only those, to a colleague.</summary>
    /// <returns>The delegation and what happened, or why not.</returns>
    public static Outcome<(Delegation Delegation, AuditFact Fact)> Grant(Reviewer principal, DelegationTerms terms, Moment now)
    {
        if (principal.HasLeft) return Refusals.PersonHasLeft;
        var own = principal.Mandates[0];
        if (!own.Roles.Overlaps(RoleSets.Business)) return DelegationRefusals.NoPowersToGive;
        if (terms.To.Subject == principal.Subject) return DelegationRefusals.ToOneself;
        if (Check(terms) is { } refusal) return refusal;
        if (terms.EndsOn is not { } end || end < terms.StartsOn || end < now.Today || end.DayNumber - terms.StartsOn.DayNumber >= MaxDays)
            return DelegationRefusals.DatesAreWrong;
        var delegation = New(DelegationKind.Delegation, principal.Authority, own, terms, principal.Subject, now);
        return (delegation, delegation.Fact(Acts.Delegated, principal, own.Roles.First(RoleSets.Business.Contains)));
    }

    /// <summary>The security administrator records that a person has left and who takes over: exactly the powers the leaver was last seen
    /// with.</summary>
    /// <returns>The replacement and what happened, or why not.</returns>
    public static Outcome<(Delegation Delegation, AuditFact Fact)> Replace(Reviewer administrator, Colleague leaver, DelegationTerms terms,
        Moment now)
    {
        if (administrator.HasLeft) return Refusals.PersonHasLeft;
        if (terms.To.Subject == leaver.Subject) return DelegationRefusals.ToOneself;
        // Whoever administers powers may not gather them.
        if (terms.To.Subject == administrator.Subject
            || leaver.Subject == administrator.Subject) return DelegationRefusals.AdministratorsTakeNoPowers;
        if (Check(terms) is { } refusal) return refusal;
        if (!leaver.Own().Roles.Overlaps(RoleSets.Business)) return DelegationRefusals.RolesAreWrong;
        var replacement = New(DelegationKind.Replacement, administrator.Authority, leaver.Own(), terms with { EndsOn = null },
            administrator.Subject, now);
        return (replacement, replacement.Fact(Acts.Replaced, administrator, Kernel.People.Roles.SecurityAdmin));
    }

    /// <summary>The delegate accepts, or a second person confirms a replacement: until then it gives nothing.</summary>
    /// <returns>What happened, nothing where it was accepted before; or why not.</returns>
    public Verdict Accept(Reviewer who, Moment now)
    {
        if (!MayBeAcceptedBy(who)) return DelegationRefusals.Unknown;
        if (RevokedAt is not null) return DelegationRefusals.IsRevoked;
        if (AcceptedAt is not null) return Verdict.Nothing;
        (AcceptedAt, AcceptedBy) = (now.At, who.Subject);
        return Fact(Acts.DelegationAccepted, who, null);
    }

    /// <summary>Whether the person is the one whose agreement is missing.</summary>
    public bool MayBeAcceptedBy(Reviewer who) => !who.HasLeft && (Kind == DelegationKind.Delegation
        ? who.Subject == Delegate
        : who.Subject != Principal && who.Subject != Delegate && who.Subject != CreatedBy
            && who.Mandates[0].Roles.Any(role => role is Kernel.People.Roles.Discipline or Kernel.People.Roles.Director));

    /// <summary>The principal takes it back or the delegate declines; a replacement is revoked by the security administrator
    /// alone.</summary>
    /// <returns>What happened, nothing where it was revoked before; or why not.</returns>
    public Verdict Revoke(Reviewer who, Moment now)
    {
        if (!MayBeRevokedBy(who)) return DelegationRefusals.Unknown;
        if (RevokedAt is not null) return Verdict.Nothing;
        RevokedAt = now.At;
        return Fact(Acts.DelegationRevoked, who, null);
    }

    private bool MayBeRevokedBy(Reviewer who)
        => (who.Mandates.Count > 0 && who.Mandates[0].Roles.Contains(Kernel.People.Roles.SecurityAdmin))
        || (Kind == DelegationKind.Delegation && (Principal == who.Subject || Delegate == who.Subject));

    private AuditFact Fact(string act, Reviewer who, string? role)
    {
        var until = EndsOn is { } end ? $"至 {end:yyyy-MM-dd}" : "起";
        return new AuditFact(act, who.As(Unit, role, Principal == who.Subject ? null : Principal))
        {
            SubjectKind = SubjectKinds.ReviewDelegation,
            SubjectId = Id,
            Reason = $"{PrincipalName} → {DelegateName}（{StartsOn:yyyy-MM-dd} {until}）：{Reason}",
            Counterpart = Delegate,
            Detail = FactDetail.Of(new { Kind, Id, Principal, Delegate, Unit, Roles, StartsOn, EndsOn }),
        };
    }

    public Mandate Mandate() => new(Principal, PrincipalName, Unit, Roles.ToHashSet(StringComparer.Ordinal));

    private static Failure? Check(DelegationTerms terms)
        => string.IsNullOrWhiteSpace(terms.Reason) ? Refusals.ReasonIsMissing
            : Refusals.OfReason(terms.Reason) is { } unusable ? unusable
            : terms.To.IsKeptApart ? DelegationRefusals.AdministratorsTakeNoPowers
            : null;

    private static Delegation New(DelegationKind kind, string authority, Mandate powers, DelegationTerms terms, string createdBy,
        Moment now) => new()
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Authority = authority,
            Principal = powers.Principal,
            PrincipalName = powers.PrincipalName,
            Unit = powers.Unit,
            // Three administrators (三员) and supervision are offices of one person each; their powers are not handed on.
            Roles = [.. powers.Roles.Intersect(RoleSets.Business)],
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
