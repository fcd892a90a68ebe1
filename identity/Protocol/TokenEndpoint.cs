using System.Security.Claims;
using Disclosure.DevelopmentIssuer.Login;
using Disclosure.DevelopmentIssuer.Realm;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Disclosure.DevelopmentIssuer.Protocol;

/// <summary>Exchanges codes, refresh tokens, passwords and client secrets for tokens.</summary>
internal static class TokenEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext http, RealmModel realm, Principals principals, Sessions sessions,
        Passwords passwords)
    {
        var request = http.ProtocolRequest();
        var client = realm.Client(request.ClientId)!;
        if (request.IsClientCredentialsGrantType())
            return realm.ServiceAccountOf(client) is { Enabled: true } account
                ? SignIn(principals.Create(account, client, request.GetScopes(), session: null))
                : Refuse(Errors.UnauthorizedClient, "The client has no service account.");
        if (request.IsPasswordGrantType())
            return passwords.Check(request.Username, request.Password) switch
            {
                { User: { } user } => SignIn(principals.Create(user, client, request.GetScopes(), Guid.CreateVersion7().ToString("N"))),
                { Disabled: true } => Refuse(Errors.InvalidGrant, "The account is disabled."),
                _ => Refuse(Errors.InvalidGrant, "User name or password is wrong."),
            };
        return Continue(request, (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!, realm,
            principals, sessions, client);
    }

    public static IResult Refuse(string error, string description)
        => Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

    /// <summary>A code or a refresh token; OpenIddict has checked its seal, age, client and PKCE.</summary>
    private static IResult Continue(OpenIddictRequest request, ClaimsPrincipal granted, RealmModel realm, Principals principals,
        Sessions sessions, ClientModel client)
    {
        var session = granted.FindFirstValue(Principals.Session);
        if (sessions.HasEnded(session)) return Refuse(Errors.InvalidGrant, "The session has ended.");
        if (request.IsAuthorizationCodeGrantType() && !sessions.TryUse(request.Code!)) return Refuse(Errors.InvalidGrant,
            "The code was used before.");
        return realm.UserById(granted.GetClaim(OpenIddictConstants.Claims.Subject)) is { Enabled: true } user
            ? SignIn(principals.Create(user, client, granted.GetScopes(), session))
            : Refuse(Errors.InvalidGrant, "The account is disabled.");
    }

    private static IResult SignIn(ClaimsPrincipal principal)
        => Results.SignIn(principal, null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
}
