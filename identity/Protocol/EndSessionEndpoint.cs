using System.Security.Claims;
using Disclosure.DevelopmentIssuer.Login;
using Disclosure.DevelopmentIssuer.Realm;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Disclosure.DevelopmentIssuer.Protocol;

/// <summary>Ends the session for every client and sends the browser back.</summary>
internal static class EndSessionEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext http, RealmModel realm, Sessions sessions, IAntiforgery antiforgery)
    {
        var hint = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        // Only a client that holds the person's identity token may end the session unasked; a foreign link may not.
        if (hint?.FindFirstValue(Principals.Session) is not { } session) return Pages.ConfirmSignOut(http, antiforgery);
        sessions.End(session);
        await http.SignOutAsync(LoginExtensions.Scheme);
        return http.ProtocolRequest().PostLogoutRedirectUri is { Length: > 0 }
            ? Results.SignOut(null, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme])
            : Pages.SignedOut(http, realm.StartPage(hint.FindFirstValue("azp")));
    }

    /// <summary>The answer to the confirmation page.</summary>
    public static async Task<IResult> ConfirmAsync(HttpContext http, RealmModel realm, Sessions sessions, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Pages.Expired(http, realm.StartPage(clientId: null));
        if ((await http.AuthenticateAsync(LoginExtensions.Scheme)).Principal?.FindFirstValue(Principals.Session) is { } session) sessions
            .End(session);
        await http.SignOutAsync(LoginExtensions.Scheme);
        return Pages.SignedOut(http, realm.StartPage(clientId: null));
    }
}
