using System.Security.Claims;

namespace Disclosure.ServiceDefaults.Identity;

/// <summary>A machine that acts for an authority with client credentials, such as the 12345 platform (12345热线平台). It is nobody of the
/// staff.</summary>
/// <param name="Client">Client id, for instance <c>hotline-12345</c>.</param>
/// <param name="Authority">Authority (机关) the token was issued for.</param>
public sealed record MachineClient(string Client, string Authority);

/// <summary>Reads machine clients from principals.</summary>
public static class MachinePrincipalExtensions
{
    /// <summary>The machine behind a validated token.</summary>
    /// <param name="principal">The principal of the request.</param>
    /// <param name="client">The client expected.</param>
    /// <returns>The machine, or null when the token is a person's, another client's, or names no authority.</returns>
    public static MachineClient? Machine(this ClaimsPrincipal principal, string client)
    {
        ArgumentNullException.ThrowIfNull(principal);
        // A session (sid) or a unit belongs to a person who signed in, whichever client the person used.
        return principal.FindFirstValue("azp") == client && principal.FindFirst("sid") is null && principal.FindFirst("unit") is null
            && principal.FindFirstValue("authority") is { } authority ? new MachineClient(client, authority) : null;
    }
}
