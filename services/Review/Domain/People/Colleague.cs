using Disclosure.Kernel.People;

namespace Disclosure.Review.Domain;

/// <summary>A member of staff as last seen (同事名录): who may be chosen as delegate, and who can take a step.</summary>
/// <remarks>The directory is what the tokens said; the identity provider stays the only place where powers are granted.</remarks>
internal sealed class Colleague
{
    /// <summary>Subject claim.</summary>
    public required string Subject { get; init; }

    public required string Authority { get; init; }

    /// <summary>Account name (账号), for instance <c>bijie-head</c>.</summary>
    public required string UserName { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    /// <summary>Realm roles, in order.</summary>
    public required string[] Roles { get; init; }

    /// <summary>When a token of the person was last noted, UTC; to the day.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>When the token was issued that said so (<c>iat</c>), UTC; the epoch where it did not say. Of two tokens of one person the
    /// later one is believed.</summary>
    public required DateTimeOffset ClaimsIssuedAt { get; init; }

    /// <summary>The person's own powers.</summary>
    public Mandate Own() => new(Subject, Name, Unit, RoleSets.Effective(Roles.ToHashSet(StringComparer.Ordinal)));

    /// <summary>三员、监督: nobody hands them powers over content.</summary>
    public bool IsKeptApart => Roles.Any(role => role == Kernel.People.Roles.Discipline || RoleSets.Administrators.Contains(role));
}
