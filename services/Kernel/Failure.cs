namespace Disclosure.Kernel;

/// <summary>Why something is refused, in kinds that a caller can act upon. What a kind means to HTTP is decided once, where services
/// answer.</summary>
public enum FailureKind
{
    /// <summary>What was sent is not what is asked for: to be corrected and sent again.</summary>
    Invalid,

    /// <summary>There is nothing of that name, or nothing the caller may know of.</summary>
    NotFound,

    /// <summary>The caller may not do this.</summary>
    Forbidden,

    /// <summary>It cannot be done as things stand.</summary>
    Conflict,

    /// <summary>Somebody else has changed it since the caller read it.</summary>
    Stale,

    /// <summary>The caller does not say which version was read.</summary>
    VersionMissing,

    /// <summary>It is more than is taken at once.</summary>
    TooLarge,

    /// <summary>Too much is under way; the same may succeed in a moment.</summary>
    Busy,

    /// <summary>Something that is needed is down; the same may succeed later.</summary>
    Unavailable,
}

/// <summary>An expected failure (预期内的拒绝), named as a sentence, that a caller can understand and act upon.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Title">What happened, Chinese, for people.</param>
/// <param name="Detail">What it means and what to do next.</param>
public sealed record Failure(FailureKind Kind, string Code, string Title, string? Detail = null)
{
    /// <summary>What is wrong with each field, by its JSON name; null when the failure is not about fields.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The same failure, said of fields: whoever filled them in is led there.</summary>
    /// <param name="fields">JSON names of the fields.</param>
    /// <returns>The failure with its title as the message of each field.</returns>
    public Failure At(params ReadOnlySpan<string> fields)
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var field in fields) errors[field] = [Title];
        return this with { Errors = errors };
    }
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
}
