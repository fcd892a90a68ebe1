using System.Security.Cryptography;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Disclosure.Testing;

/// <summary>Signs access tokens of the realm's shape with a key of this test run, for services under test.</summary>
public static class TestTokens
{
    /// <summary>The issuer to configure as <c>Identity:Issuer</c>.</summary>
    public const string Issuer = "http://identity.test/realms/disclosure";

    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "test" };

    /// <summary>Makes the service trust this run's key instead of fetching the issuer's.</summary>
    /// <param name="services">The service's registrations.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection TrustTestTokens(this IServiceCollection services)
        => services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
        {
            var configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
            configuration.SigningKeys.Add(Key);
            options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration);
        });

    /// <summary>An access token of a demo person named as in the realm: <c>{authority}-{role}</c>.</summary>
    /// <param name="authority">Authority.</param>
    /// <param name="role">Role, or several separated by commas.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="userName">Account name and subject, by default <c>{authority}-{role}</c>.</param>
    /// <param name="audience">Audience, to test refusals.</param>
    /// <param name="issuer">Issuer, to test refusals.</param>
    /// <param name="issuedAt">When it was issued, by default now.</param>
    /// <returns>The signed token.</returns>
    public static string For(string authority, string role, string unit = "office", string? userName = null,
        string audience = StaffAuthentication.Audience, string issuer = Issuer, DateTimeOffset? issuedAt = null)
    {
        userName ??= $"{authority}-{role}";
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = issuedAt?.UtcDateTime,
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
            Expires = TimeProvider.System.GetUtcNow().AddYears(10).UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = userName,
                ["preferred_username"] = userName,
                ["name"] = userName,
                ["authority"] = authority,
                ["unit"] = unit,
                ["realm_access"] = new Dictionary<string, object> { ["roles"] = role.Split(',') },
            },
        });
    }

    /// <summary>An access token of a machine client, for the authority it asked for.</summary>
    /// <param name="client">Client id.</param>
    /// <param name="authority">Authority.</param>
    /// <returns>The signed token.</returns>
    public static string Machine(string client, string authority) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = StaffAuthentication.Audience,
        SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        Expires = TimeProvider.System.GetUtcNow().AddYears(10).UtcDateTime,
        Claims = new Dictionary<string, object> { ["sub"] = $"service-account-{client}", ["azp"] = client, ["authority"] = authority },
    });
}
