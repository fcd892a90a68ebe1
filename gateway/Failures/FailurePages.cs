using Disclosure.Gateway.Clients;
using Disclosure.Gateway.Pages.Shared;
using Disclosure.Gateway.SignIn;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Polly;

namespace Disclosure.Gateway.Failures;

/// <summary>Answers a failed request of a person with a page that says what happened and what to do; an API caller gets
/// ProblemDetails.</summary>
internal sealed class FailurePages : IProblemDetailsWriter
{
    /// <summary>Header by which the script of the workbench tells this page from one that answers a form.</summary>
    private const string Mark = "failure-page";

    /// <summary>Its value where the page that is open needs a new token for its forms.</summary>
    private const string StaleForm = "stale-form";

    public bool CanWrite(ProblemDetailsContext context) => !IsApi(context.HttpContext);

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers[Mark] = StaleForms.IsOne(http) ? StaleForm : "1";
        // The page that found nothing has set it already, and the renderer adds it without looking.
        http.Response.Headers.Remove("blazor-enhanced-nav");
        // The renderer of a request serves one page only; the page of its failure needs services of its own.
        await using var scope = http.RequestServices.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        await RecogniseAsync(http, status);
        var place = FailurePlace.Of(http, status);
        var text = TextOf(http, context.ProblemDetails, status, place);
        var page = new RazorComponentResult<FailurePage>(new { Status = status, Text = text, Kept = KeptForm.Of(http), Place = place })
        {
            StatusCode = status,
        };
        await page.ExecuteAsync(http);
    }

    /// <summary>A body or an address is refused for its size before anybody asks who sends it: whoever is at work shall not be thrown
    /// out of the workbench.</summary>
    private static async Task RecogniseAsync(HttpContext http, int status)
    {
        if (status is not (StatusCodes.Status413PayloadTooLarge or StatusCodes.Status414UriTooLong)
            || http.User.Identity?.IsAuthenticated == true) return;
        if ((await http.AuthenticateAsync()).Principal is { } who) http.User = who;
    }

    /// <summary>The words of whoever refused, where there are any: they say more than the status does.</summary>
    private static FailureText TextOf(HttpContext http, ProblemDetails problem, int status, FailurePlace place)
    {
        var (isKept, content) = (KeptForm.Of(http) is not null, KeptForm.ContentOf(http));
        if (StaleForms.IsOne(http)) return FailureText.StaleForm(http.User.Staff()!.Name, isKept, content);
        if (status == StatusCodes.Status401Unauthorized && !HttpMethods.IsGet(http.Request.Method))
            return FailureText.SessionEnded(EndedSessions.IsFetched(http.Request), isKept, content);
        var usual = status switch
        {
            StatusCodes.Status400BadRequest when HttpMethods.IsGet(http.Request.Method) => FailureText.ImpossibleAddress,
            StatusCodes.Status404NotFound => FailureText.NotFound(place.IsAtWork, place.HasSearch),
            StatusCodes.Status413PayloadTooLarge when place.IsAtWork => FailureText.TooLarge(http.Request.Path,
                EndedSessions.IsFetched(http.Request)),
            _ => FailureText.Of(status),
        };
        if (http.Items[typeof(ServiceProblem)] is ServiceProblem said && said.Status == status)
            return new FailureText(said.Title, said.Detail ?? usual.Meaning);
        // The framework's titles are English; those of the other statuses are said at more length below.
        return status is StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound && problem.Title?.All(char.IsAscii) == false
            ? new FailureText(problem.Title, problem.Detail ?? usual.Meaning)
            : usual;
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
            ReaderMistakeException => StatusCodes.Status400BadRequest,
            PageRefusedException refused => refused.Problem.Status,
            _ when IsUnreadableForm(exception) => StatusCodes.Status400BadRequest,
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

    /// <summary>
    /// A form of too many fields, or with what is no text: the reader of forms says so in exceptions that have no type of their own.
    /// </summary>
    public static bool IsUnreadableForm(Exception? exception) => exception is not null
        && ((exception is InvalidDataException or InvalidOperationException && exception.Source == "Microsoft.AspNetCore.WebUtilities")
            || IsUnreadableForm(exception.InnerException));

    /// <summary>Whether a service does not answer. The identity provider's outage comes wrapped by the sign-in handler.</summary>
    public static bool IsOutage(Exception? exception)
        => exception is not null && (exception is HttpRequestException or ExecutionRejectedException || IsOutage(exception.InnerException));

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A service did not answer: {Kind} {Reason}")]
    private partial void Unavailable(string kind, string reason);
}
