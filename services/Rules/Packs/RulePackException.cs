namespace Disclosure.Rules.Packs;

/// <summary>One fault of a rule pack.</summary>
/// <param name="File">File name, for instance <c>bijie.json</c>.</param>
/// <param name="Path">JSON path in that file, for instance <c>$.flows[0].steps[1].roles[0]</c>.</param>
/// <param name="Message">What is wrong, Chinese.</param>
public sealed record PackError(string File, string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Path}: {Message}";
}

/// <summary>The rule packs are not usable; carries the faults at once so that an author corrects all in one go.</summary>
/// <param name="errors">The faults.</param>
public sealed class RulePackException(PackErrors errors)
    : Exception($"规则包有{errors.Total}处错误：{Environment.NewLine}{string.Join(Environment.NewLine, errors)}")
{
    /// <summary>The faults found.</summary>
    public PackErrors Errors { get; } = errors;
}
