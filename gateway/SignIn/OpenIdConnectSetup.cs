using System.Security.Claims;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Disclosure.Gateway.SignIn;

/// <summary>Authorization code with PKCE against the realm.</summary>
internal sealed class OpenIdConnectSetup(IConfiguration configuration, MemoryTicketStore sessions, [FromKeyedServices(SessionCookie.Clock)] TimeProvider clock, ILogger<OpenIdConnectSetup> log)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public const string FailedPath = "/signin/failed";

    /// <summary>Where a person lands who did not come from a page.</summary>
    public const string Home = "/staff";

    public void Configure(OpenIdConnectOptions options) => Configure(OpenIdConnectDefaults.AuthenticationScheme, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != OpenIdConnectDefaults.AuthenticationScheme) return;
        var issuer = StaffAuthentication.Issuer(configuration);
        options.Authority = issuer;
        options.RequireHttpsMetadata = issuer.StartsWith("https:", StringComparison.Ordinal);
        options.ClientId = configuration["Identity:ClientId"] ?? "gateway";
        options.ClientSecret = configuration["Identity:ClientSecret"];
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes back by GET, so that SameSite=Lax cookies come with it.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.UsePkce = true;
        options.SaveTokens = true;
        options.MapInboundClaims = false;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.TokenValidationParameters.ValidIssuer = issuer;
        options.TokenValidationParameters.NameClaimType = "name";
        options.TokenValidationParameters.RoleClaimType = StaffPrincipalExtensions.RoleClaim;
        options.RefreshInterval = TimeSpan.FromSeconds(10);
        options.TimeProvider = clock;
        options.Events.OnRedirectToIdentityProvider = KeepThePage;
        options.Events.OnTokenValidated = MapRealmRoles;
        options.Events.OnTicketReceived = EndEarlierSession;
        options.Events.OnRemoteFailure = TellThePerson;
    }

    /// <summary>
    /// Whoever signs in gets a session with a key of its own. The cookie handler would renew a living session under its key,
    /// and a stranger who planted that cookie would share it (session fixation). The handler has not read the cookie yet at the callback.
    /// </summary>
    private Task EndEarlierSession(TicketReceivedContext context)
    {
        var cookies = context.HttpContext.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var cookie = cookies.CookieManager.GetRequestCookie(context.HttpContext, cookies.Cookie.Name!);
        // The cookie's ticket names nobody; its one claim is the session's key.
        return cookies.TicketDataFormat.Unprotect(cookie)?.Principal.Claims.FirstOrDefault()?.Value is { } key ? sessions.RemoveAsync(key) : Task.CompletedTask;
    }

    private static Task KeepThePage(RedirectContext context)
    {
        // The person comes back by GET: to the page, not to the address a form was posted to.
        if (!HttpMethods.IsGet(context.Request.Method) && context.Properties.RedirectUri is null) context.Properties.RedirectUri = Home;
        context.ProtocolMessage.UiLocales = "zh-CN";
        return Task.CompletedTask;
    }

    private static Task MapRealmRoles(TokenValidatedContext context)
    {
        if (context.Principal?.Identity is ClaimsIdentity identity && !identity.TryMapRealmRoles()) context.Fail("The claim realm_access is not of Keycloak's shape.");
        return Task.CompletedTask;
    }

    private Task TellThePerson(RemoteFailureContext context)
    {
        SignInLog.SignInFailed(log, context.Failure);
        context.Response.Redirect(FailedPath);
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
