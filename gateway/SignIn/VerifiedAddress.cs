using System.Security.Claims;

namespace Disclosure.Gateway.SignIn;

/// <summary>The e-mail address that the identity provider vouches for: the bureau knows it to be the person's.</summary>
internal static class VerifiedAddress
{
    /// <summary>Longest address, characters (RFC 5321).</summary>
    private const int MaxLength = 254;

    /// <summary>The address; null where there is none, or nobody vouches for it.</summary>
    public static string? Of(ClaimsPrincipal person)
        => person.FindFirstValue("email") is { Length: > 0 and <= MaxLength } address
            && bool.TryParse(person.FindFirstValue("email_verified"), out var verified) && verified ? address : null;
}
