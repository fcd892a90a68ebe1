using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Disclosure.Gateway.Security;

/// <summary>Answers an address that is too long (网址过长) with the page that says so: the server itself would end the connection with a
/// bare status.</summary>
internal static class LongAddresses
{
    /// <summary>Longest address that is served, characters as they are sent.</summary>
    private const int Served = 8 * 1024;

    /// <summary>Longest request line that is read at all, bytes.</summary>
    private const int Read = 64 * 1024;

    public static void Allow(KestrelServerOptions options) => options.Limits.MaxRequestLineSize = Read;

    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if ((context.Request.Path.Value?.Length ?? 0) + (context.Request.QueryString.Value?.Length ?? 0) <= Served) return next(context);
        context.Response.StatusCode = StatusCodes.Status414UriTooLong;
        return Task.CompletedTask;
    }
}
