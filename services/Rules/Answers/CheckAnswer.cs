using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Answers;

/// <summary>Whether an identifier is valid (标识校验).</summary>
/// <param name="Valid">Whether it is.</param>
/// <param name="Reason">Why not; absent when valid.</param>
/// <param name="Normalized">Its standard form, when it could be read; never given for identity numbers.</param>
/// <param name="Warning">What is unusual though valid; absent when nothing is.</param>
public sealed record CheckAnswer(bool Valid, string? Reason, string? Normalized, string? Warning = null)
{
    /// <summary>Kinds of identifiers.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["id", "uscc", "orgcode", "docnumber", "indexnumber"];

    /// <summary>Longest value looked at, characters.</summary>
    public const int MaxLength = 256;

    /// <summary>Checks a value.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="value">The value as typed.</param>
    /// <param name="today">Asia/Shanghai day.</param>
    /// <returns>The answer; errors when the kind is unknown.</returns>
    public static Answer<CheckAnswer> Create(string kind, string value, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!Kinds.Contains(kind)) return Answer<CheckAnswer>.No($"种类“{kind}”应为 {string.Join("、", Kinds)} 之一。");
        if (value.Length > MaxLength) return Answer<CheckAnswer>.Of(new(false, $"不应超过 {MaxLength} 字", null));
        var check = kind switch
        {
            "id" => IdentityCard.Check(value, today) with { Normalized = null },
            "uscc" => SocialCreditCode.Check(value),
            "orgcode" => OrganisationCode.Check(value),
            "docnumber" => DocumentNumber.Check(value),
            _ => IndexNumber.Check(value),
        };
        return Answer<CheckAnswer>.Of(new(check.Valid, check.Reason, check.Normalized, check.Warning));
    }
}
