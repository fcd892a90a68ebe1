using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;

namespace Disclosure.DevelopmentIssuer.Login;

/// <summary>The issuer's few pages: one style, no script, nothing from elsewhere.</summary>
internal static class Pages
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static IResult Login(HttpContext http, IAntiforgery antiforgery, string back, string? name, string? message)
        => Page(http, "登录", $"""
        <h1>政务公开平台</h1>
        <p class="sub">工作人员统一登录</p>
        {(message is null ? "" : $"""<p class="alert" role="alert" id="message">{Html.Encode(message)}</p>""")}
        <form method="post" action="{http.Request.PathBase}/login">
          {Token(http, antiforgery)}
          <input type="hidden" name="return" value="{Html.Encode(back)}">
          <label for="username">用户名</label>
          <input id="username" name="username" value="{Html.Encode(name ?? "")}" autocomplete="username" autocapitalize="none"
        """
        + $"""
         spellcheck="false" required {(name is null ? "autofocus" : "")}>
          <label for="password">密码</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required
        """
        + $"""
         {(name is null ? "" : "autofocus")} {(message is null ? "" : "aria-describedby=\"message\"")}>
          <button id="kc-login" type="submit">登录</button>
        </form>
        <p class="note">连续多次输错密码，这个账号的登录会暂停一段时间，期间正确的密码也不能登录；请稍后再试。</p>
        <p class="note">开发环境：账号形如 bijie-officer，密码 disclosure。正式环境由 Keycloak 提供登录，管理员和纪检账号还须输入一次性口令，本页不作模拟。</p>
        """, message is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);

    public static IResult ConfirmSignOut(HttpContext http, IAntiforgery antiforgery) => Page(http, "退出登录", $"""
        <h1>退出登录</h1>
        <p class="sub">退出后，您在各项业务中的登录都会结束。</p>
        <form method="post" action="{http.Request.PathBase}/session/end">{Token(http, antiforgery)}
        """
        + """
        <button type="submit">确认退出</button></form>
        """);

    public static IResult SignedOut(HttpContext http, string? start) => Page(http, "已退出", $"""
        <h1>您已退出登录</h1>
        <p class="sub">可以关闭此页面，或回到政务公开平台。</p>
        {Way(start, "回到政务公开平台")}
        """);

    public static IResult Expired(HttpContext http, string? start) => Page(http, "页面已失效", $"""
        <h1>页面已失效</h1>
        <p class="sub">这个页面打开得太久，或不是从政务公开平台打开的。请回到平台重新登录。</p>
        {Way(start, "回到平台重新登录")}
        """, StatusCodes.Status400BadRequest);

    /// <summary>The way on; a realm that names no start page leaves the words alone.</summary>
    private static string Way(string? start, string text)
        => start is null ? "" : $"""<p><a id="way" href="{Html.Encode(start)}">{text}</a></p>""";

    private static string Token(HttpContext http, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        return $"""<input type="hidden" name="{tokens.FormFieldName}" value="{Html.Encode(tokens.RequestToken!)}">""";
    }

    private static IResult Page(HttpContext http, string title, string body, int status = StatusCodes.Status200OK)
    {
        // No form-action: browsers apply it to the redirects that follow the form, and those lead to the client.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'sha256-" + Style.Hash
            + "'; frame-ancestors 'none'; base-uri 'none'";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Content($"""
            <!doctype html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            """
            + $"""
            <title>{title} - 政务公开平台</title><style>{Style.Text}</style></head>
            <body><main>{body}</main></body>
            </html>
            """, "text/html; charset=utf-8", statusCode: status);
    }
}
