namespace Disclosure.Kernel.People;

/// <summary>A member of staff as last seen (同事名录): who may be chosen, and what somebody who is stood in for still holds.</summary>
/// <remarks>The directory is what the tokens said; the identity provider stays the only place where powers are granted.</remarks>
public sealed class Colleague
{
    /// <summary>Subject claim.</summary>
    public required string Subject { get; init; }

    /// <summary>Authority (机关), code.</summary>
    public required string Authority { get; init; }

    /// <summary>Account name (账号), for instance <c>bijie-head</c>.</summary>
    public required string UserName { get; init; }

    /// <summary>Name shown to colleagues.</summary>
    public required string Name { get; init; }

    /// <summary>Unit (科室、单位), code.</summary>
    public required string Unit { get; init; }

    /// <summary>Realm roles, in order.</summary>
    public required string[] Roles { get; init; }

    /// <summary>When a token of the person was last noted, UTC; to the day.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>When the token was issued that said so (<c>iat</c>), UTC; the epoch where it did not say. Of two tokens of one person the
    /// later one is believed.</summary>
    public required DateTimeOffset ClaimsIssuedAt { get; init; }

    /// <summary>三员、监督: nobody hands them powers over content.</summary>
    public bool IsKeptApart => Roles.Any(RoleSets.KeptApart.Contains);

    /// <summary>The person's own powers.</summary>
    /// <returns>The powers.</returns>
    public Mandate Own() => new(Subject, Name, Unit, RoleSets.Effective(Roles.ToHashSet(StringComparer.Ordinal)));
}
