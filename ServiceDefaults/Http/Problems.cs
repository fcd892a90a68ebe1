using Disclosure.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>Failures as responses (RFC 9457): the one place that knows what a kind of failure means to HTTP.</summary>
public static class Problems
{
    /// <summary>Prefix of every problem type.</summary>
    public const string TypePrefix = "urn:disclosure:problem:";

    /// <summary>The status of a kind of failure.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>4xx, or 503.</returns>
    public static int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        FailureKind.NotFound => StatusCodes.Status404NotFound,
        FailureKind.Forbidden => StatusCodes.Status403Forbidden,
        FailureKind.Conflict => StatusCodes.Status409Conflict,
        FailureKind.Stale => StatusCodes.Status412PreconditionFailed,
        FailureKind.VersionMissing => StatusCodes.Status428PreconditionRequired,
        FailureKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        FailureKind.Busy => StatusCodes.Status429TooManyRequests,
        FailureKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a status."),
    };

    /// <summary>The failure as a response.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>A ProblemDetails result; <see cref="Failure.Errors"/> becomes its member <c>errors</c>.</returns>
    public static ProblemHttpResult ToProblem(this Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Of(StatusOf(failure.Kind), failure.Code, failure.Title, failure.Detail, failure.Errors);
    }

    /// <summary>A refusal of HTTP's own, which no domain knows: no token, a wrong method, a host that is not ours.</summary>
    /// <param name="status">The status.</param>
    /// <param name="code">Stable kebab-case code, the end of the problem's <c>type</c>.</param>
    /// <param name="title">What happened, Chinese.</param>
    /// <param name="detail">What it means and what to do next.</param>
    /// <param name="errors">What is wrong with each field, by its name.</param>
    /// <returns>A ProblemDetails result.</returns>
    public static ProblemHttpResult Of(int status, string code, string title, string? detail = null,
        IReadOnlyDictionary<string, string[]>? errors = null)
        => TypedResults.Problem(detail, statusCode: status, title: title, type: TypePrefix + code,
            extensions: errors is null ? null : new Dictionary<string, object?> { ["errors"] = errors });

    /// <summary>Maps an outcome to a response, at the edge.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="outcome">The outcome.</param>
    /// <param name="success">Response of the value.</param>
    /// <returns>The response.</returns>
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult> success)
    {
        ArgumentNullException.ThrowIfNull(success);
        return outcome.Failure?.ToProblem() ?? success(outcome.Value!);
    }
}
