using System.Security.Claims;
using System.Text.Json;
using Disclosure.Kernel.People;

namespace Disclosure.ServiceDefaults.Identity;

/// <summary>The signed-in member of staff (工作人员), read from the token's claims.</summary>
/// <param name="Subject">Subject claim; identity in records.</param>
/// <param name="UserName">Account name, for instance <c>bijie-officer</c>.</param>
/// <param name="Name">Name shown to colleagues.</param>
/// <param name="Authority">Authority (机关) the person works for.</param>
/// <param name="Unit">Unit code (科室、单位) of the person.</param>
/// <param name="Roles">Realm roles that count: of an administrator only the administrative ones (三员分立).</param>
public sealed record StaffMember(string Subject, string UserName, string Name, string Authority, string Unit, IReadOnlySet<string> Roles)
{
    /// <summary>Whether the person holds the role.</summary>
    /// <param name="role">One of <see cref="Kernel.People.Roles"/>.</param>
    /// <returns>True when held.</returns>
    public bool Is(string role) => Roles.Contains(role);
}

/// <summary>Reads staff from principals.</summary>
public static class StaffPrincipalExtensions
{
    /// <summary>Claim type of a realm role after validation.</summary>
    public const string RoleClaim = "role";

    /// <summary>Turns Keycloak's claim <c>realm_access</c>, <c>{"roles":["officer"]}</c>, into role claims.</summary>
    /// <param name="identity">The identity to complete.</param>
    /// <returns>False when the claim is there but not of that shape.</returns>
    public static bool TryMapRealmRoles(this ClaimsIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (identity.FindFirst("realm_access") is not { } access) return true;
        try
        {
            using var json = JsonDocument.Parse(access.Value);
            foreach (var role in json.RootElement.GetProperty("roles").EnumerateArray()) identity
                .AddClaim(new Claim(RoleClaim, role.GetString()!));
            return true;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException
            or ArgumentNullException)
        {
            return false;
        }
    }

    /// <summary>The member of staff behind a validated token.</summary>
    /// <param name="principal">The principal of the request.</param>
    /// <returns>The person, or null when the token lacks subject, authority or unit.</returns>
    public static StaffMember? Staff(this ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var subject = principal.FindFirstValue("sub");
        var authority = principal.FindFirstValue("authority");
        var unit = principal.FindFirstValue("unit");
        if (subject is null || authority is null || unit is null) return null;
        var userName = principal.FindFirstValue("preferred_username") ?? subject;
        return new StaffMember(subject, userName, principal.FindFirstValue("name") ?? userName, authority, unit,
            RoleSets.Effective(principal.FindAll(RoleClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal)));
    }
}
