using System.Security.Claims;
using System.Text.Json.Nodes;
using Disclosure.DevelopmentIssuer.Realm;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Disclosure.DevelopmentIssuer.Protocol;

/// <summary>Tells the bearer of an access token about its person.</summary>
internal static class UserInfoEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext http, RealmModel realm, Sessions sessions)
    {
        var token = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        var user = realm.UserById(token.GetClaim(OpenIddictConstants.Claims.Subject));
        var client = realm.Client(token.FindFirstValue("azp"));
        if (user is not { Enabled: true } || client is null || sessions.HasEnded(token.FindFirstValue(Principals.Session)))
            return Results.Challenge(new AuthenticationProperties(
                new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidToken }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        var answer = new JsonObject { ["sub"] = user.Id };
        foreach (var claim in Realm.Claims.Of(user, realm.ScopesOf(client, []) ?? []).Where(claim => claim.InUserInfo)) answer[claim.Name] =
            claim.Value;
        return Results.Json(answer);
    }
}
