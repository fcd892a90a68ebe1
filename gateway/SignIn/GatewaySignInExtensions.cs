using System.Runtime.CompilerServices;
using Disclosure.Gateway.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;

[assembly: InternalsVisibleTo("Disclosure.Identity.Tests")]
[assembly: InternalsVisibleTo("Disclosure.Gateway.Tests")]

namespace Disclosure.Gateway.SignIn;

/// <summary>Staff sign-in (统一登录) of the backend for frontend: the browser holds a cookie, the tokens stay here.</summary>
/// <remarks>
/// Sessions live in this process. Several gateways need sticky sessions; where a session is missing (another replica, a restart)
/// the issuer signs the person in again without asking, which costs a redirect. See decision 0012.
/// </remarks>
internal static class GatewaySignInExtensions
{
    /// <summary>Adds sessions, OpenID Connect and the forwarding of access tokens. Reads <c>Identity:Issuer</c> (else
    /// <c>services:keycloak:http:0</c>), <c>Identity:ClientId</c>, <c>Identity:ClientSecret</c>.</summary>
    public static WebApplicationBuilder AddGatewaySignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Sessions and tokens live on the issuer's clock, not on the business clock, which Development may shift.
        services.TryAddKeyedSingleton(SessionCookie.Clock, TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddAntiforgery();
        services.AddSingleton<MemoryTicketStore>();
        services.AddSingleton<TokenRefresher>();
        services.AddSingleton<ITokenSource, SessionTokenSource>();
        services.AddTransient<StaffTokenHandler>();
        services.AddAuthentication(options =>
        {
            options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
        }).AddCookie().AddOpenIdConnect();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, EndedSessions>();
        OpenIdConnectSetup.SilenceHandler(builder.Logging);
        services.ConfigureOptions<SessionCookie>();
        services.ConfigureOptions<OpenIdConnectSetup>();
        return builder;
    }

    /// <summary>Maps <c>GET /signin?returnUrl=</c>, <c>POST /signout</c> (with antiforgery token) and the page for a sign-in that
    /// failed.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet("/signin", (HttpContext http, string? returnUrl) =>
        {
            var back = ReturnAddress.Or(returnUrl, OpenIdConnectSetup.Home);
            return http.User.Identity?.IsAuthenticated == true
                ? Results.LocalRedirect(back)
                : Results.Challenge(new AuthenticationProperties { RedirectUri = back }, [OpenIdConnectDefaults.AuthenticationScheme]);
        }).ExcludeFromDescription();
        app.MapPost("/signout", SignOutAsync).ExcludeFromDescription();
        // Opened once more from the history, beside a session that lives: that person is signed in.
        app.MapGet(SignedOutPage.Address, (HttpContext http) => http.User.Identity?.IsAuthenticated == true
            ? Results.LocalRedirect(OpenIdConnectSetup.Home) : SignedOutPage.Result()).ExcludeFromDescription();
        StaleForms.Map(app);
        // A callback opened once more, from the history or a second tab, fails beside a session that lives: that person is signed in.
        app.MapGet(OpenIdConnectSetup.FailedPath, (HttpContext http, string? returnUrl) => http.User.Identity?.IsAuthenticated == true
            ? Results.LocalRedirect(ReturnAddress.Or(returnUrl, OpenIdConnectSetup.Home))
            : SignInFailedPage.Result(returnUrl)).ExcludeFromDescription();
    }

    /// <summary>Lets a typed or named client call services with the signed-in person's access token.</summary>
    public static IHttpClientBuilder AddStaffToken(this IHttpClientBuilder client) => client.AddHttpMessageHandler<StaffTokenHandler>();

    private static async Task<IResult> SignOutAsync(HttpContext http, IAntiforgery antiforgery)
    {
        var home = new AuthenticationProperties { RedirectUri = SignedOutPage.Address };
        // The session at the issuer may outlive ours. Without a token that names it the issuer asks the person: a forged request ends
        // nothing.
        if (http.User.Identity?.IsAuthenticated != true) return Results.SignOut(home, [OpenIdConnectDefaults.AuthenticationScheme]);
        if (await antiforgery.IsRequestValidAsync(http))
            return Results.SignOut(home, [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]);
        await StaleForms.TakeNoteAsync(http);
        return Results.Problem("页面打开得太久，请刷新后再退出。", statusCode: StatusCodes.Status400BadRequest, title: "无法退出");
    }
}
