using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>An expected failure, named as a sentence, that a caller can understand and act upon (RFC 9457).</summary>
/// <param name="Code">Stable kebab-case code, the end of the problem's <c>type</c>.</param>
/// <param name="Status">HTTP status, 4xx.</param>
/// <param name="Title">What happened, Chinese, for people.</param>
/// <param name="Detail">What it means and what to do next.</param>
public sealed record Failure(string Code, int Status, string Title, string? Detail = null)
{
    /// <summary>Prefix of every problem type.</summary>
    public const string TypePrefix = "urn:disclosure:problem:";

    /// <summary>What is wrong with each field, by its JSON name; null when the failure is not about fields.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The failure as a response.</summary>
    /// <returns>A ProblemDetails result; <see cref="Errors"/> becomes its member <c>errors</c>.</returns>
    public ProblemHttpResult ToProblem() => TypedResults.Problem(Detail, statusCode: Status, title: Title, type: TypePrefix + Code,
        extensions: Errors is null ? null : new Dictionary<string, object?> { ["errors"] = Errors });
}

/// <summary>Either a value or an expected failure.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Outcome<T>
{
    private Outcome(T? value, Failure? failure) => (Value, Failure) = (value, failure);

    /// <summary>The value when <see cref="Failure"/> is null.</summary>
    public T? Value { get; }

    /// <summary>The failure, or null.</summary>
    public Failure? Failure { get; }

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Wraps a failure.</summary>
    /// <param name="failure">The failure.</param>
    public static implicit operator Outcome<T>(Failure failure) => new(default, failure);

    /// <summary>Maps to a response once, at the edge.</summary>
    /// <param name="success">Response of the value.</param>
    /// <returns>The response.</returns>
    public IResult ToResult(Func<T, IResult> success)
    {
        ArgumentNullException.ThrowIfNull(success);
        return Failure is null ? success(Value!) : Failure.ToProblem();
    }
}
