using Disclosure.Gateway.Pages.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Polly;

namespace Disclosure.Gateway.Failures;

/// <summary>Answers a failed request of a person with a page that says what happened and what to do; an API caller gets ProblemDetails.</summary>
internal sealed class FailurePages : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => !IsApi(context.HttpContext);

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        http.Response.Headers.CacheControl = "no-store";
        // The page that found nothing has set it already, and the renderer adds it without looking.
        http.Response.Headers.Remove("blazor-enhanced-nav");
        // The renderer of a request serves one page only; the page of its failure needs services of its own.
        await using var scope = http.RequestServices.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        await new RazorComponentResult<FailurePage>(new { Status = status }) { StatusCode = status }.ExecuteAsync(http);
    }

    public static bool IsApi(HttpContext context)
        => context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/api-docs");
}

/// <summary>A service that does not answer is 503, not a fault of the gateway; a reader's impossible query is 400.</summary>
internal sealed partial class BackendFailures(IProblemDetailsService problems, ILogger<BackendFailures> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        var status = exception switch
        {
            Clients.ReaderMistakeException => StatusCodes.Status400BadRequest,
            _ when IsOutage(exception) => StatusCodes.Status503ServiceUnavailable,
            _ => 0,
        };
        if (status == 0) return false;
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            Unavailable(exception.GetType().Name, exception.Message);
            context.Response.Headers.RetryAfter = "30";
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, Exception = exception });
    }

    /// <summary>The identity provider's outage comes wrapped by the sign-in handler.</summary>
    private static bool IsOutage(Exception? exception)
        => exception is not null && (exception is HttpRequestException or ExecutionRejectedException || IsOutage(exception.InnerException));

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A service did not answer: {Kind} {Reason}")]
    private partial void Unavailable(string kind, string reason);
}
