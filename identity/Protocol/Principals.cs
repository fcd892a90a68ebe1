using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.DevelopmentIssuer.Realm;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Disclosure.DevelopmentIssuer.Protocol;

/// <summary>Builds what tokens are made of, always from the realm as it is now.</summary>
internal sealed class Principals(RealmModel realm)
{
    public const string Session = "sid";

    /// <summary>A principal for a user of a client; <paramref name="session"/> is null for a machine, which gets no refresh
    /// token.</summary>
    public ClaimsPrincipal Create(UserModel user, ClientModel client, ImmutableArray<string> requested, string? session)
    {
        var scopes = realm.ScopesOf(client, requested.Where(name => name != Scopes.OfflineAccess))
            ?? throw new InvalidOperationException("The scopes were validated before.");
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, "name", "role");
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.Subject, user.Id));
        identity.AddClaim(Destined(new Claim("azp", client.ClientId), access: true, id: true));
        if (session is not null) identity.AddClaim(Destined(new Claim(Session, session), access: true, id: true));
        foreach (var claim in Realm.Claims.Of(user, scopes).Where(claim => claim.InAccessToken || claim.InIdToken))
            identity.AddClaim(Destined(AsClaim(claim), claim.InAccessToken, claim.InIdToken));
        var principal = new ClaimsPrincipal(identity);
        // Keycloak gives a refresh token for the session without being asked; OpenIddict ties it to this scope.
        principal.SetScopes(session is null ? requested : requested.Add(Scopes.OfflineAccess).Distinct().ToImmutableArray());
        principal.SetResources(Realm.Claims.Audiences(scopes));
        return principal;
    }

    private static Claim AsClaim(MappedClaim claim) => claim.Value.GetValueKind() == JsonValueKind.String
        ? new Claim(claim.Name, claim.Value.GetValue<string>())
        : new Claim(claim.Name, claim.Value.ToJsonString(), claim.Value switch
        {
            JsonArray => JsonClaimValueTypes.JsonArray,
            JsonObject => JsonClaimValueTypes.Json,
            _ => ClaimValueTypes.Boolean,
        });

    private static Claim Destined(Claim claim, bool access, bool id)
    {
        claim.SetDestinations([.. access ? [Destinations.AccessToken] : Array.Empty<string>(), .. id ? [Destinations.IdentityToken]
            : Array.Empty<string>()]);
        return claim;
    }
}
