using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;

namespace Disclosure.Review.Domain.People;

/// <summary>Powers of one person that another may use (授权): everything done under it names both.</summary>
internal sealed class Delegation : IAggregate
{
    /// <summary>Longest span of a delegation, days: a longer absence is a replacement.</summary>
    public const int MaxDays = 183;

    private Delegation()
    {
    }

    public Guid Id { get; private set; }

    public SubstitutionKind Kind { get; private set; }

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

    public string? RevokedBy { get; private set; }

    /// <summary>How it ended before its last day; null while it did not.</summary>
    public DelegationEnd? End => RevokedAt is null ? null
        : Kind == SubstitutionKind.Replacement || RevokedBy != Delegate ? DelegationEnd.Revoked
        : AcceptedAt is null ? DelegationEnd.Declined : DelegationEnd.HandedBack;

    public int Version { get; private set; }

    Guid IAggregate.Key => Id;

    /// <summary>The principal hands the own powers, and only those, to a colleague.</summary>
    /// <returns>The delegation and what happened, or why not.</returns>
    public static Outcome<(Delegation Delegation, AuditFact Fact)> Grant(Person principal, DelegationTerms terms, LegalTime now)
    {
        if (principal.HasLeft) return PeopleFailures.HasLeft;
        var own = principal.Mandates[0];
        if (!own.Roles.Overlaps(RoleSets.Business)) return DelegationRefusals.NoPowersToGive;
        var to = DelegationRefusals.Substitute(SubstitutionKind.Delegation);
        if (terms.To.Subject == principal.Subject) return DelegationRefusals.ToOneself.At(to);
        if (Check(terms, to) is { } refusal) return refusal;
        if (terms.EndsOn is not { } end || end < terms.StartsOn) return DelegationRefusals.EndsBeforeStart;
        if (end < now.Today) return DelegationRefusals.EndsInThePast;
        if (terms.StartsOn < now.Today) return DelegationRefusals.StartsInThePast;
        if (end.DayNumber - terms.StartsOn.DayNumber >= MaxDays) return DelegationRefusals.LastsTooLong;
        var delegation = New(SubstitutionKind.Delegation, principal.Authority, own, terms, principal.Subject, now);
        return (delegation, delegation.Fact(Acts.Delegated, principal, own.Roles.First(RoleSets.Business.Contains)));
    }

    /// <summary>The security administrator records that a person has left and who takes over: exactly the powers the leaver was last seen
    /// with.</summary>
    /// <returns>The replacement and what happened, or why not.</returns>
    public static Outcome<(Delegation Delegation, AuditFact Fact)> Replace(Person administrator, Colleague leaver, DelegationTerms terms,
        LegalTime now)
    {
        if (administrator.HasLeft) return PeopleFailures.HasLeft;
        var to = DelegationRefusals.Substitute(SubstitutionKind.Replacement);
        if (terms.To.Subject == leaver.Subject) return DelegationRefusals.ReplacesOneself;
        // Whoever administers powers may not gather them.
        if (terms.To.Subject == administrator.Subject) return DelegationRefusals.AdministratorsTakeNoPowers.At(to);
        if (leaver.Subject == administrator.Subject)
            return DelegationRefusals.AdministratorsTakeNoPowers.At(DelegationRefusals.Leaver);
        if (Check(terms, to) is { } refusal) return refusal;
        if (!leaver.Own().Roles.Overlaps(RoleSets.Business)) return DelegationRefusals.RolesAreWrong;
        if (Math.Abs(terms.StartsOn.DayNumber - now.Today.DayNumber) > MaxDays) return DelegationRefusals.ReplacementDayIsWrong;
        var replacement = New(SubstitutionKind.Replacement, administrator.Authority, leaver.Own(), terms with { EndsOn = null },
            administrator.Subject, now);
        return (replacement, replacement.Fact(Acts.Replaced, administrator, Kernel.People.Roles.SecurityAdmin));
    }

