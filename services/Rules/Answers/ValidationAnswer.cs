using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Answers;

/// <summary>Whether rule packs are usable (规则包校验).</summary>
/// <param name="Valid">Whether they are.</param>
/// <param name="Total">Number of faults.</param>
/// <param name="Errors">The faults, at most <see cref="MaxErrors"/>.</param>
public sealed record ValidationAnswer(bool Valid, int Total, IReadOnlyList<PackError> Errors)
{
    /// <summary>Most faults in an answer.</summary>
    public const int MaxErrors = 1000;

    /// <summary>Makes an answer of faults.</summary>
    /// <param name="errors">Every fault.</param>
    /// <returns>The answer.</returns>
    public static ValidationAnswer Of(IReadOnlyList<PackError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return new(errors.Count == 0, errors.Count, [.. errors.Take(MaxErrors)]);
    }
}
