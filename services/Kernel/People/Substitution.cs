namespace Disclosure.Kernel.People;

/// <summary>Why somebody acts in another's place.</summary>
public enum SubstitutionKind
{
    /// <summary>授权: for a span of days, by the principal; counts once the delegate has accepted.</summary>
    Delegation,

    /// <summary>离岗接替: the principal has left and the successor takes over without end; counts once supervision or the director has
    /// confirmed.</summary>
    Replacement,
}

/// <summary>Powers of one person that another may use (代办), once agreed: what Review tells every service.</summary>
public sealed class Substitution
{
    /// <summary>The delegation or replacement at Review, UUIDv7: its order is that of creation.</summary>
    public required Guid Id { get; init; }

    /// <summary>Authority (机关), code.</summary>
    public required string Authority { get; init; }

    /// <summary>Why.</summary>
    public required SubstitutionKind Kind { get; init; }

    /// <summary>Whose powers: subject claim.</summary>
    public required string Principal { get; init; }

    /// <summary>Name of the principal.</summary>
    public required string PrincipalName { get; init; }

    /// <summary>Who may use them: subject claim.</summary>
    public required string Delegate { get; init; }

    /// <summary>Unit the powers belong to, code.</summary>
    public required string Unit { get; init; }

    /// <summary>Roles the powers consist of.</summary>
    public required string[] Roles { get; init; }

    /// <summary>First day, Asia/Shanghai.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day, included; null for a replacement.</summary>
    public required DateOnly? EndsOn { get; init; }

    /// <summary>Whether it was taken back. Kept, so that an old message cannot bring it back.</summary>
    public required bool IsRevoked { get; set; }

    /// <summary>When this became so, UTC: of two messages the later one is believed.</summary>
    public required DateTimeOffset AsOf { get; set; }

    /// <summary>The powers that it gives, or what is left of them: never more than the principal still holds.</summary>
    /// <param name="principal">The principal as last seen; null where never seen.</param>
    /// <returns>The powers; without a role where nothing is left.</returns>
    public Mandate Gives(Colleague? principal)
    {
        IReadOnlySet<string> given = Roles.ToHashSet(StringComparer.Ordinal);
        if (Kind == SubstitutionKind.Replacement || principal is null) return new Mandate(Principal, PrincipalName, Unit, given);
        var held = principal.Authority == Authority && principal.Unit == Unit ? principal.Own().Roles : new HashSet<string>();
        return new Mandate(Principal, PrincipalName, Unit, given.Where(held.Contains).ToHashSet(StringComparer.Ordinal));
    }
}
