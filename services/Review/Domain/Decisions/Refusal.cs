namespace Disclosure.Review.Domain;

/// <summary>Why something is refused, in kinds that a caller can act upon.</summary>
internal enum RefusalKind
{
    NotFound,
    Forbidden,
    Conflict,
    Invalid,
}

/// <summary>An expected refusal, named as a sentence.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Title">What happened, for people.</param>
/// <param name="Detail">What it means and what to do next.</param>
internal sealed record Refusal(RefusalKind Kind, string Code, string Title, string Detail);

/// <summary>Either a refusal, after which nothing has changed, or what happened.</summary>
internal readonly record struct Verdict(Refusal? Refusal, IReadOnlyList<CaseFact> Facts)
{
    public static implicit operator Verdict(Refusal refusal) => new(refusal, []);

    public static implicit operator Verdict(CaseFact[] facts) => new(null, facts);
}
