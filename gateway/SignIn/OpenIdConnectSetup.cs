using System.Security.Claims;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Disclosure.Gateway.SignIn;

/// <summary>Authorization code with PKCE against the realm.</summary>
internal sealed class OpenIdConnectSetup(IConfiguration configuration, MemoryTicketStore sessions, IEnumerable<ISignInObserver> observers,
    [FromKeyedServices(SessionCookie.Clock)] TimeProvider clock, ILogger<OpenIdConnectSetup> log)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public const string FailedPath = "/signin/failed";

    private const string Handler = "Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectHandler";

    /// <summary>Addresses that the handler answers itself; the issuer leads browsers there by links.</summary>
    private static readonly PathString[] Callbacks = ["/signin-oidc", "/signout-oidc", "/signout-callback-oidc"];

    /// <summary>Where a person lands who did not come from a page.</summary>
    public const string Home = "/staff";

    /// <summary>Whether an address is answered by the handler, inside authentication.</summary>
    public static bool IsCallback(HttpContext context) => Callbacks.Contains(context.Request.Path);

    /// <summary>The handler writes down the words of any link to its address; what failed is said in words of our own.</summary>
    public static void SilenceHandler(ILoggingBuilder logging) => logging.AddFilter(Handler, LogLevel.None);

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
        (options.CallbackPath, options.RemoteSignOutPath, options.SignedOutCallbackPath) = (Callbacks[0], Callbacks[1], Callbacks[2]);
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
        options.Events.OnRedirectToIdentityProvider = AskInChinese;
        options.Events.OnRedirectToIdentityProviderForSignOut = NameTheClient;
        options.Events.OnTokenValidated = MapRealmRoles;
        options.Events.OnTicketReceived = context =>
        {
            foreach (var observer in observers) observer.SignedIn(context.Principal!);
            return EndEarlierSession(context);
        };
        options.Events.OnRemoteFailure = TellThePerson;
    }

    /// <summary>
    /// Whoever signs in gets a session with a key of its own. The cookie handler would renew a living session under its key,
    /// and a stranger who planted that cookie would share it (session fixation). The handler has not read the cookie yet at the callback.
    /// </summary>
    private Task EndEarlierSession(TicketReceivedContext context)
    {
        var cookies = context.HttpContext.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var cookie = cookies.CookieManager.GetRequestCookie(context.HttpContext, cookies.Cookie.Name!);
        // The cookie's ticket names nobody; its one claim is the session's key.
        return cookies.TicketDataFormat.Unprotect(cookie)?.Principal.Claims.FirstOrDefault()?.Value is { } key ? sessions.RemoveAsync(key)
            : Task.CompletedTask;
    }

    private static Task AskInChinese(RedirectContext context)
    {
        context.ProtocolMessage.UiLocales = "zh-CN";
        return Task.CompletedTask;
    }

    /// <summary>Without an identity token nothing else says whose the address is that the person shall come back to.</summary>
    private static Task NameTheClient(RedirectContext context)
    {
        if (context.ProtocolMessage.IdTokenHint is null) context.ProtocolMessage.ClientId = context.Options.ClientId;
        return Task.CompletedTask;
    }

    private static Task MapRealmRoles(TokenValidatedContext context)
    {
        if (context.Principal?.Identity is ClaimsIdentity identity && !identity.TryMapRealmRoles()) context
            .Fail("The claim realm_access is not of Keycloak's shape.");
        return Task.CompletedTask;
    }

    private Task TellThePerson(RemoteFailureContext context)
    {
        // Words of the answer are anybody's who wrote the link; what failed on this side is told in full.
        if (SignInErrors.Of(context.Failure) is { } error) SignInLog.SignInRefused(log, error);
        else SignInLog.SignInFailed(log, context.Failure);
        context.Response.Redirect(SignInFailedPage.Address(context.Properties?.RedirectUri));
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
