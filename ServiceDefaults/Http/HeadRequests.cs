using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>
/// Answers HEAD as GET: whatever can be read can be asked for its headers (RFC 9110, 9.3.2). Endpoints are mapped for GET alone.
/// </summary>
/// <remarks>
/// A start-up filter, because it has to stand before routing, which a web application puts before everything it is told to use.
/// </remarks>
public sealed class HeadRequests : IStartupFilter
{
    private static readonly object Mark = new();

    /// <summary>Whether the request asks for the headers alone: whoever sent it sees nothing of the answer.</summary>
    /// <param name="context">The request.</param>
    /// <returns>True where it came as HEAD.</returns>
    public static bool IsOne(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.ContainsKey(Mark);
    }

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(AsGetAsync);
        next(app);
    };

    /// <summary>The server has read the method itself and sends no body.</summary>
    private static Task AsGetAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Items[Mark] = true;
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
