using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Answers;

/// <summary>Whether rule packs are usable (规则包校验).</summary>
/// <param name="Valid">Whether they are.</param>
/// <param name="Total">Number of all faults, those that are not listed included.</param>
/// <param name="Errors">The faults, at most <see cref="PackErrors.MaxOfFile"/> of each file and <see cref="MaxErrors"/> in all.</param>
public sealed record ValidationAnswer(bool Valid, int Total, IReadOnlyList<PackError> Errors)
{
    /// <summary>Most faults in an answer.</summary>
    public const int MaxErrors = 1000;

    /// <summary>Makes an answer of faults.</summary>
    /// <param name="errors">The faults.</param>
    /// <returns>The answer.</returns>
    public static ValidationAnswer Of(PackErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return new(errors.Total == 0, errors.Total, [.. errors.Take(MaxErrors)]);
    }
}
