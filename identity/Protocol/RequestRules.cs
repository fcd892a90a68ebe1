using System.Security.Cryptography;
using System.Text;
using Disclosure.DevelopmentIssuer.Realm;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Disclosure.DevelopmentIssuer.Protocol;

/// <summary>Which client may ask a browser to sign in, and where it may be sent afterwards.</summary>
internal sealed class AuthorizationRequestRules(RealmModel realm) : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        var client = realm.Client(context.ClientId);
        if (client is null or { StandardFlowEnabled: false }) context
            .Reject(Errors.InvalidClient, "The client is unknown or may not sign people in.");
        else if (!RedirectRules.Allows(client.RedirectUris, context.RedirectUri)) context
            .Reject(Errors.InvalidRequest, "The redirect address is not registered.");
        else if (client.Attributes.GetValueOrDefault("pkce.code.challenge.method") is { } method
            && context.Request.CodeChallengeMethod != method)
            context.Reject(Errors.InvalidRequest, $"The client must use PKCE with {method}.");
        else if (realm.ScopesOf(client, context.Request.GetScopes()) is null) context
            .Reject(Errors.InvalidScope, "The client may not ask for one of the scopes.");
        return ValueTask.CompletedTask;
    }
}

/// <summary>Which client may use which grant, and that it knows its secret.</summary>
internal sealed class TokenRequestRules(RealmModel realm) : IOpenIddictServerHandler<ValidateTokenRequestContext>
{
    public ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        var client = realm.Client(context.ClientId);
        if (client is null or { BearerOnly: true }) context.Reject(Errors.InvalidClient, "The client is unknown or never asks for tokens.");
        else if (!client.PublicClient && !Same(client.Secret, context.ClientSecret)) context
            .Reject(Errors.InvalidClient, "The client's secret is wrong.");
        else if (!MayUse(client, context.Request)) context.Reject(Errors.UnauthorizedClient, "The client may not use this grant.");
        else if (realm.ScopesOf(client, context.Request.GetScopes()) is null) context
            .Reject(Errors.InvalidScope, "The client may not ask for one of the scopes.");
        return ValueTask.CompletedTask;
    }

    private static bool MayUse(ClientModel client, OpenIddictRequest request)
        => request.IsAuthorizationCodeGrantType() ? client.StandardFlowEnabled
            : request.IsClientCredentialsGrantType() ? client.ServiceAccountsEnabled
            : request.IsPasswordGrantType() ? client.DirectAccessGrantsEnabled
            : request.IsRefreshTokenGrantType() && (client.StandardFlowEnabled || client.DirectAccessGrantsEnabled);

    private static bool Same(string? expected, string? given)
        => expected is not null && given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}

/// <summary>Where a browser may be sent after signing out: only where the client that holds the identity token has registered.</summary>
internal sealed class EndSessionRequestRules(RealmModel realm) : IOpenIddictServerHandler<ValidateEndSessionRequestContext>
{
    public ValueTask HandleAsync(ValidateEndSessionRequestContext context)
    {
        if (context.PostLogoutRedirectUri is not { Length: > 0 } address) return ValueTask.CompletedTask;
        var client = realm.Client(context.ClientId ?? context.IdentityTokenHintPrincipal?.GetAudiences().FirstOrDefault());
        if (client is null || !RedirectRules.Allows(client.PostLogoutRedirectUris, address))
            context.Reject(Errors.InvalidRequest, "The address to return to after signing out is not registered.");
        return ValueTask.CompletedTask;
    }
}
