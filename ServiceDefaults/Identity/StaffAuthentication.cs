using System.Security.Claims;
using System.Text.Json;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Disclosure.ServiceDefaults.Identity;

/// <summary>Validates the realm's access tokens and guards endpoints by authority.</summary>
public static class StaffAuthentication
{
    /// <summary>Audience every service demands.</summary>
    public const string Audience = "disclosure-api";

    /// <summary>The realm's name.</summary>
    public const string Realm = "disclosure";

    /// <summary>Adds JWT validation against the realm and the authorization services.</summary>
    /// <param name="builder">The host builder; reads <c>Identity:Issuer</c>, else <c>services:keycloak:http:0</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">No issuer is configured.</exception>
    public static IHostApplicationBuilder AddStaffAuthentication(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var issuer = Issuer(builder.Configuration);
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.Authority = issuer;
            options.Audience = Audience;
            options.MapInboundClaims = false;
            // Between our own processes inside one network; the issuer's public address has TLS at the ingress.
            options.RequireHttpsMetadata = issuer.StartsWith("https:", StringComparison.Ordinal);
            options.TokenValidationParameters.ValidIssuer = issuer;
            options.TokenValidationParameters.NameClaimType = "name";
            options.TokenValidationParameters.RoleClaimType = StaffPrincipalExtensions.RoleClaim;
            options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
            options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
            options.Events = new JwtBearerEvents { OnTokenValidated = context => MapRealmRoles(context.Principal!) };
        });
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(null);
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

    /// <summary>Demands a signed-in member of staff of the route's <c>{authority}</c>: 401 without a token, 403 for another authority.</summary>
    /// <typeparam name="TBuilder">Endpoint or group builder.</typeparam>
    /// <param name="endpoints">The endpoints.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder RequireOwnAuthority<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder
    {
        endpoints.RequireAuthorization();
        endpoints.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var staff = http.User.Staff();
            return staff is not null && string.Equals(staff.Authority, http.GetRouteValue("authority") as string, StringComparison.Ordinal)
                ? await next(context)
                : NotOfThisAuthority.ToProblem();
        });
        return endpoints;
    }

    /// <summary>Demands one of the roles: 403 otherwise.</summary>
    /// <typeparam name="TBuilder">Endpoint or group builder.</typeparam>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="roles">Any one of these suffices.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder RequireRole<TBuilder>(this TBuilder endpoints, params string[] roles) where TBuilder : IEndpointConventionBuilder
    {
        endpoints.RequireAuthorization();
        endpoints.AddEndpointFilter(async (context, next) =>
            context.HttpContext.User.Staff() is { } staff && staff.Roles.Overlaps(roles) ? await next(context) : RoleIsMissing.ToProblem());
        return endpoints;
    }

    /// <summary>The caller works for another authority.</summary>
    public static readonly Failure NotOfThisAuthority = new("not-of-this-authority", StatusCodes.Status403Forbidden, "无权访问该机关", "您的账号不属于该机关。");

    /// <summary>The caller lacks the role.</summary>
    public static readonly Failure RoleIsMissing = new("role-is-missing", StatusCodes.Status403Forbidden, "无权办理", "您的角色不能办理这件事项。");

    private static Task MapRealmRoles(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue("realm_access") is { } access && principal.Identity is ClaimsIdentity identity)
        {
            using var json = JsonDocument.Parse(access);
            if (json.RootElement.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array)
                foreach (var role in roles.EnumerateArray())
                    if (role.GetString() is { } name) identity.AddClaim(new Claim(StaffPrincipalExtensions.RoleClaim, name));
        }

        return Task.CompletedTask;
    }
}
