using Disclosure.Contracts.Review.Api;

namespace Disclosure.Review.Domain.Findings;

/// <summary>Something found in the submission without anybody looking (自动检查).</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Level">Its weight.</param>
/// <param name="Title">What was found.</param>
/// <param name="Detail">Where, and what to do; personal data only masked.</param>
/// <param name="Line">Line of the body, from 1; null when it is not in the body.</param>
internal sealed record Finding(string Code, FindingLevel Level, string Title, string Detail, int? Line);
