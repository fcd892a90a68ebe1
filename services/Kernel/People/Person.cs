namespace Disclosure.Kernel.People;

/// <summary>Powers a person may use (权限): the own ones, or those of somebody the person stands in for.</summary>
/// <param name="Principal">Whose powers: subject claim.</param>
/// <param name="PrincipalName">Name of the principal.</param>
/// <param name="Unit">Unit (科室、单位) the powers belong to, code.</param>
/// <param name="Roles">Roles the powers consist of, codes in <see cref="People.Roles"/>.</param>
public sealed record Mandate(string Principal, string PrincipalName, string Unit, IReadOnlySet<string> Roles);

/// <summary>A member of staff (工作人员) with all powers of today: what every service asks when it decides who may do something.</summary>
/// <param name="Subject">Subject claim.</param>
/// <param name="Name">Name shown to colleagues.</param>
/// <param name="Authority">The person's authority (机关).</param>
/// <param name="Mandates">The own powers first, then those delegated (授权) or taken over from people who left; none where the person has
/// left.</param>
/// <param name="HasLeft">离岗: whether the person has handed over and may do nothing any more, whatever the token says.</param>
/// <param name="Address">Network address the request came from; null where there is none.</param>
public sealed record Person(string Subject, string Name, string Authority, IReadOnlyList<Mandate> Mandates, bool HasLeft = false,
    string? Address = null)
{
    /// <summary>Everyone in whose place the person may act, the person included.</summary>
    public IEnumerable<string> StandsFor => Mandates.Select(mandate => mandate.Principal).Append(Subject);

    /// <summary>三员、监督: whoever holds such an office takes no step, whatever else the person holds or was given.</summary>
    public bool IsKeptApart => Mandates.Count > 0 && Mandates[0].Roles.Any(RoleSets.KeptApart.Contains);

    /// <summary>Whether the person holds the role, by the own powers or by somebody else's.</summary>
    /// <param name="role">One of <see cref="Roles"/>.</param>
    /// <returns>True when held.</returns>
    public bool Holds(string role) => Mandates.Any(mandate => mandate.Roles.Contains(role));

    /// <summary>The powers under which the person acts where any of the roles will do: the own ones before those of others.</summary>
    /// <param name="roles">Roles, in the order in which they count as the one used.</param>
    /// <returns>The powers and the role, or null where the person holds none of them.</returns>
    public Power? Under(params IReadOnlyList<string> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        foreach (var mandate in Mandates)
        {
            if (roles.FirstOrDefault(mandate.Roles.Contains) is { } role) return new Power(mandate, role);
        }

        return null;
    }

    /// <summary>The person as one who acts under such powers.</summary>
    /// <param name="power">Powers and role used.</param>
    /// <returns>The actor.</returns>
    public Actor As(Power power)
    {
        ArgumentNullException.ThrowIfNull(power);
        return As(power.Mandate, power.Role);
    }

    /// <summary>The person as one who acts, under the powers that are used.</summary>
    /// <param name="mandate">The powers.</param>
    /// <param name="role">The role used.</param>
    /// <returns>The actor.</returns>
    public Actor As(Mandate mandate, string? role)
    {
        ArgumentNullException.ThrowIfNull(mandate);
        return mandate.Principal == Subject ? As(mandate.Unit, role)
            : As(mandate.Unit, role, mandate.Principal, mandate.PrincipalName);
    }

    /// <summary>The person as one who acts without powers of a role, as an author does.</summary>
    /// <param name="unit">Unit.</param>
    /// <param name="role">Role, where there is one.</param>
    /// <param name="onBehalfOf">Subject claim of the principal.</param>
    /// <param name="onBehalfOfName">Name of the principal, where that person's powers are used.</param>
    /// <returns>The actor.</returns>
    public Actor As(string? unit, string? role, string? onBehalfOf = null, string? onBehalfOfName = null)
        => new(Subject, Name, Authority, unit, role, onBehalfOf, Address, onBehalfOfName);
}

/// <summary>Powers, and which role of them is used.</summary>
/// <param name="Mandate">The powers.</param>
/// <param name="Role">The role.</param>
public sealed record Power(Mandate Mandate, string Role);
