using System.Security.Claims;
using Disclosure.DevelopmentIssuer.Login;
using Disclosure.DevelopmentIssuer.Realm;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Disclosure.DevelopmentIssuer.Protocol;

/// <summary>Sends the browser to sign in, or back to the client with a code when it has a session.</summary>
internal static class AuthorizationEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext http, RealmModel realm, Principals principals, Sessions sessions)
    {
        var request = http.ProtocolRequest();
        var cookie = (await http.AuthenticateAsync(LoginExtensions.Scheme)).Principal;
        var session = cookie?.FindFirstValue(Principals.Session);
        var user = sessions.HasEnded(session) ? null : realm.UserById(cookie?.FindFirstValue("sub"));
        if (user is { Enabled: true } && !request.HasPromptValue(PromptValues.Login))
            return Results.SignIn(principals.Create(user, realm.Client(request.ClientId)!, request.GetScopes(), session), null,
            OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        return request.HasPromptValue(PromptValues.None)
            ? TokenEndpoint.Refuse(Errors.LoginRequired, "Nobody is signed in.")
            : Results.LocalRedirect($"{http.Request.PathBase}/login{QueryString.Create("return", ReturnAddress(http))}");
    }

    /// <summary>This request again, without the demand to show the sign-in page, which is being met.</summary>
    private static string ReturnAddress(HttpContext http)
    {
        var parameters = http.Request.HasFormContentType
            ? http.Request.Form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))
            : http.Request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value));
        return http.Request.PathBase + http.Request.Path + QueryString.Create(parameters.Where(pair => pair.Key != Parameters.Prompt));
    }
}
