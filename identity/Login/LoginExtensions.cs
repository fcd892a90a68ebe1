using System.Security.Claims;
using Disclosure.DevelopmentIssuer.Protocol;
using Disclosure.DevelopmentIssuer.Realm;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.DevelopmentIssuer.Login;

/// <summary>The sign-in page and the browser's session with the issuer.</summary>
internal static class LoginExtensions
{
    public const string Scheme = "session";

    public static WebApplicationBuilder AddLogin(this WebApplicationBuilder builder, RealmModel realm)
    {
        builder.Services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            // Cookies know no ports: the name and the path keep it apart from the gateway's on the same host.
            options.Cookie.Name = "disclosure-issuer";
            options.Cookie.Path = $"/realms/{realm.Name}";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = Sessions.Lifetime;
        });
        builder.Services.AddSingleton<Passwords>();
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "disclosure-issuer-form";
            options.Cookie.Path = $"/realms/{realm.Name}";
        });
        var keys = builder.Services.AddDataProtection().SetApplicationName("disclosure-development-issuer");
        if (builder.Configuration["Identity:KeyFile"] is { Length: > 0 } file)
            keys.PersistKeysToFileSystem(Directory.CreateDirectory(Path.GetFullPath(file) + ".cookies"));
        else keys.UseEphemeralDataProtectionProvider();
        return builder;
    }

    public static void MapLogin(this WebApplication app)
    {
        app.MapGet("/login", (HttpContext http, IAntiforgery antiforgery, RealmModel realm, string? @return)
            => IsAuthorizationRequest(http, @return)
                ? Pages.Login(http, antiforgery, @return!, name: null, message: null)
                : Expired(http, realm, @return));
        app.MapPost("/login", SignInAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, IAntiforgery antiforgery, RealmModel realm, Passwords passwords)
    {
        if (!http.Request.HasFormContentType) return Expired(http, realm, address: null);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        string? back = form["return"], name = form["username"];
        // A second tab's form is of before the sign-in in the first: its token is another person's.
        if (!await antiforgery.IsRequestValidAsync(http) || !IsAuthorizationRequest(http, back)) return Expired(http, realm, back);
        var check = passwords.Check(name?.Trim(), form["password"]);
        if (check.User is not { } user)
            return Pages.Login(http, antiforgery, back!, name, check.Disabled ? "该账号已停用，请联系本机关的安全管理员。" : "用户名或密码不正确，请重新输入。");
        var identity = new ClaimsIdentity([new Claim("sub", user.Id), new Claim(Principals.Session, Guid.CreateVersion7().ToString("N"))],
            Scheme);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(identity));
        return Results.LocalRedirect(back!);
    }

    /// <summary>The address is anybody's: it says which client, and the realm file says where that client begins.</summary>
    private static IResult Expired(HttpContext http, RealmModel realm, string? address)
    {
        var query = QueryHelpers.ParseQuery(address?[(address.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        return Pages.Expired(http, realm.StartPage(query.GetValueOrDefault("client_id")));
    }

    /// <summary>
    /// The page leads nowhere but to a sign-in request of this issuer, written as the issuer writes it: only that fits into a header.
    /// </summary>
    private static bool IsAuthorizationRequest(HttpContext http, string? address)
        => address?.StartsWith($"{http.Request.PathBase}/{ProtocolExtensions.Base}auth?", StringComparison.Ordinal) == true
            && address.All(letter => letter is > ' ' and <= '~');
}
