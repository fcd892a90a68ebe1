using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>Says when to ask again (<c>Retry-After</c>) wherever the answer is that it may succeed later: 429 and 503.</summary>
internal static class RetryAfter
{
    private static readonly string Seconds = 5.ToString(CultureInfo.InvariantCulture);

    public static Task SayAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(Add, context.Response);
        return next(context);
    }

    private static Task Add(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable
            && response.Headers.RetryAfter.Count == 0)
            response.Headers.RetryAfter = Seconds;
        return Task.CompletedTask;
    }
}
