using Disclosure.DevelopmentIssuer.Realm;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace Disclosure.DevelopmentIssuer.Protocol;

/// <summary>OpenID Connect under the same addresses as Keycloak's.</summary>
internal static class ProtocolExtensions
{
    public const string Base = "protocol/openid-connect/";

    public static WebApplicationBuilder AddProtocol(this WebApplicationBuilder builder, RealmModel realm)
    {
        var keys = IssuerKeys.Load(builder.Configuration["Identity:KeyFile"]);
        // A development log is read by people: what the framework says about every request is not for them.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("OpenIddict", LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddSingleton<Principals>();
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            // Clients and users come from the realm file; there is nothing to store.
            options.EnableDegradedMode();
            if (builder.Configuration["Identity:Issuer"] is { Length: > 0 } issuer) options.SetIssuer(issuer);
            options.SetAuthorizationEndpointUris(Base + "auth").SetTokenEndpointUris(Base + "token")
                .SetEndSessionEndpointUris(Base + "logout")
                .SetUserInfoEndpointUris(Base + "userinfo").SetJsonWebKeySetEndpointUris(Base + "certs");
            options.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowClientCredentialsFlow().AllowPasswordFlow();
            options.Configure(server => server.CodeChallengeMethods.Remove(OpenIddictConstants.CodeChallengeMethods.Plain));
            options.AddSigningKey(keys.Signing).AddEncryptionKey(keys.Sealing).DisableAccessTokenEncryption();
            options.SetAccessTokenLifetime(TimeSpan.FromSeconds(realm.AccessTokenLifespan))
                .SetIdentityTokenLifetime(TimeSpan.FromSeconds(realm.AccessTokenLifespan))
                .SetRefreshTokenLifetime(TimeSpan.FromSeconds(realm.SsoSessionIdleTimeout));
            options.RegisterScopes([.. realm.ClientScopes.Select(scope => scope.Name)]);
            options.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough()
                .EnableTokenEndpointPassthrough()
                .EnableEndSessionEndpointPassthrough().EnableUserInfoEndpointPassthrough();
            options.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(handler
                => handler.UseSingletonHandler<AuthorizationRequestRules>());
            options.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler
                => handler.UseSingletonHandler<TokenRequestRules>());
            options.AddEventHandler<OpenIddictServerEvents.ValidateEndSessionRequestContext>(handler
                => handler.UseSingletonHandler<EndSessionRequestRules>());
        });
        return builder;
    }

    /// <summary>Makes <c>/realms/{realm}</c> the base of every address and of the issuer's name.</summary>
    public static void UseRealmAddress(this WebApplication app, RealmModel realm)
    {
        var hosts = new HostRules(app.Configuration["Identity:Issuer"] is { Length: > 0 } issuer ? issuer : null);
        app.Use((context, next) =>
        {
            if (context.Request.Path == "/health" || hosts.Allow(context.Request.Headers.Host.ToString())) return next(context);
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        });
        app.Use(AnswerMistakesAsync);
        app.UsePathBase($"/realms/{realm.Name}");
        app.Use((context, next) =>
        {
            if (context.Request.PathBase.HasValue || context.Request.Path == "/health") return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        app.UseRouting();
    }

    /// <summary>What the framework cannot read of a request is the caller's mistake.</summary>
    private static async Task AnswerMistakesAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (IsMistake(failure) && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    // The antiforgery check and others wrap what they could not read.
    private static bool IsMistake(Exception? failure)
        => failure is BadHttpRequestException or InvalidDataException || (failure is not null && IsMistake(failure.InnerException));

    public static void MapProtocol(this WebApplication app)
    {
        app.MapMethods(Base + "auth", ["GET", "POST"], AuthorizationEndpoint.HandleAsync);
        app.MapPost(Base + "token", TokenEndpoint.HandleAsync);
        app.MapMethods(Base + "logout", ["GET", "POST"], EndSessionEndpoint.HandleAsync);
        app.MapPost("session/end", EndSessionEndpoint.ConfirmAsync);
        app.MapMethods(Base + "userinfo", ["GET", "POST"], UserInfoEndpoint.HandleAsync);
    }

    /// <summary>The protocol request that the middleware has validated before the endpoint runs.</summary>
    public static OpenIddictRequest ProtocolRequest(this HttpContext http)
        => http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The request did not pass the protocol's validation.");
}
