using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Disclosure.Gateway.SignIn;

/// <summary>The session cookie: a reference to a ticket kept here, nothing else.</summary>
internal sealed class SessionCookie(MemoryTicketStore store, TokenRefresher refresher,
    [FromKeyedServices(SessionCookie.Clock)] TimeProvider clock)
    : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    /// <summary>Key of the clock that sessions live by.</summary>
    public const string Clock = "sign-in";

    public void Configure(CookieAuthenticationOptions options) => Configure(CookieAuthenticationDefaults.AuthenticationScheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != CookieAuthenticationDefaults.AuthenticationScheme) return;
        options.Cookie.Name = "disclosure-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // The issuer forgets an idle session after as long (ssoSessionIdleTimeout of the realm).
        options.ExpireTimeSpan = TimeSpan.FromMinutes(30);
        options.SlidingExpiration = true;
        options.SessionStore = store;
        options.TimeProvider = clock;
        options.Events.OnValidatePrincipal = refresher.ValidateAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