    /// <summary>The delegate accepts, or a second person confirms a replacement: until then it gives nothing.</summary>
    /// <returns>What happened, nothing where it was accepted before; or why not.</returns>
    public Verdict Accept(Person who, LegalTime now)
    {
        if (!MayBeAcceptedBy(who)) return DelegationRefusals.Unknown;
        if (RevokedAt is not null)
            return Kind == SubstitutionKind.Replacement ? DelegationRefusals.ReplacementIsRevoked : DelegationRefusals.IsRevoked;
        if (AcceptedAt is not null) return Verdict.Nothing;
        if (IsOver(now.Today)) return DelegationRefusals.IsOver;
        (AcceptedAt, AcceptedBy) = (now.At, who.Subject);
        return Fact(Kind == SubstitutionKind.Delegation ? Acts.DelegationAccepted : Acts.ReplacementConfirmed, who, null);
    }

    /// <summary>Whether the person is the one whose agreement is missing.</summary>
    public bool MayBeAcceptedBy(Person who) => !who.HasLeft && (Kind == SubstitutionKind.Delegation
        ? who.Subject == Delegate
        : who.Subject != Principal && who.Subject != Delegate && who.Subject != CreatedBy
            && who.Mandates[0].Roles.Any(role => role is Kernel.People.Roles.Discipline or Kernel.People.Roles.Director));

    /// <summary>The principal takes it back or the delegate declines; a replacement is revoked by the security administrator
    /// alone.</summary>
    /// <returns>What happened, nothing where it was revoked before; or why not.</returns>
    public Verdict Revoke(Person who, LegalTime now)
    {
        if (!MayBeRevokedBy(who)) return DelegationRefusals.Unknown;
        if (RevokedAt is not null) return RevokedBy == who.Subject ? Verdict.Nothing : DelegationRefusals.HasEnded(Kind, End!.Value);
        // It lasted until its last day, and is remembered as that.
        if (IsOver(now.Today)) return DelegationRefusals.IsOver;
        (RevokedAt, RevokedBy) = (now.At, who.Subject);
        return Fact(End switch
        {
            DelegationEnd.Declined => Acts.DelegationDeclined,
            DelegationEnd.HandedBack => Acts.DelegationHandedBack,
            _ => Kind == SubstitutionKind.Delegation ? Acts.DelegationRevoked : Acts.ReplacementRevoked,
        }, who, null);
    }

    /// <summary>Whether its last day has passed: nobody can do anything to it any more.</summary>
    public bool IsOver(DateOnly today) => EndsOn < today;

    /// <summary>What the person may do to it today.</summary>
    public IReadOnlyList<DelegationAction> ActionsOf(Person who, DateOnly today) => RevokedAt is not null || IsOver(today) ? []
        : [.. AcceptedAt is null && MayBeAcceptedBy(who) ? [DelegationAction.Accept] : Array.Empty<DelegationAction>(),
            .. MayBeRevokedBy(who) ? [DelegationAction.Revoke] : Array.Empty<DelegationAction>()];

    private bool MayBeRevokedBy(Person who)
        => (who.Mandates.Count > 0 && who.Mandates[0].Roles.Contains(Kernel.People.Roles.SecurityAdmin))
        || (Kind == SubstitutionKind.Delegation && (Principal == who.Subject || Delegate == who.Subject));

    private AuditFact Fact(string act, Person who, string? role)
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

    /// <summary>What other services and other commands know of it; null while nobody else has agreed.</summary>
    public Substitution? Agreed(DateTimeOffset now) => AcceptedAt is null ? null : new Substitution
    {
        Id = Id,
        Authority = Authority,
        Kind = Kind,
        Principal = Principal,
        PrincipalName = PrincipalName,
        Delegate = Delegate,
        Unit = Unit,
        Roles = Roles,
        StartsOn = StartsOn,
        EndsOn = EndsOn,
        IsRevoked = RevokedAt is not null,
        AsOf = now,
    };

    private static Failure? Check(DelegationTerms terms, string to)
        => EnteredText.IsBlank(terms.Reason) ? Refusals.ReasonIsMissing
            : Refusals.OfReason(terms.Reason) is { } unusable ? unusable
            : terms.To.IsKeptApart ? DelegationRefusals.AdministratorsTakeNoPowers.At(to)
            : null;

    private static Delegation New(SubstitutionKind kind, string authority, Mandate powers, DelegationTerms terms, string createdBy,
        LegalTime now) => new()
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
