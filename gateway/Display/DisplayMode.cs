using Disclosure.Gateway.Security;

namespace Disclosure.Gateway.Display;

/// <summary>How a reader wants pages to look, remembered in a cookie: 适老模式 (larger, simpler) and 高对比度.</summary>
/// <param name="Elder">适老模式.</param>
/// <param name="Contrast">高对比度.</param>
public readonly record struct DisplayMode(bool Elder, bool Contrast)
{
    private const string Cookie = "display";

    /// <summary>The mode that the request's cookie asks for.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The mode; the ordinary one without a cookie.</returns>
    public static DisplayMode Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var value = context.Request.Cookies[Cookie];
        return new DisplayMode(value is "elder" or "elder contrast", value is "contrast" or "elder contrast");
    }

    /// <summary>The classes of the <c>html</c> element, also the cookie's value.</summary>
    /// <returns>Class names, possibly none.</returns>
    public override string ToString() => (Elder, Contrast) switch
    {
        (true, true) => "elder contrast",
        (true, false) => "elder",
        (false, true) => "contrast",
        _ => "",
    };

    /// <summary>Address that switches to this mode and comes back.</summary>
    /// <param name="back">Path and query to come back to.</param>
    /// <returns>A local address.</returns>
    public string Address(string back)
        => $"/display?elder={(Elder ? 1 : 0)}&contrast={(Contrast ? 1 : 0)}&back={Uri.EscapeDataString(back)}";

    /// <summary>Maps the switch. It is a link, not a form, so that public pages carry no token and stay cacheable.</summary>
    /// <param name="app">The application.</param>
    internal static void Map(WebApplication app) => app.MapGet("/display", (HttpContext context, int elder, int contrast, string? back) =>
    {
        var mode = new DisplayMode(elder == 1, contrast == 1).ToString();
        var options = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true
        };
        if (mode.Length == 0) context.Response.Cookies.Delete(Cookie, options);
        else context.Response.Cookies.Append(Cookie, mode, options);
        return TypedResults.LocalRedirect(ReturnAddress.Or(back, "/"));
    }).ExcludeFromDescription();
}
