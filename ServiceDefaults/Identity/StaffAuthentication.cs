using System.Security.Claims;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Disclosure.ServiceDefaults.Identity;

/// <summary>Validates the realm's access tokens; answers 401 and 403 as ProblemDetails.</summary>
public static class StaffAuthentication
{
    /// <summary>Audience every service demands.</summary>
    public const string Audience = "disclosure-api";

    /// <summary>The realm's name.</summary>
    public const string Realm = "disclosure";

    /// <summary>No token came with the request.</summary>
    internal static readonly ProblemHttpResult SignInIsRequired = Problems
        .Of(StatusCodes.Status401Unauthorized, "sign-in-is-required", "请先登录", "这项操作只对已登录的工作人员开放。");

    /// <summary>The token is expired, of another realm or audience, or not genuine.</summary>
    internal static readonly ProblemHttpResult SignInIsNoLongerValid = Problems
        .Of(StatusCodes.Status401Unauthorized, "sign-in-is-no-longer-valid", "登录已失效", "登录凭据无效或已过期，请重新登录。");

    /// <summary>The caller works for another authority.</summary>
    public static readonly Failure NotOfThisAuthority = new(FailureKind.Forbidden, "not-of-this-authority", "无权访问该机关", "您的账号不属于该机关。");

    /// <summary>The caller lacks the role.</summary>
    public static readonly Failure RoleIsMissing = new(FailureKind.Forbidden, "role-is-missing", "无权办理", "您的角色不能办理这件事项；代人办理的，授权可能已经结束。");

    /// <summary>Adds JWT validation against the realm and the authorization services.</summary>
    /// <param name="builder">The host builder; reads <c>Identity:Issuer</c>, else <c>services:keycloak:http:0</c>.</param>
    /// <returns>The same builder.</returns>
    public static IHostApplicationBuilder AddStaffAuthentication(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        // Configured late because a migration needs no issuer, but at the start of a server, so that a missing one stops it.
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).ValidateOnStart()
            .Configure<IConfiguration>((options, configuration) =>
        {
            var issuer = Issuer(configuration);
            options.Authority = issuer;
            options.Audience = Audience;
            options.MapInboundClaims = false;
            // Between our own processes inside one network; the issuer's public address has TLS at the ingress.
            options.RequireHttpsMetadata = issuer.StartsWith("https:", StringComparison.Ordinal);
            // Bounds how often unknown keys, which anyone can invent, make us ask the issuer.
            options.RefreshInterval = TimeSpan.FromSeconds(10);
            options.TokenValidationParameters.ValidIssuer = issuer;
            options.TokenValidationParameters.NameClaimType = "name";
            options.TokenValidationParameters.RoleClaimType = StaffPrincipalExtensions.RoleClaim;
            options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
            options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
            options.Events = new JwtBearerEvents { OnTokenValidated = MapRealmRoles, OnChallenge = AnswerUnauthorized };
        });
        builder.Services.AddAuthorization();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, StaffRequirementHandler>());
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, ForbiddenAsProblem>();
        return builder;
    }

    /// <summary>The issuer this deployment trusts.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <returns>The issuer's address, without a trailing slash.</returns>
    /// <exception cref="InvalidOperationException">Nothing is configured.</exception>
    public static string Issuer(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["Identity:Issuer"] is { Length: > 0 } issuer) return issuer.TrimEnd('/');
        var keycloak = configuration["services:keycloak:http:0"]
            ?? throw new InvalidOperationException("Neither Identity:Issuer nor services:keycloak:http:0 is configured.");
        return $"{keycloak.TrimEnd('/')}/realms/{Realm}";
    }

    private static Task MapRealmRoles(TokenValidatedContext context)
    {
        if (context.Principal?.Identity is ClaimsIdentity identity && !identity.TryMapRealmRoles()) context
            .Fail("The claim realm_access is not of Keycloak's shape.");
        return Task.CompletedTask;
    }

    private static Task AnswerUnauthorized(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var failure = context.AuthenticateFailure is null ? SignInIsRequired : SignInIsNoLongerValid;
        context.Response.Headers.WWWAuthenticate = context.AuthenticateFailure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        return failure.ExecuteAsync(context.HttpContext);
    }
}
